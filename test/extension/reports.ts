import type { StoredReport } from '#extension/state/stored-report.ts';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import { acceptanceRateBps, responseRateBps, tallyOf } from '#shared/policy/tally.ts';
import { compareUsage } from '#shared/policy/usage-difference.ts';
import type { Series } from '#shared/wire/series.ts';
import type { UsagePeriod } from '#shared/wire/usage.ts';

/** Ninety days: none at first, then too few to be judged, a dip below the line, and up again. */
function pointsUpTo(last: Instant): Series['points'] {
  return Array.from({ length: 90 }, (_, index) => {
    const total = index < 8 ? 0 : Math.min(150, 20 + (index - 8) * 5);
    const share = 0.155 + 0.05 * Math.sin(index / 9) - (index > 50 && index < 62 ? 0.03 : 0);
    const answered = Math.round(total * share);
    const accepted = Math.round(answered * 0.8);
    const tally = tallyOf(accepted, answered - accepted, total - answered);
    return {
      at: last - (89 - index) * DAY_MS,
      tally,
      responseRateBps: responseRateBps(tally),
      acceptanceRateBps: acceptanceRateBps(tally),
      thresholdBps: 1300,
      minimumVolume: 100,
    };
  });
}

/** What LinkedIn counted of the last two weeks: later answers, and fewer InMails. */
function usagePeriod(endsAt: Instant): UsagePeriod {
  const startsAt = endsAt - 14 * DAY_MS;
  const importedAt = endsAt + DAY_MS;
  const [report, ledger] = [
    { sent: 128, accepted: 14, declined: 2 },
    { sent: 131, accepted: 15, declined: 3 },
  ];
  const compared = compareUsage(report, ledger, { endsAt, importedAt });
  return { startsAt, endsAt, importedAt, ...compared };
}

/** @param midnight the last hour of checks. */
export function sampleReport(midnight: Instant): StoredReport {
  return {
    series: { seat: 's1', asOf: midnight, windowDays: 14, points: pointsUpTo(midnight) },
    usage: { seat: 's1', periods: [usagePeriod(midnight - 3 * DAY_MS)] },
    receivedAt: midnight,
  };
}
