import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import { responseRateBps, tallyOf } from '#shared/policy/tally.ts';

/** What a usage report counts of one seat and period, and the ledger of the same. */
export type Counted = Readonly<{ sent: number; accepted: number; declined: number }>;
export type UsageFigures = Counted & { readonly responseRateBps: number | null };

export const USAGE_COUNTS = ['sent', 'accepted', 'declined'] as const;
export type UsageCount = (typeof USAGE_COUNTS)[number];

/**
 * Why a report and the ledger may differ. Nobody is judged by a report, so that these explain and
 * decide nothing.
 */
export const USAGE_CAUSES = [
  'lag_48h',
  'ledger_incomplete',
  'ledger_lacks_answers',
  'attribution_30_days',
  'answers_by_reply_date',
  'outcome_read_differently',
  'report_excludes_or_other_seat',
] as const;
export type UsageCause = (typeof USAGE_CAUSES)[number];

export type UsageComparison = {
  report: UsageFigures;
  ledger: UsageFigures;
  /** Report less ledger; the rate in basis points, null where either has none. */
  difference: UsageFigures;
  /** The likely cause of each count that differs. */
  causes: { count: UsageCount; cause: UsageCause }[];
};

/** Recruiter's help pages: figures lag by up to 48 hours. */
const LAG_DAYS = 2;

/** The rate over one period's own counts; rates of several periods are never added up. */
function figuresOf({ sent, accepted, declined }: Counted): UsageFigures {
  const tally = tallyOf(accepted, declined, sent - accepted - declined);
  return { sent, accepted, declined, responseRateBps: responseRateBps(tally) };
}

function causeOfSent(by: number, isLagging: boolean): UsageCause {
  if (by > 0) return 'ledger_incomplete';
  return isLagging ? 'lag_48h' : 'report_excludes_or_other_seat';
}

function causeOfAnswers(report: Counted, ledger: Counted, isLagging: boolean): UsageCause {
  const answered = report.accepted + report.declined;
  const by = answered - ledger.accepted - ledger.declined;
  // More answers than InMails: the report cannot have counted them with their sends.
  if (answered > report.sent) return 'answers_by_reply_date';
  if (by === 0) return 'outcome_read_differently';
  const sentBy = report.sent - ledger.sent;
  // Sends that one side lacks take their answers with them.
  if (Math.sign(by) === Math.sign(sentBy)) return causeOfSent(sentBy, isLagging);
  if (by > 0) return 'ledger_lacks_answers';
  return isLagging ? 'lag_48h' : 'attribution_30_days';
}

/**
 * A report's figures beside the ledger's of the same UTC period.
 * @param endsAt the first instant that the period no longer covers.
 * @param importedAt when the report came in: within 48 hours of the period's end it may lag.
 */
export function compareUsage(
  report: Counted,
  ledger: Counted,
  { endsAt, importedAt }: { endsAt: Instant; importedAt: Instant },
): UsageComparison {
  const [theirs, ours] = [figuresOf(report), figuresOf(ledger)];
  const isLagging = endsAt > importedAt - daysToMs(LAG_DAYS);
  const rates = [theirs.responseRateBps, ours.responseRateBps] as const;
  const difference: UsageFigures = {
    sent: report.sent - ledger.sent,
    accepted: report.accepted - ledger.accepted,
    declined: report.declined - ledger.declined,
    responseRateBps: rates[0] === null || rates[1] === null ? null : rates[0] - rates[1],
  };
  const causes = USAGE_COUNTS.filter((count) => difference[count] !== 0).map((count) => ({
    count,
    cause:
      count === 'sent'
        ? causeOfSent(difference.sent, isLagging)
        : causeOfAnswers(report, ledger, isLagging),
  }));
  return { report: theirs, ledger: ours, difference, causes };
}
