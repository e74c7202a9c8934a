import { ELEMENTS } from './elements.ts';
import { hashedClass } from './app/hashed.ts';
import type { Locale, Theme } from './wire.ts';

const I18N_LOCALE: Record<Locale, string> = {
  en: 'en_US',
  es: 'es_ES',
  de: 'de_DE',
  fr: 'fr_FR',
};

const LEGEND: Record<Locale, string> = {
  en: 'Stand-in: invented people',
  es: 'Stand-in: personas inventadas',
  de: 'Stand-in: erfundene Personen',
  fr: 'Stand-in : personnes inventées',
};

/** Scripts of this origin only, no text made into script, no frames: as strict as an app can be. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export type ShellOptions = {
  locale: Locale;
  theme: Theme;
  /** Changes the hashed classes with each load. */
  salt: string;
  /** The module that starts the page. */
  entry: string;
  title: string;
  legacy: boolean;
};

/** The document as it comes from the server: nothing in it but what starts the app, and the badge. */
export function shell({ locale, theme, salt, entry, title, legacy }: ShellOptions): string {
  const classes = legacy ? [] : ELEMENTS.document.classes;
  const dark = theme === 'dark' ? ELEMENTS.documentDark.classes : [];
  const service = legacy ? '' : '<meta name="service" content="talent-solutions-web">';
  return `<!doctype html>
<html lang="${locale}" class="${[...classes, ...dark].join(' ')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="i18nLocale" content="${I18N_LOCALE[locale]}">
<meta name="serviceVersion" content="0.1.${salt}">
${service}
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/talent/assets/style.css?${salt}">
<script type="module" src="/talent/assets/${entry}"></script>
</head>
<body>
<p class="${hashedClass('badge', salt)}">${LEGEND[locale]}</p>
</body>
</html>
`;
}
