import { browser } from 'wxt/browser';
import { LANGUAGES, type Language } from '#shared/words/language.ts';
import { overlayTemplates, type OverlayTemplates } from '#shared/words/overlay-words.ts';

/** What stands in Recruiter's page, each with a style sheet of its own. */
export type StyleName = 'chip' | 'must-read' | 'strip' | 'held' | 'tip' | 'report';
export type Styles = Readonly<Record<StyleName, string>>;

/**
 * What the script in Recruiter's page reads instead of carrying it: the words of the language that
 * its page is in, and how its parts look. A script of another version waits for its own.
 */
export type StoredWords = { version: string; templates: OverlayTemplates };
export type StoredStyles = { version: string; styles: Styles };

export function wordsKey(language: Language): `words-${Language}` {
  return `words-${language}`;
}

/** Everything that is stored for the page's scripts of a version, by its key. */
export function suppliesOf(
  version: string,
  styles: Styles,
): Record<string, StoredWords | StoredStyles> {
  const words = LANGUAGES.map((language): [string, StoredWords] => [
    wordsKey(language),
    { version, templates: overlayTemplates(language) },
  ]);
  return { ...Object.fromEntries(words), styles: { version, styles } };
}

export async function storeSupplies(styles: Styles): Promise<void> {
  await browser.storage.local.set(suppliesOf(browser.runtime.getManifest().version, styles));
}

/** The same, unless they are there already: a worker starts many times a day. */
export async function keepSuppliesStored(styles: Styles): Promise<void> {
  const { version } = browser.runtime.getManifest();
  const keys = [...LANGUAGES.map(wordsKey), 'styles'];
  const stored =
    await browser.storage.local.get<Record<string, { version: string } | undefined>>(keys);
  if (keys.some((key) => stored[key]?.version !== version)) await storeSupplies(styles);
}
