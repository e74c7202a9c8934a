import { browser } from 'wxt/browser';
import { isOrphan } from '#extension/features/live.ts';
import type { Spoken } from '#extension/state/messages.ts';
import type { Language } from '#shared/words/language.ts';

/** Ages and times to come are told in minutes. */
const ASK_EVERY_MS = 30_000;

/** What the worker says of something, in the language of the page, asked for while it is shown. */
export class Answered<Content> {
  #content: Content | null = null;
  #language: Language | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;
  readonly #ask: (spoken: Spoken) => Promise<Content | null>;
  readonly #changed: () => void;

  constructor(ask: (spoken: Spoken) => Promise<Content | null>, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
    browser.storage.local.onChanged.addListener(() => {
      // Whatever was stored, such as a new reading, may be shown: it is asked for with the next look.
      this.#askedAt = Number.NEGATIVE_INFINITY;
    });
  }

  /** Null before the worker has answered, and where there is nothing to show. */
  in(language: Language): Content | null {
    const isDue = performance.now() - this.#askedAt > ASK_EVERY_MS || language !== this.#language;
    if (isDue && document.visibilityState === 'visible' && !isOrphan()) void this.#update(language);
    return this.#content;
  }

  /** What was said before is not shown again before it is asked for anew. */
  forget(): void {
    this.#content = null;
    this.#askedAt = Number.NEGATIVE_INFINITY;
  }

  async #update(language: Language): Promise<void> {
    this.#askedAt = performance.now();
    this.#language = language;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    // Where the worker does not answer, what it said last stays.
    const unanswered = () => this.#content;
    this.#content = await this.#ask({ language, timeZone }).catch(unanswered);
    this.#changed();
  }
}
