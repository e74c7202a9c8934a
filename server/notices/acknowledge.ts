import { writeLedger, type LedgerContext } from '#server/ledger/ledger.ts';
import { composed } from '#server/ledger/raw-event.ts';
import { findEvents } from '#server/ledger/store.ts';
import { formatInstant, type Instant } from '#shared/policy/instant.ts';
import type { NoticeType } from '#shared/policy/standing.ts';

export type Press = { id: string; notice: NoticeType; at: Instant };
export type PressOutcome = { ok: true } | { ok: false; code: 'id_conflict' };

/**
 * CONTINUE. Pressing it again, or on a notice that is not open, changes nothing. A clock that runs
 * ahead of ours presses now.
 */
export async function acknowledge(
  context: LedgerContext,
  contractId: string,
  seat: string,
  press: Press,
): Promise<PressOutcome> {
  const { id, notice } = press;
  return writeLedger<PressOutcome>(context, contractId, async ({ tx, now }) => {
    const before = (await findEvents(tx, contractId, [id])).get(id);
    if (before !== undefined) {
      const { type } = before;
      const isAcknowledgement = type === 'notice.acknowledged' && before['seat'] === seat;
      const isSame = isAcknowledgement && before['notice'] === notice;
      return { events: [], result: isSame ? { ok: true } : { ok: false, code: 'id_conflict' } };
    }
    const at = formatInstant(Math.min(press.at, now));
    const event = composed({ id, type: 'notice.acknowledged', at, seat, notice });
    return { events: [event], result: { ok: true } };
  });
}
