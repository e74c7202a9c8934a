import { readContract } from '#server/contracts/store.ts';
import { exportOf } from '#server/ledger/export.ts';
import { recordedOf, seatLedgerQueries } from '#server/ledger/export-store.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { listWithProofs, reviewDetailOf } from '#server/reviews/store.ts';
import { readSeatRows } from '#server/seat-data/store.ts';
import { makeDueChecks, type CheckContext } from '#server/standing/checks.ts';
import { loadSeats } from '#server/standing/store.ts';
import { seatDataSchema, type SeatData } from '#shared/wire/seat-data.ts';

/** Whose data: all of a seat, or only that of the person who holds it, beside the seat's own. */
export type Whose = 'all' | { personId: string | null };

/**
 * Everything that is kept of a seat; null where the contract has no such seat.
 * @throws ContractUnknown
 */
export async function readSeatData(
  context: CheckContext,
  contractId: string,
  seatId: string,
  whose: Whose,
): Promise<SeatData | null> {
  await makeDueChecks(context, contractId);
  const asOf = context.now();
  return context.database.read(async (reader) => {
    const contract = await readContract(reader, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const seat = (await loadSeats(reader, contractId, [seatId])).get(seatId);
    if (seat === undefined) return null;
    const { holder } = seat.state;
    const recorded = recordedOf(await reader.batch(seatLedgerQueries(reader, contractId, seatId)));
    const { devices, ...rest } = await readSeatRows(reader, contractId, seatId);
    const reviews = await listWithProofs(reader, contractId, seatId);
    // What is of somebody who is not known any more is nobody's own.
    const isTheirs = (personId: string | null): boolean =>
      whose === 'all' || (personId !== null && personId === whose.personId);
    // As they will be sent: what a schema reads of JSON is JSON.
    return seatDataSchema
      .omit({ asOf: true, reviews: true })
      .transform((data) => ({
        ...data,
        asOf,
        reviews: reviews.filter(({ personId }) => isTheirs(personId)).map(reviewDetailOf),
      }))
      .parse(
        JSON.parse(
          JSON.stringify({
            contract: { id: contract.id, name: contract.name },
            seat: { id: seatId, holder },
            events: exportOf(recorded),
            devices: devices.filter(({ personId }) => isTheirs(personId)),
            ...rest,
          }),
        ),
      );
  });
}
