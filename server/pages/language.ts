import { LANGUAGES, languageOf, type Language } from '#shared/words/language.ts';

/** The language that a browser asks for, of those that are spoken here. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wished = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [locale = '', ...parameters] = part.trim().split(';');
      const [, weight = '1'] = /^q=([\d.]+)$/.exec(parameters.join(';').trim()) ?? [];
      return { locale: locale.toLowerCase(), weight: Number(weight) };
    })
    .filter(({ locale }) => LANGUAGES.some((each) => locale.split('-')[0] === each))
    .sort((one, other) => other.weight - one.weight);
  return languageOf(wished[0]?.locale ?? 'en');
}
