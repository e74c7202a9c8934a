import { browser } from 'wxt/browser';
import { LANGUAGES, type Language } from '#shared/words/language.ts';
import { overlayTemplates, type OverlayTemplates } from '#shared/words/overlay-words.ts';

/**
 * The words of the parts in Recruiter's page, one item a language: the page's script reads the one
 * that its page is in, and carries none of them itself.
 */
export type StoredWords = {
  /** Of the extension whose words these are; a script of another version waits for its own. */
  version: string;
  templates: OverlayTemplates;
};

export function wordsKey(language: Language): `words-${Language}` {
  return `words-${language}`;
}

/** Puts the words of this version where the page's scripts read them. */
export async function storeWords(): Promise<void> {
  const { version } = browser.runtime.getManifest();
  const items = LANGUAGES.map((language): [string, StoredWords] => [
    wordsKey(language),
    { version, templates: overlayTemplates(language) },
  ]);
  await browser.storage.local.set(Object.fromEntries(items));
}

/** The same, unless they are there already: a worker starts many times a day. */
export async function keepWordsStored(): Promise<void> {
  const { version } = browser.runtime.getManifest();
  const keys = LANGUAGES.map(wordsKey);
  const stored = await browser.storage.local.get<Record<string, StoredWords | undefined>>(keys);
  if (keys.some((key) => stored[key]?.version !== version)) await storeWords();
}
