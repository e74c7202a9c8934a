import { listSeatIds, listSeats, readSeatBooks } from '#server/standing/history-store.ts';
import type { SeatChange } from '#server/standing/store.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { keptEvent } from '#server/ledger/raw-event.ts';
import { replayEvents, type Replayed } from '#shared/policy/replay.ts';
import { PROFILES, type ProfileName } from '#shared/policy/terms.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { SetUp, TestServer } from '#test/server/harness.ts';

/** Every change of standing that a server holds, by instant, then seat, then as they came about. */
export async function changesIn({ running }: TestServer, contract: string): Promise<SeatChange[]> {
  return running.ledger.database.read(async (reader) => {
    const changes: SeatChange[] = [];
    // The sort below keeps the order of what is of one instant: that of the seats.
    for (const seat of (await listSeatIds(reader, contract)).toSorted()) {
      changes.push(...((await readSeatBooks(reader, contract, seat))?.changes ?? []));
    }
    return changes.toSorted((one, other) => one.at - other.at);
  });
}

/** What the server holds, and what a replay of its export comes to at the same instant. */
export async function standingsOf(
  server: TestServer,
  { contract, lead }: SetUp,
  profile: ProfileName,
): Promise<{ held: Replayed; replayed: Replayed }> {
  const { database } = server.running.ledger;
  // Pages so small that an instant goes over several of them.
  const events = (await exportLedger(database, contract, 40)).map(keptEvent);
  const held = await database.read(async (reader) => ({
    changes: await changesIn(server, contract),
    seats: await listSeats(reader, contract),
  }));
  const readings = new Map<string, Reading>();
  for (const { id } of held.seats) readings.set(id, await server.reading(lead, id));
  return {
    held: {
      changes: held.changes,
      standings: held.seats.map(({ id, state, nextCheckAt }) => {
        const row = readings.get(id);
        if (row === undefined) throw new Error(`There is no reading of ${id}.`);
        const { accepted, declined, pending, total } = row.tally;
        // What only the overlay has seen is in the live reading, and in no ledger.
        const { provisional, provisionalAccepted, provisionalDeclined } = row.evidence;
        const stillWaits = provisional - provisionalAccepted - provisionalDeclined;
        const counted = {
          accepted: accepted - provisionalAccepted,
          declined: declined - provisionalDeclined,
          pending: pending - stillWaits,
          total: total - provisional,
        };
        return { seat: id, state, nextCheckAt, tally: counted };
      }),
    },
    replayed: replayEvents(events, {
      terms: PROFILES[profile],
      until: server.clock.now,
      acknowledgeAfterDays: null,
    }),
  };
}
