import type { ComponentChildren } from 'preact';
import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import type { ApiFault } from '#extension/state/api-client.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { teamWords } from '#shared/words/team.ts';

type Props = { numbers: Numbers; fault: ApiFault; children?: ComponentChildren };

/** Why something is not shown: what happened, what it means, what to do. */
export function FaultSaying({ numbers, fault, children }: Props) {
  const words = teamWords[numbers.language];
  const popup = popupWords[numbers.language];
  switch (fault.code) {
    case 'signed_out':
      return (
        <Saying title={popup.signedOutTitle} lines={[popup.signedOutMeans]}>
          {children}
        </Saying>
      );
    case 'refused': {
      const isGone = fault.problem.code === 'seat_unknown';
      const title = isGone ? words.seatGoneTitle : words.refusedTitle;
      const means = isGone ? words.seatGoneMeans : words.refusedMeans;
      return (
        <Saying title={title} lines={[means]}>
          {children}
        </Saying>
      );
    }
    case 'offline':
    case 'unavailable':
    case 'malformed':
      return (
        <Saying title={words.unavailableTitle} lines={[words.unavailableMeans]}>
          {children}
        </Saying>
      );
  }
}
