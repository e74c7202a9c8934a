import { browser } from 'wxt/browser';
import { isOrphan } from '#extension/features/live.ts';
import type { Tell } from '#extension/features/tell.ts';
import type { Language } from '#shared/words/language.ts';
import type { ReportContent } from '#shared/words/report-content.ts';

/** Ages are told in minutes. */
const ASK_EVERY_MS = 30_000;

type Items = { isReportOpen?: boolean };

/** What the panel over reports shows: asked of the worker, while such a page is looked at. */
export class ReportStore {
  /** As this person left it. */
  isOpen = true;
  #content: ReportContent | null = null;
  #language: Language | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;
  readonly #tell: Tell;
  readonly #changed: () => void;

  constructor(tell: Tell, changed: () => void) {
    this.#tell = tell;
    this.#changed = changed;
    browser.storage.local.onChanged.addListener((changes) => {
      // Whatever was stored, such as a new reading, may be shown: it is asked for with the next look.
      this.#askedAt = Number.NEGATIVE_INFINITY;
      if ('isReportOpen' in changes) void this.#readOpen();
    });
    void this.#readOpen();
  }

  /** Null before the worker has answered, and where there is nothing to show. */
  contentIn(language: Language): ReportContent | null {
    const isDue = performance.now() - this.#askedAt > ASK_EVERY_MS || language !== this.#language;
    if (isDue && document.visibilityState === 'visible' && !isOrphan()) void this.#ask(language);
    return this.#content;
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
    this.#changed();
    if (!isOrphan()) void browser.storage.local.set({ isReportOpen: this.isOpen });
  }

  async #ask(language: Language): Promise<void> {
    this.#askedAt = performance.now();
    this.#language = language;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    this.#content = await this.#tell.reportInView({ language, timeZone }).catch(() => null);
    this.#changed();
  }

  async #readOpen(): Promise<void> {
    const { isReportOpen = true } = await browser.storage.local.get<Items>('isReportOpen');
    this.isOpen = isReportOpen;
    this.#changed();
  }
}
