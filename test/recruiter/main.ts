import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from './settings.ts';
import { startStandIn } from './server.ts';
import type { Locale, Theme } from './wire.ts';
import { isVariant, VARIANTS } from './variants.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8443' },
    locale: { type: 'string', default: 'en' },
    theme: { type: 'string', default: 'light' },
    variant: { type: 'string', multiple: true, default: [] },
  },
});

const LOCALES: readonly Locale[] = ['en', 'es', 'de', 'fr'];
const THEMES: readonly Theme[] = ['light', 'dark'];

const standIn = await startStandIn({
  now: Date.now,
  port: Number(values.port),
  locale: LOCALES.find((locale) => locale === values.locale) ?? DEFAULT_SETTINGS.locale,
  theme: THEMES.find((theme) => theme === values.theme) ?? DEFAULT_SETTINGS.theme,
  variants: values.variant.filter(isVariant),
  earlierConversations: 14,
});

const quoted = standIn.chromiumArgs.map((argument) => `'${argument}'`).join(' \\\n  ');
console.log(`The stand-in listens on port ${standIn.port}. Open it in a profile of its own:

chromium --user-data-dir="$(mktemp -d)" --no-first-run \\
  ${quoted} \\
  ${standIn.origin}/talent/home

Variants: ${Object.keys(VARIANTS).join(', ')}. Ctrl+C ends it.`);
