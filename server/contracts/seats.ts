import { IdTaken } from '#server/contracts/contracts.ts';
import type { Contract } from '#server/contracts/store.ts';
import { writeLedger, type LedgerContext, type Writing } from '#server/ledger/ledger.ts';
import { composed, type Offered } from '#server/ledger/raw-event.ts';
import { findSeats } from '#server/ledger/store.ts';
import { highestSeatNumber, insertSeat } from '#server/standing/store.ts';
import { nextCheckAt } from '#shared/policy/checks.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import { modeOfSeat, type Mode, type Pilot } from '#shared/policy/rollout.ts';
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
    const { events, seat } = await composeSeat(writing, wanted, context.newId);
    return { events, result: seat };
  });
}

/**
 * Adds a seat as part of a write, which has to append the events.
 * @throws IdTaken
 */
export async function composeSeat(
  { tx, contract, recordedAt }: Writing,
  wanted: WantedSeat,
  newId: () => string,
): Promise<{ seat: AddedSeat; events: Offered[] }> {
  const id = wanted.id ?? `seat-${(await highestSeatNumber(tx, contract.id)) + 1}`;
  if ((await findSeats(tx, contract.id, [id])).size > 0) {
    throw new IdTaken(`The contract has a seat "${id}" already.`);
  }
  const { holder } = wanted;
  const mode = modeOfSeat(pilotOf(contract), id);
  const seat = {
    id,
    // The holder follows from the event below; until then nobody else holds it.
    state: { ...NEW_SEAT, holder: '' },
    nextCheckAt: nextCheckAt(NEW_SEAT, recordedAt, contract.terms),
    noticeTally: null,
  };
  await insertSeat(tx, contract.id, seat, recordedAt);
  const base = { at: formatInstant(recordedAt), seat: id };
  const events: Offered[] = [
    composed({ id: newId(), type: 'seat.transferred', ...base, to: holder }),
  ];
  if (mode !== NEW_SEAT.mode) {
    events.push(composed({ id: newId(), type: 'mode.changed', ...base, mode }));
  }
  return { seat: { id, holder, mode }, events };
}
