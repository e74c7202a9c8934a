import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { LANGUAGES } from '#shared/words/language.ts';
import { noticeTemplates } from '#shared/words/notice.ts';
import { overlayTemplates } from '#shared/words/overlay-words.ts';

/** The most that a script may weigh on its way into every page of Recruiter, gzipped. */
const MOST_BYTES = { guard: 3_000, overlay: 24_000 } as const;

function built(browser: string, script: string): string {
  const file = `../../dist/extension/${browser}/content-scripts/${script}.js`;
  return readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8');
}

for (const browser of ['chrome-mv3', 'firefox-mv3']) {
  for (const [script, mostBytes] of Object.entries(MOST_BYTES)) {
    test(`${browser}: the ${script} weighs at most ${mostBytes} bytes gzipped`, () => {
      const bytes = gzipSync(built(browser, script), { level: 9 }).length;
      test.info().annotations.push({ type: 'bytes', description: String(bytes) });
      expect(bytes).toBeLessThanOrEqual(mostBytes);
    });
  }

  test(`${browser}: the page's scripts carry no words of the catalogues, and no schema`, () => {
    for (const script of Object.keys(MOST_BYTES)) {
      const text = built(browser, script);
      for (const language of LANGUAGES) {
        const { standing } = overlayTemplates(language);
        expect(text).not.toContain(standing.unknown.offline.sentence);
        expect(text).not.toContain(noticeTemplates[language].goesWithSeat);
      }
      expect(text).not.toContain('ZodError');
    }
  });
}
