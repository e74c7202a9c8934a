import {
  actions as actionsPart,
  body as bodyPart,
  container as containerPart,
  rightRail as rightRailPart,
  send as sendPart,
  subject as subjectPart,
} from '#extension/surfaces/composer-parts.ts';
import { readCount } from '#extension/surfaces/count.ts';
import { among, around, find } from '#extension/surfaces/find.ts';
import { memberIdIn } from '#extension/surfaces/profile-list.ts';
import { isButton, outermost } from '#extension/surfaces/realm.ts';
import { surface } from '#extension/surfaces/surface.ts';
import type { RecipientCount } from '#shared/policy/gate.ts';

/** The composer: one-to-one beside a profile, bulk over a list. Its class names tell them not apart. */
export const composer = /* @__PURE__ */ surface({
  name: 'composer',
  path: null,
  parts: {
    container: containerPart,
    send: sendPart,
    body: bodyPart,
    subject: subjectPart,
    rightRail: rightRailPart,
    actions: actionsPart,
  },
  required: ['send', 'body'],
  bulk: null,
});

/** Climbs from Send to what also holds the text, for a page that has renamed its containers. */
function aroundSend(send: HTMLElement): HTMLElement | null {
  for (let at = send.parentElement; at !== null && at.localName !== 'body'; at = at.parentElement) {
    if (find(bodyPart, at) !== null) return at;
  }
  return null;
}

/** The composer that an element stands in; null outside one. */
export function composerAround(element: HTMLElement): HTMLElement | null {
  const held = around(containerPart, element);
  if (held !== null) return held;
  const send = sendAround(element);
  return send === null ? null : aroundSend(send);
}

/** Send, for an element in it. */
export function sendAround(element: HTMLElement): HTMLElement | null {
  return around(sendPart, element);
}

export function sendOf(composer: HTMLElement): HTMLButtonElement | null {
  const send = find(sendPart, composer);
  return isButton(send) ? send : null;
}

/** Every composer that can be seen and written in; each has its Send, among the buttons of a page. */
export function composersAmong(buttons: readonly HTMLElement[]): HTMLElement[] {
  const around = among(sendPart, buttons).flatMap((send) => composerAround(send) ?? []);
  return [...new Set(around)].filter(
    (one) => find(bodyPart, one) !== null && one.checkVisibility(),
  );
}

/** Where a note inside the composer stands: before the row of its buttons. */
export function noteSpotIn(composer: HTMLElement): { parent: Node; before: Node | null } {
  const actions = find(actionsPart, composer);
  const parent = actions === null ? null : actions.parentElement;
  return parent === null ? { parent: composer, before: null } : { parent, before: actions };
}

/** As it begins in the languages that we speak: in another one it is not read. */
const VIEW_ALL = /^(view|see|show) all|^alle|^ver (l|to)|^voir (les|tou)/i;

/**
 * "View all 30" is a button known by its text only; it stands before the text. Other buttons there
 * have numbers too, such as a template of 2024, and one-to-one must not be held for them.
 */
function saidRecipients(composer: HTMLElement): RecipientCount {
  const text = find(subjectPart, composer) ?? find(bodyPart, composer);
  if (text === null) return null;
  for (const button of composer.querySelectorAll('button')) {
    const isBefore = button.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
    const said = button.textContent.trim();
    const count = VIEW_ALL.test(said) ? readCount(said) : null;
    if (isBefore !== 0 && count !== null && count > 1) return count;
  }
  return null;
}

/** True for the composer in the right rail of the profile that the address shows. */
export function isBesideProfile(composer: HTMLElement): boolean {
  return (
    memberIdIn(outermost().location.pathname) !== null && around(rightRailPart, composer) !== null
  );
}

/**
 * How many people a composer writes to: one beside a profile; else as many as the control said that
 * opened it; else what its own text says. Never the number of rows or names that happen to be drawn.
 */
export function recipientsOf(composer: HTMLElement, openedFor: RecipientCount): RecipientCount {
  return isBesideProfile(composer) ? 1 : (openedFor ?? saidRecipients(composer));
}
