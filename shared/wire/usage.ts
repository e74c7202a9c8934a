import { z } from 'zod';
import { USAGE_CAUSES, USAGE_COUNTS } from '#shared/policy/usage-difference.ts';
import { instant } from '#shared/wire/instant.ts';

const count = z.int().min(0);
const figures = z.object({
  sent: count,
  accepted: count,
  declined: count,
  /** Of this period's own counts; null with no InMails. Rates of several periods are never added up. */
  responseRateBps: count.nullable(),
});

/** One period of Recruiter's usage report beside the ledger's own figures of it. */
const usagePeriodSchema = z.object({
  startsAt: instant,
  /** The first instant that the period no longer covers. */
  endsAt: instant,
  /** When the report's figures came in; the ledger's are as known then. */
  importedAt: instant,
  report: figures,
  ledger: figures,
  /** Report less ledger. */
  difference: z.object({
    sent: z.int(),
    accepted: z.int(),
    declined: z.int(),
    responseRateBps: z.int().nullable(),
  }),
  /** The likely cause of each count that differs. */
  causes: z.array(z.object({ count: z.enum(USAGE_COUNTS), cause: z.enum(USAGE_CAUSES) })),
});

/** A seat's usage report, the latest period first. It judges nobody. */
export const usageSchema = z.object({
  seat: z.string(),
  periods: z.array(usagePeriodSchema),
});

export type UsagePeriod = z.output<typeof usagePeriodSchema>;
export type Usage = z.output<typeof usageSchema>;
