import { z } from 'zod';
import { MODES } from '#shared/policy/rollout.ts';
import { authorSchema } from '#shared/wire/author.ts';
import { instant } from '#shared/wire/instant.ts';

const sharePercent = z.int().min(0).max(100);
const count = z.int().min(0);

/** How far a contract's pilot goes, and with which seats. */
export const wantedPilotSchema = z.object({
  mode: z.enum(MODES),
  /**
   * Share of the seats in the pilot; left out, it stays as it is, but with seats named it is no
   * longer all of them.
   */
  sharePercent: sharePercent.optional(),
  /** Seats in the pilot whatever the share; left out, they stay as they are. */
  namedSeats: z.array(z.string().min(1)).max(10_000).optional(),
  /** An admin's: enforcing on what the overlay alone sees is accepted from now on. */
  acceptsPartialEvidence: z.boolean().default(false),
});

const pilotSettings = {
  mode: z.enum(MODES),
  sharePercent,
  namedSeats: z.array(z.string()),
  /** When an admin accepted to enforce on the overlay's evidence alone; null while nobody has. */
  partialAcceptedAt: instant.nullable(),
};

const pilotVersionSchema = z.object({
  /** 1 for what the contract began with. */
  version: z.int().min(1),
  ...pilotSettings,
  recordedAt: instant,
  /** Null where it was set before anybody was asked who sets it. */
  recordedBy: authorSchema.nullable(),
});

/** A contract's pilot as it is, and each time that it was set, oldest first. */
export const pilotSchema = pilotVersionSchema.extend({
  /** How many seats are in which mode; a lead may also have set a single one by an event. */
  seats: z.object({ observe: count, inform: count, enforce: count }),
  versions: z.array(pilotVersionSchema),
});

/** What would change: nothing is changed yet. */
export const pilotPreviewSchema = z.object({
  ...pilotSettings,
  changes: z.array(
    z.object({
      seat: z.string(),
      holder: z.string(),
      from: z.enum(MODES),
      to: z.enum(MODES),
      /** Whether bulk sends that the seat may make now would be refused at once, or the reverse. */
      bulk: z.enum(['unchanged', 'held', 'released']),
      /** Leaving observation, the seat starts anew, its InMails kept. */
      startsAnew: z.boolean(),
    }),
  ),
});

export type PilotState = z.output<typeof pilotSchema>;
export type PilotPreview = z.output<typeof pilotPreviewSchema>;
export type WantedPilot = z.output<typeof wantedPilotSchema>;
