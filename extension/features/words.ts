import { browser } from 'wxt/browser';
import { isOrphan } from '#extension/features/live.ts';
import type { StoredWords } from '#extension/state/stored-words.ts';
import type { Language } from '#shared/words/language.ts';
import type { OverlayWords } from '#shared/words/overlay-words.ts';
import { speak } from '#shared/words/speak.ts';

/** The words of the page's language, which the worker keeps ready for this script. */
export class Words {
  readonly #read = new Map<Language, OverlayWords>();
  readonly #version = browser.runtime.getManifest().version;
  #isReading = false;

  /** Null while they are not here yet; `arrived` is called once they are. */
  of(language: Language, arrived: () => void): OverlayWords | null {
    const known = this.#read.get(language);
    if (known !== undefined) return known;
    // A script whose extension was updated keeps what it has, and can read nothing more.
    if (!this.#isReading && !isOrphan()) void this.#load(language, arrived);
    return null;
  }

  async #load(language: Language, arrived: () => void): Promise<void> {
    this.#isReading = true;
    const key = `words-${language}`;
    const { [key]: stored } = await browser.storage.local.get<Record<string, StoredWords>>(key);
    this.#isReading = false;
    // Right after an update the worker has yet to put the new ones there, which is told as a change.
    if (stored === undefined || stored.version !== this.#version) return;
    this.#read.set(language, speak<OverlayWords>(stored.templates));
    arrived();
  }
}
