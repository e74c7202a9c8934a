import { writeLedger, type LedgerContext } from '#server/ledger/ledger.ts';
import { composed } from '#server/ledger/raw-event.ts';
import { findEvents } from '#server/ledger/store.ts';
import { loadSeats } from '#server/standing/store.ts';
import { formatInstant, type Instant } from '#shared/policy/instant.ts';

export type Transfer = { id: string; to: string; at: Instant };
export type TransferOutcome =
  | { ok: true }
  | { ok: false; code: 'seat_unknown' | 'already_holder' | 'id_conflict' };

/**
 * Gives a seat to another holder. Asked again with the same id it changes nothing, even where the
 * seat has passed on since. A clock that runs ahead of ours decides now.
 */
export async function transfer(
  context: LedgerContext,
  contractId: string,
  seat: string,
  { id, to, at }: Transfer,
): Promise<TransferOutcome> {
  return writeLedger<TransferOutcome>(context, contractId, async ({ tx, now }) => {
    const before = (await findEvents(tx, contractId, [id])).get(id);
    if (before !== undefined) {
      const isTransfer = before['type'] === 'seat.transferred' && before['seat'] === seat;
      const isSame = isTransfer && before['to'] === to;
      return { events: [], result: isSame ? { ok: true } : { ok: false, code: 'id_conflict' } };
    }
    const present = (await loadSeats(tx, contractId, [seat])).get(seat);
    if (present === undefined) return { events: [], result: { ok: false, code: 'seat_unknown' } };
    if (present.state.holder === to) {
      return { events: [], result: { ok: false, code: 'already_holder' } };
    }
    const decidedAt = formatInstant(Math.min(at, now));
    const event = composed({ id, type: 'seat.transferred', at: decidedAt, seat, to });
    return { events: [event], result: { ok: true } };
  });
}
