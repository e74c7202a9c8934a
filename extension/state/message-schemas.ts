import '#extension/state/no-eval.ts';
import { z } from 'zod';
import { RESPONSES, SEND_MODES } from '#shared/policy/events.ts';
import { NOTICE_TYPES } from '#shared/policy/standing.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { POLICY_QUESTIONS } from '#shared/words/plain-policy-words.ts';

/**
 * What the page's scripts say is checked where it arrives: they run beside a page that is not ours,
 * and after an update those of the version before go on for a while.
 */
const MOST_RECIPIENTS = 10_000;

// From 2014-01-01 to 2100: what `Date` can write, and what a clock may reasonably say.
const instant = z.number().min(1_388_534_400_000).max(4_102_444_800_000);
const name = z.string().min(1).max(100);

export const observedSendSchema = z.object({
  id: name.exactOptional(),
  at: instant,
  mode: z.enum(SEND_MODES),
  surface: name,
  count: z.int().min(1).max(MOST_RECIPIENTS),
  memberIds: z.array(z.string().min(1).max(500)).max(MOST_RECIPIENTS),
  names: z.array(z.string().min(1).max(500).nullable()).max(MOST_RECIPIENTS).exactOptional(),
});

/** As it lies in storage, with whose it is. */
export const leftSendSchema = observedSendSchema.extend({ id: name, contract: name, seat: name });

export const bulkHeldSchema = z.object({
  id: name,
  at: instant,
  surface: name,
  recipients: z.int().min(2).max(MOST_RECIPIENTS),
});

const MOST_CARDS = 1_000;

export const inboxReadSchema = z.object({
  at: instant,
  cards: z
    .array(
      z.object({
        conversation: z.string().min(1).max(500),
        name: z.string().min(1).max(500),
        outcome: z.enum(RESPONSES),
      }),
    )
    .max(MOST_CARDS),
});

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const pressSchema = z.object({ notice: z.enum(NOTICE_TYPES), at: instant });

export const missSchema = z.object({
  surface: name,
  part: name,
  at: instant,
  // A page whose script is older says nothing of its shape.
  outline: z.string().max(4_000).default(''),
});

export const spokenSchema = z.object({
  language: z.enum(LANGUAGES),
  timeZone: name.refine(isTimeZone),
});

export const recipientsAskedSchema = z.object({
  language: z.enum(LANGUAGES),
  memberIds: z.array(z.string().min(1).max(500)).max(MOST_RECIPIENTS),
  recipients: z.int().min(2).max(MOST_RECIPIENTS),
});

/** What comes with every message: its page and tab, and the contract that is named there, null for none. */
export const pageSaysSchema = z.object({
  // Left out by a script of an earlier version, which told nothing where none is named.
  contract: z.string().min(1).nullable().exactOptional(),
  sender: z.object({ url: z.url(), tab: z.object({ id: z.int() }) }),
});

export const pageWantedSchema = z.discriminatedUnion('page', [
  z.object({
    page: z.literal('policy'),
    question: z.enum(POLICY_QUESTIONS),
    language: z.enum(LANGUAGES),
  }),
  z.object({ page: z.literal('review') }),
  z.object({ page: z.literal('training'), index: z.int().min(0) }),
]);
