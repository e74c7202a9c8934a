import { controlIn, type ControlSeen } from '#extension/surfaces/bulk-controls.ts';
import { composerAround, sendAround } from '#extension/surfaces/composer.ts';
import { isElement, isKeyPress } from '#extension/surfaces/realm.ts';

/** What of Recruiter's an event is about. */
export type Pressed =
  | { on: 'control'; control: ControlSeen }
  /** Somewhere in a composer; `sends` when that presses Send. */
  | { on: 'composer'; composer: HTMLElement; sends: boolean }
  | { on: 'page'; path: readonly EventTarget[] };

/** Ctrl+Enter in its text and a submitted form send as well as its button does. */
function sends(event: Event, target: HTMLElement): boolean {
  if (event.type === 'submit') return true;
  const isByKeys = isKeyPress(event) && event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  return isByKeys || sendAround(target) !== null;
}

/**
 * What an event presses. Null for a key that presses nothing.
 */
export function pressOf(event: Event): Pressed | null {
  if (isKeyPress(event) && event.key !== 'Enter' && event.key !== ' ') return null;
  const path = event.composedPath();
  // A form is submitted by a button that is not on the way of the event.
  if ('submitter' in event && isElement(event.submitter)) path.unshift(event.submitter);
  // An icon in a button is no HTML element.
  const target = path.find(isElement);
  const composer = target === undefined ? null : composerAround(target);
  if (composer !== null && target !== undefined) {
    return { on: 'composer', composer, sends: sends(event, target) };
  }
  const control = controlIn(path);
  return control === null ? { on: 'page', path } : { on: 'control', control };
}
