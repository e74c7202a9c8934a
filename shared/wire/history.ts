import { z } from 'zod';
import { MODES } from '#shared/policy/rollout.ts';
import { CAUSES, NOTICE_TYPES, STANDINGS } from '#shared/policy/standing.ts';
import { instant } from '#shared/wire/instant.ts';
import { readingSchema, tallySchema } from '#shared/wire/reading.ts';

const { seat, asOf, responseRateBps } = readingSchema.shape;
const { version, thresholdBps, minimumVolume } = readingSchema.shape.terms.shape;

/** One thing that happened to a seat's standing, or a notice that was issued. */
const historyChangeSchema = z.object({
  at: instant,
  cause: z.enum(CAUSES),
  from: z.enum(STANDINGS),
  to: z.enum(STANDINGS),
  /** The numbers that a check judged; null for every other cause. */
  tally: tallySchema.nullable(),
  responseRateBps,
  /** The terms it was judged by. */
  terms: z.object({ version, thresholdBps, minimumVolume }),
  periodEndsAt: instant.nullable(),
  /** Of a check that released the seat: its rate recovered, or it had sent too few to be judged. */
  release: z.enum(['recovered', 'too_few']).nullable(),
  /** Why a lead restored the standing, where that was said. */
  reason: z.string().nullable(),
  /** Who held the seat from then on. */
  holder: z.string(),
  /** The notice that was issued. */
  notice: z.enum(NOTICE_TYPES).nullable(),
  /** Who pressed CONTINUE on it and when; null while nobody has, or where it was closed otherwise. */
  acknowledged: z
    .object({
      /** When it was pressed. */
      at: instant,
      /** Null where it counted as pressed, as nobody is shown a notice in observation. */
      by: z.string().nullable(),
    })
    .nullable(),
});

/** All that happened to a seat, the latest first in every list. */
export const historySchema = z.object({
  seat,
  asOf,
  createdAt: instant,
  /** When the extension of its holder last spoke; null where it never did. */
  lastSeenAt: instant.nullable(),
  changes: z.array(historyChangeSchema),
  /** Who held it from when on; the holder of now first. */
  holders: z.array(z.object({ holder: z.string(), since: instant })),
  /** In which mode it was judged from when on. */
  modes: z.array(z.object({ mode: z.enum(MODES), since: instant })),
});

export type SeatHistory = z.output<typeof historySchema>;
export type HistoryChange = SeatHistory['changes'][number];
