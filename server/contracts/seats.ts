import { IdTaken } from '#server/contracts/contracts.ts';
import type { Contract } from '#server/contracts/store.ts';
import { writeLedger, type LedgerContext, type Writing } from '#server/ledger/ledger.ts';
import { composed, type Offered } from '#server/ledger/raw-event.ts';
import { findSeats } from '#server/ledger/store.ts';
import { highestSeatNumber, insertSeats } from '#server/standing/store.ts';
import { nextCheckAt } from '#shared/policy/checks.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import { modeOfSeat, modesIn, type Mode, type Pilot } from '#shared/policy/rollout.ts';
import { NEW_SEAT } from '#shared/policy/standing.ts';

export type AddedSeat = { id: string; holder: string; mode: Mode };

export function pilotOf(contract: Contract): Pilot {
  const { id, mode, sharePercent, namedSeats } = contract;
  return { contract: id, mode, sharePercent, namedSeats };
}

type WantedSeat = { id?: string | undefined; holder: string };

/**
 * A new seat in good standing. The ledger learns who holds it and in which mode it starts, so that
 * a replay of the ledger knows no less than the server.
 * @throws ContractUnknown, IdTaken
 */
export async function addSeat(
  context: LedgerContext,
  contractId: string,
  wanted: WantedSeat,
): Promise<AddedSeat> {
  return writeLedger(context, contractId, async (writing) => {
    const { tx } = writing;
    const id = wanted.id ?? `seat-${(await highestSeatNumber(tx, contractId)) + 1}`;
    const { holder } = wanted;
    const events = await composeSeats(writing, [{ id, holder }], context.newId);
    const mode = modeOfSeat(pilotOf(writing.contract), id);
    return { events, result: { id, holder, mode } };
  });
}

/**
 * Adds seats as part of a write, which has to append the events.
 * @throws IdTaken
 */
export async function composeSeats(
  { tx, contract, recordedAt }: Writing,
  wanted: readonly { id: string; holder: string }[],
  newId: () => string,
): Promise<Offered[]> {
  const ids = wanted.map(({ id }) => id);
  const [taken] = await findSeats(tx, contract.id, ids);
  if (taken !== undefined) throw new IdTaken(`The contract has a seat "${taken}" already.`);
  const seats = ids.map((id) => ({
    id,
    // The holder follows from the event below; until then nobody else holds it.
    state: { ...NEW_SEAT, holder: '' },
    nextCheckAt: nextCheckAt(NEW_SEAT, recordedAt, contract.terms),
    noticeTally: null,
  }));
  await insertSeats(tx, contract.id, seats, recordedAt);
  const modeOf = modesIn(pilotOf(contract));
  return wanted.flatMap(({ id, holder }) => {
    const base = { at: formatInstant(recordedAt), seat: id };
    const held = composed({ id: newId(), type: 'seat.transferred', ...base, to: holder });
    const mode = modeOf(id);
    if (mode === NEW_SEAT.mode) return [held];
    return [held, composed({ id: newId(), type: 'mode.changed', ...base, mode })];
  });
}
