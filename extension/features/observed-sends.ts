import type { Around, StartFeature } from '#extension/features/feature.ts';
import {
  looked,
  outcomeOf,
  outcomeOnLeaving,
  pressed,
  type Look,
  type Outcome,
  type Pending,
} from '#extension/features/send-outcome.ts';
import { ToldSends, type Sent } from '#extension/features/told-sends.ts';
import { openerByAddress, recipientsAmong } from '#extension/surfaces/openers.ts';
import { isMarked } from '#extension/surfaces/marks.ts';
import type { PersonSeen } from '#extension/surfaces/people.ts';
import { pressOf } from '#extension/surfaces/press.ts';
import type { ComposerSeen, Seen } from '#extension/surfaces/see.ts';
import { isAnswer, type Toast } from '#extension/surfaces/toasts.ts';
import type { RecipientCount } from '#shared/policy/gate.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** A press of Send in one composer, and all that was readable of it at that instant. */
type Watched = {
  pending: Pending;
  id: string;
  at: Instant;
  path: string;
  recipients: RecipientCount;
  surface: string;
  people: readonly PersonSeen[];
  /** Toasts that were there before belong to something else. */
  toastsBefore: ReadonlySet<HTMLElement>;
  composersBefore: ReadonlySet<HTMLElement>;
};

/** One press is told by several events. */
const SAME_PRESS_MS = 1_000;
/** How often the outcome is looked for while one is awaited. */
const LOOK_EVERY_MS = 300;

/** Our own mark may still stand for a moment after the pause has ended. */
function isAble({ send }: ComposerSeen): boolean {
  return send !== null && !send.disabled && (send.ariaDisabled !== 'true' || isMarked(send));
}

/** Escape, or a press outside the composer that answers no question: either may close it unsent. */
function mayClose(event: Event): boolean {
  if (event instanceof KeyboardEvent) return event.key === 'Escape';
  return event.type === 'click' && !isAnswer(event.composedPath());
}

function watch(composer: ComposerSeen, seen: Seen, around: Around, at: Instant): Watched {
  const opener = around.openerOf(composer) ?? openerByAddress(seen.url, document);
  return {
    pending: pressed(at),
    id: crypto.randomUUID(),
    at,
    path: seen.url.pathname,
    recipients: composer.recipients,
    surface: opener.surface,
    people: recipientsAmong(opener, composer.recipients),
    toastsBefore: new Set(seen.toasts().map(({ element }) => element)),
    composersBefore: new Set(seen.composers.map(({ element }) => element)),
  };
}

const SAYS_MOST = ['not_sent', 'sent', 'unclear'] as const;

function tellingToast(toasts: readonly Toast[], before: ReadonlySet<HTMLElement>): Toast | null {
  const fresh = toasts.filter(({ element }) => !before.has(element));
  for (const says of SAYS_MOST) {
    const toast = fresh.find((one) => one.says === says);
    if (toast !== undefined) return toast;
  }
  return null;
}

/** Fewer may be reached than were chosen: then the toast says how many. */
function sendOf({ pending, id, at, recipients, surface, people }: Watched): Sent | null {
  if (recipients === null) return null;
  const { toldCount } = pending;
  const count = toldCount === null || toldCount < 1 ? recipients : Math.min(toldCount, recipients);
  const mode = recipients > 1 ? 'bulk' : 'one_to_one';
  // Of some that were left out it is not known who they are.
  const reached = count < recipients ? [] : people.slice(0, count);
  const memberIds = reached.map(({ memberId }) => memberId);
  return { id, at, mode, surface, count, memberIds, names: reached.map(({ name }) => name) };
}

function settle(watched: Watched, outcome: Outcome, around: Around, told: ToldSends): void {
  if (outcome === 'not_sent') return;
  if (outcome === 'unknown') {
    around.miss('composer', 'outcome');
    return;
  }
  const send = sendOf(watched);
  if (send === null) around.miss('composer', 'recipients');
  else told.tell(send);
}

