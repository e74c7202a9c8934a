import { expect } from 'vitest';
import { changeRetention } from '#server/retention/change-retention.ts';
import { goOn, NEW_ROUND, type Round } from '#server/retention/retain.ts';
import { listSeats } from '#server/standing/history-store.ts';
import type { Seat } from '#server/standing/store.ts';
import type { SetUp, TestServer } from '#test/server/harness.ts';

/** Since when a notice is open may move to its opening; nothing else does. */
const standings = (seats: readonly Seat[]): unknown[] =>
  seats.map(({ state: { notice, ...state }, ...seat }) => ({
    ...seat,
    state,
    notice: notice?.type,
  }));

/** Removes all that was recorded longer ago, and holds that no standing is another for it. */
export async function retainAll(
  server: TestServer,
  { contract }: SetUp,
  days: number,
): Promise<Round> {
  const { ledger } = server.running;
  await changeRetention(ledger, contract, days);
  await server.running.tick();
  const before = await ledger.database.read((reader) => listSeats(reader, contract));
  let round = NEW_ROUND;
  while (!round.isOver) round = await goOn(ledger, contract, round);
  const after = await ledger.database.read((reader) => listSeats(reader, contract));
  expect(standings(after)).toEqual(standings(before));
  return round;
}
