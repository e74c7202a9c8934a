import type { Instant } from '#shared/policy/instant.ts';
import type { NoticeType, Standing } from '#shared/policy/standing.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import type { Terms } from '#shared/policy/terms.ts';

export const SEND_MODES = ['bulk', 'one_to_one'] as const;
export type SendMode = (typeof SEND_MODES)[number];

export const CHANNELS = ['inmail', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

export const COSTS = ['credit', 'free_connection', 'free_openlink'] as const;
export type Cost = (typeof COSTS)[number];

export const RESPONSES = ['accepted', 'declined'] as const;
/** What a recipient answered: a reply or an accepted invitation, or "Not interested". */
export type Response = (typeof RESPONSES)[number];

type Base = {
  id: string;
  /** When it happened. */
  at: Instant;
  /** When the ledger learned of it; never before `at`. The fold runs in this order. */
  recordedAt: Instant;
};

export type InMailSent = Base & {
  type: 'inmail.sent';
  seat: string;
  inmail: string;
  recipient: string | null;
  mode: SendMode;
  channel: Channel;
  cost: Cost;
  /** `search`, `project`, `clipboard`, `similar_profiles`, `other`, or a name we do not know yet. */
  surface: string;
  batch: string | null;
  template: string | null;
  segment: string | null;
};

export type InMailResponded = Base & {
  type: 'inmail.responded';
  inmail: string;
  outcome: Response;
};

export type SeatTransferred = Base & { type: 'seat.transferred'; seat: string; to: string };

export type NoticeAcknowledged = Base & {
  type: 'notice.acknowledged';
  seat: string;
  notice: NoticeType;
};

export type StandingRestored = Base & {
  type: 'standing.restored';
  seat: string;
  reason: string | null;
};

export type ModeChanged = Base & { type: 'mode.changed'; seat: string; mode: Mode };

export type TermsChanged = Base & { type: 'terms.changed'; terms: Partial<Terms> };

export type SeatOpened = Base & {
  type: 'seat.opened';
  seat: string;
  standing: Standing;
  everWarned: boolean;
  countsFrom: Instant | null;
  periodEndsAt: Instant | null;
  notice: NoticeType | null;
};

/** Everything the ledger can hold. */
export type LedgerEvent =
  | InMailSent
  | InMailResponded
  | SeatTransferred
  | NoticeAcknowledged
  | StandingRestored
  | ModeChanged
  | TermsChanged
  | SeatOpened;

export type EventType = LedgerEvent['type'];

/** The order of the fold among events recorded at one instant. */
export const FOLD_RANK: Readonly<Record<EventType, number>> = {
  'seat.opened': 0,
  'terms.changed': 1,
  'inmail.sent': 2,
  'inmail.responded': 3,
  'seat.transferred': 4,
  'notice.acknowledged': 5,
  'standing.restored': 6,
  'mode.changed': 7,
};

/** Whether the interchange format has events of this name. */
export function isEventType(name: unknown): name is EventType {
  return typeof name === 'string' && Object.hasOwn(FOLD_RANK, name);
}

/** Before, at, or after in the fold: by `recordedAt`, then by kind; 0 leaves the order received. */
export function compareInFold(one: LedgerEvent, other: LedgerEvent): number {
  return one.recordedAt - other.recordedAt || FOLD_RANK[one.type] - FOLD_RANK[other.type];
}
