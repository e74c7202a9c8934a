import type { Instant } from '#shared/policy/instant.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import type { Standing } from '#shared/policy/standing.ts';

/** What a seat may send. One-to-one is always allowed, so that it has no field here. */
export type Gate = Readonly<{
  bulk:
    | { allowed: true }
    | {
        allowed: false;
        reason: 'improvement_period';
        /** When it ends if the rate recovers. */
        until: Instant;
        stillPossible: 'one_to_one';
      };
}>;

export const OPEN_GATE: Gate = { bulk: { allowed: true } };

/** Bulk is refused when and only when the standing is `improvement` and the mode `enforce`. */
export function gateOf(standing: Standing, mode: Mode, periodEndsAt: Instant | null): Gate {
  const isRefused = standing === 'improvement' && mode === 'enforce' && periodEndsAt !== null;
  if (!isRefused) return OPEN_GATE;
  return {
    bulk: {
      allowed: false,
      reason: 'improvement_period',
      until: periodEndsAt,
      stillPossible: 'one_to_one',
    },
  };
}

/** How many people a control or a composer says it sends to; null where it cannot be read. */
export type RecipientCount = number | null;

/** What is pressed: a control that opens a bulk composer, or a composer's own Send. */
export type PressedPart = 'control' | 'composer';

export type Verdict =
  | { allowed: true; sends: 'one_to_one' | 'bulk' }
  /** Let through unread: at a control the composer decides, at a composer it is a surface miss. */
  | { allowed: true; sends: 'unknown'; isSurfaceMiss: boolean }
  | { allowed: false; reason: 'improvement_period'; until: Instant; stillPossible: 'one_to_one' };

/**
 * Judges a press at the instant it is made. No reading (`gate` null) refuses nothing, and a refusal
 * holds until its end however old the reading is, and not a moment longer.
 */
export function judgePress(
  gate: Gate | null,
  part: PressedPart,
  recipients: RecipientCount,
  now: Instant,
): Verdict {
  if (recipients === null) {
    return { allowed: true, sends: 'unknown', isSurfaceMiss: part === 'composer' };
  }
  if (recipients < 2) return { allowed: true, sends: 'one_to_one' };
  // Only what certainly is before the end: an instant that is none, from a damaged store, holds nobody.
  if (gate === null || gate.bulk.allowed || !(now < gate.bulk.until)) {
    return { allowed: true, sends: 'bulk' };
  }
  const { reason, until, stillPossible } = gate.bulk;
  return { allowed: false, reason, until, stillPossible };
}
