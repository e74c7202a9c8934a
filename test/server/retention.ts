import { expect } from 'vitest';
import { readContract } from '#server/contracts/store.ts';
import { changeRetention } from '#server/retention/change-retention.ts';
import { goOn, NEW_ROUND, type Round } from '#server/retention/retain.ts';
import { listSeats } from '#server/standing/history-store.ts';
import type { Seat } from '#server/standing/store.ts';
import { HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import type { SetUp, TestServer } from '#test/server/harness.ts';

/** Since when a notice is open may move to its opening; nothing else does. */
const standings = (seats: readonly Seat[]): unknown[] =>
  seats.map(({ state: { notice, ...state }, ...seat }) => ({
    ...seat,
    state,
    notice: notice?.type,
  }));

/**
 * Now, or soon after, where no check falls due while a retention is recorded: with a clock that was set
 * back it is recorded later than the clock says, and as any write it makes the checks of until then.
 */
async function quietInstant(server: TestServer, contractId: string): Promise<Instant> {
  const { database } = server.running.ledger;
  const contract = await database.read((reader) => readContract(reader, contractId));
  const at = Math.max(server.clock.now, (contract?.lastRecordedAt ?? 0) + 1);
  const hour = Math.ceil(at / HOUR_MS) * HOUR_MS;
  return hour - at < 1000 ? hour + 1 : at;
}

/** Removes all that was recorded longer ago, and holds that no standing is another for it. */
export async function retainAll(
  server: TestServer,
  { contract }: SetUp,
  days: number,
): Promise<Round> {
  const { ledger } = server.running;
  await changeRetention(ledger, contract, days);
  await server.moveTo(await quietInstant(server, contract));
  const before = await ledger.database.read((reader) => listSeats(reader, contract));
  let round = NEW_ROUND;
  while (!round.isOver) round = await goOn(ledger, contract, round);
  const after = await ledger.database.read((reader) => listSeats(reader, contract));
  expect(standings(after)).toEqual(standings(before));
  return round;
}
