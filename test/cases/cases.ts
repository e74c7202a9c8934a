import { z } from 'zod';
import replayChecks from '#test/cases/replay-checks.json' with { type: 'json' };
import replayLedger from '#test/cases/replay-ledger.json' with { type: 'json' };
import replayOrder from '#test/cases/replay-order.json' with { type: 'json' };
import replayRun from '#test/cases/replay-run.json' with { type: 'json' };
import replayStanding from '#test/cases/replay-standing.json' with { type: 'json' };
import rulesJson from '#test/cases/rules.json' with { type: 'json' };

/**
 * The named examples. Each is worked out by hand from the policy and points at the sentences it
 * guards by their ids in `rules.json`. They are read here once, strictly, so that a misspelt field
 * is an error and not a case that tests nothing.
 */
const named = { name: z.string().min(1), rules: z.array(z.string().min(1)).min(1) };

const sendsStep = z
  .object({
    seat: z.string(),
    count: z.int().positive(),
    from: z.string(),
    everySeconds: z.number().optional(),
    accepted: z.int().optional(),
    declined: z.int().optional(),
    respondAfterSeconds: z.number().optional(),
    prefix: z.string().optional(),
    recordedAt: z.string().optional(),
  })
  .catchall(z.unknown());

/** An event as it stands in a file, or `sends` (see `expand.ts`), or `raw`: a line word for word. */
const caseStep = z
  .object({ sends: sendsStep.optional(), raw: z.string().optional() })
  .catchall(z.unknown());

const caseOptions = z.strictObject({
  profile: z.enum(['inmail-2014', 'inmail-current']).optional(),
  terms: z.record(z.string(), z.unknown()).optional(),
  until: z.string().optional(),
  acknowledgeAfter: z.number().optional(),
  standings: z.boolean().optional(),
});

const replayCase = z.strictObject({
  ...named,
  options: caseOptions.optional(),
  events: z.array(caseStep),
  lines: z.array(z.string()).optional(),
  standings: z.array(z.string()).optional(),
  stdout: z.array(z.string()).optional(),
  conflicts: z.array(z.int()).optional(),
  badLine: z.int().optional(),
});

export type SendsStep = z.infer<typeof sendsStep>;
export type CaseStep = z.infer<typeof caseStep>;
export type CaseOptions = z.infer<typeof caseOptions>;
export type ReplayCase = z.infer<typeof replayCase>;

export const replayCases: readonly ReplayCase[] = z
  .array(replayCase)
  .parse([...replayLedger, ...replayChecks, ...replayStanding, ...replayOrder, ...replayRun]);

/**
 * What the policy says, sentence by sentence. Every rule has a case here, unless `by` says that it
 * shows only in a property of many ledgers, or `shownBy` names the test of the server or the
 * extension that does.
 */
const rule = z.strictObject({
  id: z.string().min(1),
  says: z.string().min(1),
  by: z.enum(['property']).optional(),
  /** Where the policy package has no part in it: the test that shows it, by its title. */
  shownBy: z.strictObject({ file: z.string(), test: z.string().min(1) }).optional(),
});

export const rules = z.array(rule).parse(rulesJson);
