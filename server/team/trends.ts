import { readContract } from '#server/contracts/store.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { readSeries } from '#server/reports/series.ts';
import type { CheckContext } from '#server/standing/checks.ts';
import { findRestarted, readDays, type ByDay } from '#server/team/trend-store.ts';
import { DAY_MS, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import { answeredOf } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';
import { TREND_DAYS, TREND_STEP_DAYS, type Trends } from '#shared/wire/trends.ts';

type Trend = Trends['trends'][number];

/** The ends of the points' windows as days, counted so that the first window begins with day 1. */
function pointDays({ windowDays }: Terms): number[] {
  const points = TREND_DAYS / TREND_STEP_DAYS + 1;
  return Array.from({ length: points }, (_, index) => windowDays + index * TREND_STEP_DAYS);
}

function lastCheckHour(now: Instant, { checkHourUtc }: Terms): Instant {
  const offset = checkHourUtc * HOUR_MS;
  return Math.floor((now - offset) / DAY_MS) * DAY_MS + offset;
}

function trendOf(seat: string, { sent, answered }: ByDay, days: number[], windowDays: number) {
  const sumIn = (of: readonly { day: number; count: number }[], end: number): number =>
    of.reduce(
      (sum, { day, count }) => (day > end - windowDays && day <= end ? sum + count : sum),
      0,
    );
  return {
    seat,
    total: days.map((end) => sumIn(sent, end)),
    answered: days.map((end) =>
      sumIn(
        answered.filter(({ answeredDay }) => answeredDay <= end),
        end,
      ),
    ),
  };
}

/**
 * How the rates of some seats went, the same as their series say, by one look over all of them. A
 * seat that began anew to count has windows of its own: it is asked for its series.
 * @throws ContractUnknown
 */
export async function readTrends(
  context: CheckContext,
  contractId: string,
  seats: readonly string[],
): Promise<Trends> {
  const asOf = context.now();
  return context.database.read(async (reader) => {
    const contract = await readContract(reader, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const { terms } = contract;
    const days = pointDays(terms);
    const through = lastCheckHour(asOf, terms);
    const from = through - (days.at(-1) ?? 0) * DAY_MS;
    const byDay = await readDays(reader, contractId, seats, { from, through });
    const trends = new Map(
      [...byDay].map(([seat, of]): [string, Trend] => [
        seat,
        trendOf(seat, of, days, terms.windowDays),
      ]),
    );
    for (const seat of await findRestarted(reader, contractId, seats)) {
      const series = await readSeries(context, contractId, seat, TREND_DAYS + 1);
      const points = (series?.points ?? []).filter((_, index) => index % TREND_STEP_DAYS === 0);
      const answered = points.map(({ tally }) => answeredOf(tally));
      trends.set(seat, { seat, answered, total: points.map(({ tally }) => tally.total) });
    }
    return { asOf, at: days.map((day) => from + day * DAY_MS), trends: [...trends.values()] };
  });
}
