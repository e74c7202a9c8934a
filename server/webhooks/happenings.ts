import type { SeatEvent, SeatStep } from '#server/standing/seat-fold.ts';
import type { Seat } from '#server/standing/store.ts';
import { formatInstant, formatInstantOrNull, type Instant } from '#shared/policy/instant.ts';
import type { OpenNotice } from '#shared/policy/standing.ts';
import type { WebhookType } from '#shared/wire/webhooks.ts';

/** Something that endpoints are told of. */
export type Happening = Readonly<{
  type: WebhookType;
  seat: string;
  at: Instant;
  /** Names it among all that has happened. */
  key: string;
  data: Readonly<Record<string, unknown>>;
}>;

function isSame(one: OpenNotice | null, other: OpenNotice): boolean {
  return one !== null && one.type === other.type && one.issuedAt === other.issuedAt;
}

/**
 * What one step has brought about for a seat: changes of its standing, and what became of notices.
 * @param event null for a check.
 */
export function happeningsOf(
  before: Seat,
  { seat, changes }: SeatStep,
  at: Instant,
  event: SeatEvent | null,
): Happening[] {
  const { holder, mode } = seat.state;
  const told: Happening[] = [];
  // An event and a check may be of one instant: the check comes after it, and is another write.
  const key = event === null ? `${at}:${seat.id}:check` : `${at}:${seat.id}`;
  const tell = (type: WebhookType, data: Happening['data']): void => {
    const about = { seat: { id: seat.id, holder }, mode };
    told.push({ type, seat: seat.id, at, key, data: { ...about, ...data } });
  };
  const settle = (notice: OpenNotice, isRead: boolean): void => {
    const data = { notice: notice.type, issuedAt: formatInstant(notice.issuedAt) };
    tell(isRead ? 'notice.acknowledged' : 'notice.closed', data);
  };
  let open = before.state.notice;
  for (const { from, to, cause, notice, tally, periodEndsAt, at: changedAt } of changes) {
    if (from !== to) {
      const period = formatInstantOrNull(periodEndsAt);
      tell('standing.changed', { from, to, cause, tally, periodEndsAt: period });
    }
    if (notice === null) continue;
    if (open !== null) settle(open, false);
    open = { type: notice, issuedAt: changedAt };
    tell('notice.issued', { notice, tally });
  }
  const isRead =
    event?.type === 'notice.acknowledged' || changes.some(({ cause }) => cause === 'acknowledged');
  if (open !== null && !isSame(seat.state.notice, open)) settle(open, isRead);
  return told;
}
