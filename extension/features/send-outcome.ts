import type { ToastSays } from '#extension/surfaces/toasts.ts';

/** Milliseconds from one look to the next may pass before anything of a send is seen. */
const SETTLE_MS = 600;
/** A composer that still stands after so long, with nothing asked, did not send. */
const STILL_THERE_MS = 20_000;
/** What went away otherwise than by sending is waited for this long, should a toast tell. */
const TELLS_WITHIN_MS = 6_000;

/** A press of Send whose outcome is awaited. Times are milliseconds of any one clock. */
export type Pending = Readonly<{
  pressedAt: number;
  /** Something else was pressed after Send, or the page was left: it may be closed unsent. */
  isInDoubt: boolean;
  toast: ToastSays | null;
  /** The number in the toast that said that it was sent. */
  toldCount: number | null;
  goneAt: number | null;
  /** The last time that Recruiter asked something, such as whether to send. */
  askedAt: number | null;
}>;

export type Outcome = 'sent' | 'not_sent' | 'unknown';

export function pressed(at: number): Pending {
  return {
    pressedAt: at,
    isInDoubt: false,
    toast: null,
    toldCount: null,
    goneAt: null,
    askedAt: null,
  };
}

/** What one look at the page shows. */
export type Look = Readonly<{
  now: number;
  isComposerThere: boolean;
  isAsking: boolean;
  /** Of the toasts that came since the press, the one that says most. */
  toast: Readonly<{ says: ToastSays; count: number | null }> | null;
  /**
   * Something other than a send may have taken the composer away: the page is another one than at
   * the press, another composer stands there, or its frame is still there without its Send.
   */
  isOtherwiseGone: boolean;
}>;

export function looked(pending: Pending, look: Look): Pending {
  const isGone = !look.isComposerThere;
  const saysMore = look.toast !== null && look.toast.says !== 'unclear';
  return {
    ...pending,
    isInDoubt: pending.isInDoubt || (look.isOtherwiseGone && pending.goneAt === null),
    toast: saysMore ? look.toast.says : pending.toast,
    toldCount:
      look.toast !== null && look.toast.says === 'sent' ? look.toast.count : pending.toldCount,
    goneAt: isGone ? (pending.goneAt ?? look.now) : null,
    askedAt: look.isAsking ? look.now : pending.askedAt,
  };
}

/**
 * The outcome of a press, by proof alone: a toast that says so, or a composer that went away with
 * nothing else pressed in it. Null while neither is known.
 */
export function outcomeOf(pending: Pending, now: number): Outcome | null {
  const { toast, goneAt, isInDoubt, pressedAt, askedAt } = pending;
  if (toast === 'sent') return 'sent';
  if (goneAt === null) {
    if (toast === 'not_sent') return 'not_sent';
    const since = Math.max(pressedAt, askedAt ?? pressedAt);
    return now - since >= STILL_THERE_MS ? 'not_sent' : null;
  }
  // A question may stand where the composer was, and bring it back.
  if (now - Math.max(goneAt, askedAt ?? goneAt) < SETTLE_MS) return null;
  // It went away, and yet it is said that nothing was sent.
  if (toast === 'not_sent') return 'unknown';
  if (!isInDoubt) return 'sent';
  return now - goneAt >= TELLS_WITHIN_MS ? 'unknown' : null;
}

/**
 * The outcome for a page that goes away: nothing more will be seen. What was proof before is proof
 * now, without the wait for what else might be said; a composer that still stands proves nothing.
 */
export function outcomeOnLeaving(
  { toast, goneAt, isInDoubt }: Pending,
  isAsking: boolean,
): Outcome {
  if (toast === 'sent') return 'sent';
  if (goneAt === null) return toast === 'not_sent' ? 'not_sent' : 'unknown';
  return toast === 'not_sent' || isInDoubt || isAsking ? 'unknown' : 'sent';
}
