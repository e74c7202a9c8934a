import type { Instant } from '#shared/policy/instant.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import type { Tally } from '#shared/policy/tally.ts';

export const STANDINGS = ['good', 'warning_due', 'warned', 'improvement'] as const;
export type Standing = (typeof STANDINGS)[number];

export const NOTICE_TYPES = [
  'warning',
  'improvement_started',
  'improvement_renewed',
  'improvement_ended',
  'inherited',
] as const;
/** A must-read for a seat's holder. */
export type NoticeType = (typeof NOTICE_TYPES)[number];

export type OpenNotice = Readonly<{ type: NoticeType; issuedAt: Instant }>;

/** All that the policy remembers of a seat beside its InMails. It goes with the seat. */
export type SeatState = Readonly<{
  standing: Standing;
  everWarned: boolean;
  /** InMails sent up to here no longer count. */
  countsFrom: Instant | null;
  /** Set in the two timed standings, `warned` and `improvement`, and only there. */
  periodEndsAt: Instant | null;
  notice: OpenNotice | null;
  mode: Mode;
  /** Null until a transfer says who holds the seat. */
  holder: string | null;
}>;

export const CAUSES = [
  'check',
  'acknowledged',
  'transferred',
  'restored',
  'mode',
  'opened',
] as const;
export type Cause = (typeof CAUSES)[number];

/** A standing that changed, or a notice that was issued. */
export type Change = Readonly<{
  at: Instant;
  cause: Cause;
  from: Standing;
  to: Standing;
  notice: NoticeType | null;
  /** What a check judged; null for every other cause. */
  tally: Tally | null;
  periodEndsAt: Instant | null;
}>;

/** The seat after something happened to it, and what there is to tell of it. */
export type Step = Readonly<{ state: SeatState; changes: readonly Change[] }>;

/** A seat as it starts: in good standing, in a mode that shows what happens. */
export const NEW_SEAT: SeatState = {
  standing: 'good',
  everWarned: false,
  countsFrom: null,
  periodEndsAt: null,
  notice: null,
  mode: 'enforce',
  holder: null,
};
