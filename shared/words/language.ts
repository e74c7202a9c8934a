export const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same words in every language; a language that lacks one does not compile. */
export type Catalogue<Words> = Readonly<Record<Language, Words>>;

/** The language of a locale such as `de_DE` or `es-419`; English for one we do not speak. */
export function languageOf(locale: string): Language {
  const [primary = ''] = locale.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}
