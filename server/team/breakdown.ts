import { ContractUnknown } from '#server/ledger/ledger.ts';
import { readContract, type Contract } from '#server/contracts/store.ts';
import type { Batcher, Reader } from '#server/db/database.ts';
import { makeDueChecks, type CheckContext } from '#server/standing/checks.ts';
import { readGroups, readInWindows } from '#server/team/breakdown-store.ts';
import { readHolders, readCountsFromNow } from '#server/team/history-store.ts';
import { DAY_MS, daysToMs, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import { EMPTY_TALLY, responseRateBps, tallyOf, windowEndingAt } from '#shared/policy/tally.ts';
import type { Tally, Window } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';
import type { Breakdown, SeatBreakdown } from '#shared/wire/breakdown.ts';
import type { Leaving } from '#shared/wire/leaving.ts';

type Present = { reader: Batcher & Reader; contract: Contract; now: Instant; window: Window };

/** Reads of a seat as it stands now, or null where the contract has no such seat. */
async function ofSeat<Result>(
  context: CheckContext,
  contractId: string,
  seat: string,
  read: (present: Present) => Promise<Result>,
): Promise<Result | null> {
  await makeDueChecks(context, contractId);
  const now = context.now();
  return context.database.read(async (reader) => {
    const contract = await readContract(reader, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const found = await readCountsFromNow(reader, contractId, seat);
    if (found === null) return null;
    const window = windowEndingAt(now, found.countsFrom, contract.terms);
    return read({ reader, contract, now, window });
  });
}

/**
 * A seat's InMails in groups.
 * @param days how many days back; null for the window that counts now.
 * @throws ContractUnknown
 */
export function readBreakdown(
  context: CheckContext,
  contractId: string,
  seat: string,
  { by, days }: { by: Breakdown; days: number | null },
): Promise<SeatBreakdown | null> {
  return ofSeat(context, contractId, seat, async ({ reader, now, window: counting }) => {
    const window = days === null ? counting : { after: now - daysToMs(days), through: now };
    const holdings = by === 'holder' ? await readHolders(reader, contractId, seat) : [];
    const groups = await readGroups(reader, by, holdings, { contractId, seat, window, now });
    const withRates = groups.map((each) => ({
      ...each,
      responseRateBps: responseRateBps(each.tally),
    }));
    return { seat, asOf: now, by, ...window, groups: withRates };
  });
}

/** The hours of checks that end the days to come, from the next one on. */
function checkHoursAfter(now: Instant, days: number, { checkHourUtc }: Terms): Instant[] {
  const offset = checkHourUtc * HOUR_MS;
  const next = Math.floor((now - offset) / DAY_MS) * DAY_MS + offset + DAY_MS;
  return Array.from({ length: days }, (_, index) => next + index * DAY_MS);
}

function sum(tallies: Iterable<Tally>): Tally {
  let [accepted, declined, pending] = [0, 0, 0];
  for (const tally of tallies) {
    accepted += tally.accepted;
    declined += tally.declined;
    pending += tally.pending;
  }
  return tallyOf(accepted, declined, pending);
}

/**
 * Which of a seat's InMails leave its window in the days to come.
 * @throws ContractUnknown
 */
export function readLeaving(
  context: CheckContext,
  contractId: string,
  seat: string,
  dayCount: number,
): Promise<Leaving | null> {
  return ofSeat(context, contractId, seat, async ({ reader, contract, now, window }) => {
    const { terms } = contract;
    const length = daysToMs(terms.windowDays);
    const ends = checkHoursAfter(now, dayCount, terms);
    // What leaves by then was sent a window's length before; the last group is what stays longer.
    const sentBy = [...ends.map((end) => end - length), now].map((through) => ({
      after: 0,
      through,
    }));
    const of = { contractId, seat, window, now };
    const byDay = await readInWindows(reader, sentBy, of);
    const days = ends.map((through, index) => ({
      after: ends[index - 1] ?? now,
      through,
      leaves: byDay.get(index) ?? EMPTY_TALLY,
    }));
    return { seat, asOf: now, tally: sum(byDay.values()), days };
  });
}
