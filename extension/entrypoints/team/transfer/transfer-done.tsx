import { useEffect, useRef } from 'preact/hooks';
import { hashOf } from '#extension/entrypoints/team/route.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { transferWords } from '#shared/words/transfer.ts';

type Props = { numbers: Numbers; seat: string; from: string; to: string };

/** What has been done, and what the new holder still needs. */
export function TransferDone({ numbers, seat, from, to }: Props) {
  const words = transferWords[numbers.language];
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="panel" role="status">
      <h2 ref={title} tabIndex={-1}>
        {words.doneTitle(seat, to)}
      </h2>
      <p>{words.doneDevices(from)}</p>
      <p>{words.doneInvite(to)}</p>
      <p>
        <a class="button primary" href={hashOf({ at: 'seat', seat })}>
          {words.openSeat}
        </a>
      </p>
    </section>
  );
}
