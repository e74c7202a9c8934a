import { readContract } from '#server/contracts/store.ts';
import type { Batcher, Reader } from '#server/db/database.ts';
import { exportOf } from '#server/ledger/export.ts';
import { recordedOf, seatLedgerQueries } from '#server/ledger/export-store.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { listWithProofs, reviewDetailOf } from '#server/reviews/store.ts';
import {
  readPeopleRows,
  readSeatAndPerson,
  readSeatRows,
  readSignIns,
} from '#server/seat-data/store.ts';
import { makeDueChecks, type CheckContext } from '#server/standing/checks.ts';
import { loadSeats } from '#server/standing/store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { seatDataSchema, type SeatData } from '#shared/wire/seat-data.ts';

/** For whom: who runs the server, who looks after the seat, or the person who holds it. */
export type For = 'operator' | 'contract' | { personId: string | null };

type Kept = Awaited<ReturnType<typeof readPeopleRows>> & {
  person: { id: string; email: string } | null;
  /** Who holds the seat, and since when. */
  holder: string;
  since: Instant;
};

/** Of people's rows those that are for somebody. */
function rowsFor(whom: For, kept: Kept) {
  const { devices, invitations, messages, person, since } = kept;
  if (whom === 'operator' || whom === 'contract') return { devices, invitations, messages };
  // What is of somebody who is not known any more is nobody's own.
  const isTheirs = person !== null && person.id === whom.personId;
  return {
    devices: devices.filter(({ personId }) => personId !== null && personId === whom.personId),
    invitations: invitations.filter(({ email }) => isTheirs && email === person.email),
    messages: messages.filter(
      ({ createdAt, holder }) => createdAt >= since && holder === kept.holder,
    ),
  };
}

async function readSeat(reader: Batcher & Reader, contractId: string, seatId: string, whom: For) {
  const seat = (await loadSeats(reader, contractId, [seatId])).get(seatId);
  const found = await readSeatAndPerson(reader, contractId, seatId);
  if (seat === undefined || found === null) return null;
  const ledger = recordedOf(await reader.batch(seatLedgerQueries(reader, contractId, seatId)));
  const { person, state } = found;
  const transfers = ledger.filter(({ raw }) => raw['type'] === 'seat.transferred');
  const { holder } = seat.state;
  const since = transfers.at(-1)?.recordedAt ?? 0;
  const people = await readPeopleRows(reader, contractId, seatId);
  const reviews = await listWithProofs(reader, contractId, seatId);
  const isForPerson = typeof whom === 'object';
  const maySeeSignIns = whom === 'operator' || (isForPerson && person?.id === whom.personId);
  return {
    ...(await readSeatRows(reader, contractId, seatId)),
    recorded: people.recorded,
    ...rowsFor(whom, { ...people, person, holder, since }),
    state,
    person: person === null ? null : { ...person, createdAt: person.createdAt.toISOString() },
    seat: { id: seatId, holder },
    events: exportOf(ledger),
    signIns: person !== null && maySeeSignIns ? await readSignIns(reader, person.id) : [],
    reviews: reviews.filter(
      ({ personId }) => !isForPerson || (personId !== null && personId === whom.personId),
    ),
  };
}

/**
 * Everything that is kept of a seat; null where the contract has no such seat.
 * @throws ContractUnknown
 */
export async function readSeatData(
  context: CheckContext,
  contractId: string,
  seatId: string,
  whom: For,
): Promise<SeatData | null> {
  await makeDueChecks(context, contractId);
  const asOf = context.now();
  return context.database.read(async (reader) => {
    const contract = await readContract(reader, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const found = await readSeat(reader, contractId, seatId, whom);
    if (found === null) return null;
    const { reviews, ...kept } = found;
    const { id, name } = contract;
    // As they will be sent: what a schema reads of JSON is JSON.
    return seatDataSchema
      .omit({ asOf: true, reviews: true })
      .transform((data) => ({ ...data, asOf, reviews: reviews.map(reviewDetailOf) }))
      .parse(JSON.parse(JSON.stringify({ contract: { id, name }, ...kept })));
  });
}
