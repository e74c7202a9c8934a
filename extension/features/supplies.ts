import { browser } from 'wxt/browser';
import { isOrphan } from '#extension/features/live.ts';
import type { StoredStyles, StoredWords, Styles } from '#extension/state/stored-supplies.ts';
import type { Language } from '#shared/words/language.ts';
import type { OverlayWords } from '#shared/words/overlay-words.ts';
import { speak } from '#shared/words/speak.ts';

type Items = Record<string, StoredWords | undefined> & { styles?: StoredStyles };

/** The words and the looks of what is shown, which the worker keeps ready for this script. */
export class Supplies {
  styles: Styles | null = null;
  readonly #words = new Map<Language, OverlayWords>();
  readonly #version = browser.runtime.getManifest().version;
  #isReading = false;

  /** Null while they are not here yet; `arrived` is called once they are. */
  wordsIn(language: Language, arrived: () => void): OverlayWords | null {
    const known = this.#words.get(language);
    if (known !== undefined) return known;
    // A script whose extension was updated keeps what it has, and can read nothing more.
    if (!this.#isReading && !isOrphan()) void this.#read(language, arrived);
    return null;
  }

  async #read(language: Language, arrived: () => void): Promise<void> {
    this.#isReading = true;
    const key = `words-${language}`;
    const items = browser.storage.local.get<Items>(['styles', key]);
    const { styles, [key]: words } = await items.finally(() => {
      this.#isReading = false;
    });
    // Right after an update the worker has yet to put the new ones there, which is told as a change.
    if (styles?.version !== this.#version || words?.version !== this.#version) return;
    this.styles = styles.styles;
    this.#words.set(language, speak<OverlayWords>(words.templates));
    arrived();
  }
}
