import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import { openContract, type Open } from '#extension/state/open-contract.ts';
import type { View } from '#extension/features/view.ts';
import { useEffect, useState } from 'preact/hooks';
import { plainName } from '#extension/surfaces/nav.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { ownSeatWords } from '#shared/words/own-seat.ts';

type Props = { numbers: Numbers; view: View; reading: Reading };

/** What stands between the figures and what is on the screen: no server, or another contract. */
export function Apart({ numbers, view, reading }: Props) {
  const words = ownSeatWords[numbers.language];
  const [open, setOpen] = useState<Open | null>(null);
  const ours = plainName(reading.contract.name);
  useEffect(() => {
    void openContract(ours).then(setOpen);
  }, [ours]);
  const { elsewhere, unnamed, offline } = words;
  return (
    <>
      {view.connection === 'offline' && (
        <Saying
          mark="offline"
          title={offline.title}
          lines={offline.lines(numbers.duration(view.now - reading.asOf))}
        />
      )}
      {open?.is === 'another' && (
        <Saying
          mark="not_connected_here"
          title={elsewhere.title}
          lines={elsewhere.lines(open.name, ours)}
        />
      )}
      {open?.is === 'unnamed' && (
        <Saying mark="not_connected_here" title={unnamed.title} lines={unnamed.lines(ours)} />
      )}
    </>
  );
}
