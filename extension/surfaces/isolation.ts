import { hostIn } from '#extension/surfaces/place.ts';

const KEYS = ['keydown', 'keypress', 'keyup'];
const FOCUS = ['focusin', 'focusout', 'focus', 'blur'];

/** Gets a key pressed in one of our places; the page's own hot keys never see it. */
export type OnKey = (event: KeyboardEvent, host: HTMLElement) => void;

/**
 * Keeps keys and focus in our places from the page's hot keys and focus traps. It has to come
 * before the page's own listeners, so at the start of the document. What a key does by itself,
 * such as typing or pressing our button, is left alone.
 */
export function isolateOurPlaces(onKey: OnKey): void {
  for (const type of [...KEYS, ...FOCUS]) {
    window.addEventListener(
      type,
      (event) => {
        const host = hostIn(event.composedPath());
        if (host === null) return;
        event.stopImmediatePropagation();
        if (event instanceof KeyboardEvent && type === 'keydown') onKey(event, host);
      },
      { capture: true },
    );
  }
}
