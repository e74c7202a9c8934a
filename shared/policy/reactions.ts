import { DAY_MS, daysToMs, type Instant } from '#shared/policy/instant.ts';

/** One bulk send: when, and to how many. */
export type BulkSend = Readonly<{ sentAt: Instant; size: number }>;

/** So long before a warning and after it, a seat's bulk sends are compared. */
export const REACTION_DAYS = 14;
/** Under so much of what it was, a figure has fallen. */
const FALLEN = 0.75;

/**
 * What a seat did in bulk after a warning: none any more, fewer InMails (`cut`), about as many in
 * smaller sends (`split`), or as before. `no_bulk`: it sent nothing in bulk before either;
 * `too_recent`: the days after the warning are not over.
 */
export const REACTIONS = ['stopped', 'cut', 'split', 'as_before', 'no_bulk', 'too_recent'] as const;
export type Reaction = (typeof REACTIONS)[number];

type Sent = { sends: number; inmails: number };

function sentWithin(sends: readonly BulkSend[], from: Instant, until: Instant): Sent {
  const within = sends.filter(({ sentAt }) => from <= sentAt && sentAt < until);
  return {
    sends: within.length,
    inmails: within.reduce((sum, { size }) => sum + size, 0),
  };
}

export type Reacted = { reaction: Reaction; before: Sent; after: Sent };

export function reactionOf(sends: readonly BulkSend[], warnedAt: Instant, asOf: Instant): Reacted {
  const span = daysToMs(REACTION_DAYS);
  const before = sentWithin(sends, warnedAt - span, warnedAt);
  const after = sentWithin(sends, warnedAt, warnedAt + span);
  const decide = (): Reaction => {
    if (asOf < warnedAt + span) return 'too_recent';
    if (before.sends === 0) return 'no_bulk';
    if (after.sends === 0) return 'stopped';
    if (after.inmails < FALLEN * before.inmails) return 'cut';
    const [sizeBefore, sizeAfter] = [before.inmails / before.sends, after.inmails / after.sends];
    return sizeAfter < FALLEN * sizeBefore ? 'split' : 'as_before';
  };
  return { reaction: decide(), before, after };
}

export type NoticeIssued = Readonly<{ seat: string; notice: string; at: Instant }>;

/** How long it took until notices were read; those that nobody has read yet are left over. */
export type Reads = { issued: number; read: number; medianDays: number | null };

/** Each acknowledgement is of the last such notice that was issued to the seat before it. */
export function readsOf(
  issued: readonly NoticeIssued[],
  acknowledged: readonly NoticeIssued[],
): Reads {
  const days: number[] = [];
  const keyOf = ({ seat, notice }: NoticeIssued): string => JSON.stringify([seat, notice]);
  const presses = Map.groupBy(acknowledged, keyOf);
  for (const [key, notices] of Map.groupBy(issued, keyOf)) {
    const inOrder = notices.toSorted((one, other) => one.at - other.at);
    for (const [index, { at }] of inOrder.entries()) {
      const next = inOrder[index + 1]?.at ?? Infinity;
      const press = (presses.get(key) ?? []).find((each) => at <= each.at && each.at < next);
      if (press !== undefined) days.push((press.at - at) / DAY_MS);
    }
  }
  days.sort((one, other) => one - other);
  return {
    issued: issued.length,
    read: days.length,
    medianDays: days[(days.length - 1) >>> 1] ?? null,
  };
}
