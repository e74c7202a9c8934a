import { readContract } from '#server/contracts/store.ts';
import { hasSeat } from '#server/imports/usage-store.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import {
  listStarts,
  listTerms,
  talliesAt,
  type Start,
  type TermsSince,
} from '#server/reports/store.ts';
import type { CheckContext } from '#server/standing/checks.ts';
import { DAY_MS, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import {
  acceptanceRateBps,
  EMPTY_TALLY,
  responseRateBps,
  windowEndingAt,
} from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';
import type { Series } from '#shared/wire/series.ts';

/** The last `days` hours of checks that have passed by `now`, oldest first. */
function checkHours(now: Instant, days: number, { checkHourUtc }: Terms): Instant[] {
  const offset = checkHourUtc * HOUR_MS;
  const last = Math.floor((now - offset) / DAY_MS) * DAY_MS + offset;
  return Array.from({ length: days }, (_, index) => last - (days - 1 - index) * DAY_MS);
}

function countsFromAt(starts: readonly Start[], at: Instant): Instant | null {
  return starts.findLast(({ recordedAt }) => recordedAt <= at)?.countsFrom ?? null;
}

/** What was in force at an instant; before the first version, the first. */
function termsAt(versions: readonly TermsSince[], at: Instant, now: Terms): Terms {
  const inForce = versions.findLast(({ recordedAt }) => recordedAt <= at) ?? versions[0];
  return inForce?.terms ?? now;
}

/**
 * A seat's rate at each of the last hours of checks, or null where the contract has no such seat.
 * @throws ContractUnknown
 */
export async function readSeries(
  { database, now }: CheckContext,
  contractId: string,
  seat: string,
  days: number,
): Promise<Series | null> {
  const asOf = now();
  return database.read(async (reader) => {
    const contract = await readContract(reader, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    if (!(await hasSeat(reader, contractId, seat))) return null;
    const { terms } = contract;
    const starts = await listStarts(reader, contractId, seat);
    const versions = await listTerms(reader, contract);
    const hours = checkHours(asOf, days, terms);
    const windows = hours.map((at) => windowEndingAt(at, countsFromAt(starts, at), terms));
    const tallies = await talliesAt(reader, contractId, seat, windows);
    const points = hours.map((at, index) => {
      const tally = tallies[index] ?? EMPTY_TALLY;
      const { thresholdBps, minimumVolume } = termsAt(versions, at, terms);
      const rates = {
        responseRateBps: responseRateBps(tally),
        acceptanceRateBps: acceptanceRateBps(tally),
      };
      return { at, tally, ...rates, thresholdBps, minimumVolume };
    });
    return { seat, asOf, windowDays: terms.windowDays, points };
  });
}