function lookFor(watched: Watched, composer: HTMLElement, seen: Seen, now: Instant): Look {
  const isComposerThere = seen.composers.some(({ element }) => element === composer);
  const isReplaced = seen.composers.some(({ element }) => !watched.composersBefore.has(element));
  const isPageLeft = seen.url.pathname !== watched.path;
  return {
    now,
    isComposerThere,
    isAsking: seen.isAsking(),
    toast: tellingToast(seen.toasts(), watched.toastsBefore),
    isOtherwiseGone: isPageLeft || (!isComposerThere && (isReplaced || composer.checkVisibility())),
  };
}

/** Whoever reloads right after Send leaves no time for another look. */
function settleOnLeaving(
  awaited: Map<HTMLElement, Watched>,
  around: Around,
  told: ToldSends,
): void {
  if (awaited.size === 0) return;
  const [seen, now] = [around.see(), around.now()];
  for (const [composer, watched] of awaited) {
    const look = lookFor(watched, composer, seen, now);
    const outcome = outcomeOnLeaving(looked(watched.pending, look), look.isAsking);
    settle(watched, outcome, around, told);
  }
  awaited.clear();
}

/** Sends, seen with proof. Nothing is shown: it works in observe as well. */
export const startObservedSends: StartFeature = (around) => {
  const awaited = new Map<HTMLElement, Watched>();
  // What is sent under another contract, or under none that can be read, is not ours to count.
  let isHere = false;
  let whose: Parameters<ToldSends['leave']>[0] | null = null;
  const told = new ToldSends(around.tell);
  let touched: { composer: HTMLElement; at: Instant } | null = null;

  // A script can submit a form, and that counts as trusted: a person has pressed something in it.
  const isPersons = (event: Event, composer: HTMLElement, now: Instant) => {
    if (!(event instanceof SubmitEvent)) return true;
    return touched?.composer === composer && now - touched.at < SAME_PRESS_MS;
  };
  const doubt = (watched: Watched) => {
    watched.pending = { ...watched.pending, isInDoubt: true };
  };
  around.onPress((event) => {
    if (!event.isTrusted) return;
    const press = pressOf(event);
    if (press === null || press.on !== 'composer') {
      if (!mayClose(event)) return;
      for (const [composer, watched] of awaited) if (composer.checkVisibility()) doubt(watched);
      return;
    }
    const known = awaited.get(press.composer);
    const now = around.now();
    if (!isPersons(event, press.composer, now)) return;
    touched = { composer: press.composer, at: now };
    // Send and what leads to it are one press.
    if (known !== undefined && now - known.at < SAME_PRESS_MS) return;
    if (press.sends) {
      const seen = around.see();
      const composer = seen.composers.find(({ element }) => element === press.composer);
      if (composer === undefined || !isAble(composer) || !isHere) return;
      awaited.set(press.composer, watch(composer, seen, around, now));
    } else if (known !== undefined && event.type === 'click') {
      doubt(known);
    }
    around.lookSoon();
  });
  window.addEventListener('pagehide', ({ isTrusted }) => {
    if (!isTrusted) return;
    settleOnLeaving(awaited, around, told);
    if (whose !== null) told.leave(whose);
  });
  return (current) => {
    const { isHere: isNowHere, reading } = current.view;
    isHere = isNowHere;
    // Of what is left in storage nobody can tell which tab it came from, and what that showed.
    if (reading !== null && current.seen.contractName !== null) {
      whose = { contract: reading.contract.id, seat: reading.seat.id };
    }
    const now = around.now();
    for (const [composer, watched] of awaited) {
      watched.pending = looked(watched.pending, lookFor(watched, composer, current.seen, now));
      const outcome = outcomeOf(watched.pending, now);
      if (outcome === null) continue;
      awaited.delete(composer);
      settle(watched, outcome, around, told);
    }
    if (awaited.size > 0) setTimeout(around.lookSoon, LOOK_EVERY_MS);
  };
};
