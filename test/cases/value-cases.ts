import { z } from 'zod';
import breachJson from '#test/cases/breach.json' with { type: 'json' };
import eventsJson from '#test/cases/events.json' with { type: 'json' };
import gateJson from '#test/cases/gate.json' with { type: 'json' };
import rolloutJson from '#test/cases/rollout.json' with { type: 'json' };
import shownJson from '#test/cases/shown.json' with { type: 'json' };
import tallyJson from '#test/cases/tally.json' with { type: 'json' };
import termsJson from '#test/cases/terms.json' with { type: 'json' };

/** The named examples that need no history: one input, one answer. */
const named = { name: z.string().min(1), rules: z.array(z.string().min(1)).min(1) };
const counts = { accepted: z.int(), declined: z.int(), pending: z.int() };
const standing = z.enum(['good', 'warning_due', 'warned', 'improvement']);
const mode = z.enum(['observe', 'inform', 'enforce']);
const profile = z.enum(['inmail-2014', 'inmail-current']);
const fields = z.record(z.string(), z.unknown());

const tallyCase = z.strictObject({
  ...named,
  ...counts,
  total: z.int(),
  responseRateBps: z.int().nullable(),
  acceptanceRateBps: z.int().nullable(),
  /** As it is read by people, in per cent. */
  responseRate: z.string().nullable(),
  acceptanceRate: z.string().nullable(),
});

const breachCase = z.strictObject({
  ...named,
  ...counts,
  terms: fields.optional(),
  breach: z.boolean(),
});

const termsCases = z.strictObject({
  profiles: z.array(
    z.strictObject({
      ...named,
      profile,
      term: z.string(),
      value: z.union([z.string(), z.number(), z.boolean()]),
    }),
  ),
  /** What a contract lays over its profile, and the first term that would be loosened. */
  changes: z.array(
    z.strictObject({ ...named, profile, laid: fields, loosened: z.string().nullable() }),
  ),
  /** What `--terms` takes. */
  given: z.array(z.strictObject({ ...named, terms: z.unknown(), taken: z.boolean() })),
});

const gateReading = z.strictObject({ standing, mode, periodEndsAt: z.string().nullable() });
const gateCases = z.strictObject({
  gate: z.array(
    z.strictObject({
      ...named,
      ...gateReading.shape,
      allowed: z.boolean(),
      until: z.string().optional(),
    }),
  ),
  press: z.array(
    z.strictObject({
      ...named,
      reading: gateReading.nullable(),
      part: z.enum(['control', 'composer']),
      recipients: z.int().nullable(),
      at: z.string(),
      verdict: z.enum(['one_to_one', 'bulk', 'unknown', 'refused']),
      surfaceMiss: z.boolean().optional(),
      until: z.string().optional(),
    }),
  ),
});

const shownCase = z.strictObject({
  ...named,
  at: z.string(),
  reading: z.strictObject({ ...gateReading.shape, ...counts }).nullable(),
  terms: fields.optional(),
  shown: z.string(),
});

const rolloutCase = z.strictObject({
  ...named,
  pilot: z.strictObject({
    contract: z.string(),
    mode,
    sharePercent: z.number(),
    namedSeats: z.array(z.string()),
  }),
  seat: z.string(),
  mode,
});

const eventLine = z.strictObject({
  ...named,
  /** A line word for word, or else the event of `bases` of this type, with and without. */
  raw: z.string().optional(),
  base: z.string().optional(),
  with: fields.optional(),
  without: z.string().optional(),
});
const sameContent = z.strictObject({
  ...named,
  base: z.string(),
  first: fields,
  second: fields,
  same: z.boolean(),
});
const eventCases = z.strictObject({
  bases: z.array(fields),
  malformed: z.array(eventLine),
  wellFormed: z.array(eventLine),
  sameContent: z.array(sameContent),
});

export const tallyCases = z.array(tallyCase).parse(tallyJson);
export const breachCases = z.array(breachCase).parse(breachJson);
export const {
  profiles: profileCases,
  changes: termChangeCases,
  given: givenTermsCases,
} = termsCases.parse(termsJson);
export const { gate: gateCasesOfStanding, press: pressCases } = gateCases.parse(gateJson);
export const shownCases = z.array(shownCase).parse(shownJson);
export const rolloutCases = z.array(rolloutCase).parse(rolloutJson);
const events = eventCases.parse(eventsJson);
export const malformedCases = events.malformed;
export const wellFormedCases = events.wellFormed;
export const sameContentCases = events.sameContent;

function baseOf(type: string): Record<string, unknown> {
  const base = events.bases.find((each) => each['type'] === type);
  if (base === undefined) throw new Error(`no event of the type ${type} to start from`);
  return base;
}

/** The line of a case. */
export function lineOf(each: z.infer<typeof eventLine>): string {
  if (each.raw !== undefined) return each.raw;
  const { [each.without ?? '']: _left, ...kept } = baseOf(each.base ?? '');
  return JSON.stringify({ ...kept, ...each.with });
}

/** Two lines of one id. */
export function linesOfSame(each: z.infer<typeof sameContent>): string {
  const base = baseOf(each.base);
  return [each.first, each.second]
    .map((fields) => `${JSON.stringify({ ...base, ...fields })}\n`)
    .join('');
}

/** Every case of every file, for the index of rules. */
export const valueCases: readonly { name: string; rules: readonly string[] }[] = [
  ...tallyCases,
  ...breachCases,
  ...profileCases,
  ...termChangeCases,
  ...givenTermsCases,
  ...gateCasesOfStanding,
  ...pressCases,
  ...shownCases,
  ...rolloutCases,
  ...malformedCases,
  ...wellFormedCases,
  ...sameContentCases,
];
