import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { faultsOf } from '#test/browser/axe.ts';
import { launchChromium } from '#test/browser/chromium.ts';

const CLI = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 5, 9);

/** Weeks of twelve seats in three segments; some answer well, some do not, and some recover. */
function history(): string {
  const lines: string[] = [];
  const say = (event: object): void => void lines.push(JSON.stringify(event));
  for (let day = 0; day < 60; day += 2) {
    for (let seat = 0; seat < 12; seat += 1) {
      const segment = ['finance', 'sales', 'tech'][seat % 3];
      const at = new Date(START + day * DAY_MS + seat * 1000).toISOString();
      const answered = seat % 3 === 2 && day < 40 ? 1 : 3 + (seat % 4);
      for (let index = 0; index < 20; index += 1) {
        const inmail = `m${day}-${seat}-${index}`;
        const sent = {
          id: `s${inmail}`,
          type: 'inmail.sent',
          at,
          seat: `seat-${seat + 1}`,
          inmail,
        };
        say({ ...sent, mode: 'bulk', segment });
        const response = { id: `r${inmail}`, type: 'inmail.responded', at, inmail };
        if (index < answered) say({ ...response, outcome: 'accepted' });
      }
    }
  }
  return lines.join('\n');
}

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'good-standing-report-'));
  writeFileSync(join(folder, 'ledger.ndjson'), history());
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(...args: string[]): string {
  const page = join(folder, `report-${args.join('-').replaceAll(/\W/g, '')}.html`);
  const ledger = join(folder, 'ledger.ndjson');
  const asked = ['backtest', ledger, '--acknowledge-after', '1', '--html', page, ...args];
  execFileSync(process.execPath, [CLI, ...asked], { stdio: 'ignore' });
  return pathToFileURL(page).href;
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1200, 720, 360]) {
    test(`the page of a backtest reads well, ${colorScheme} and ${width} wide`, async () => {
      const address = write('--profile', 'inmail-2014,inmail-current');
      const context = await launchChromium({ colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(request.url()));
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'What these terms would have done',
      );
      expect(await faultsOf(page)).toEqual([]);
      // It loads nothing beside itself, and its own policy refuses nothing of it.
      expect([said, loaded]).toEqual([[], [address]]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      // Figures come before drawings: two are in view beside every name, however narrow it is.
      const hidden = await page.locator('.wide:visible').evaluateAll((tables) =>
        tables.filter((table) => {
          const second = [...table.querySelectorAll('tbody tr:first-child .number')][1];
          const { right } = table.getBoundingClientRect();
          return second !== undefined && second.getBoundingClientRect().right > right;
        }),
      );
      expect(hidden).toEqual([]);
      await context.close();
    });
  }
}

test('the page of a backtest says in its tables what its charts draw', async () => {
  const context = await launchChromium({ viewport: { width: 1200, height: 800 } });
  const page = await context.newPage();
  await page.goto(write('--grid', 'thresholdBps=1000..1800:400', '--lang', 'de'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  const compared = page.getByRole('region', { name: 'Bedingungen im Vergleich' }).first();
  await expect(compared.getByRole('rowheader')).toHaveText([
    /Linie 10\u00a0%/,
    /Linie 14\u00a0%/,
    /Linie 18\u00a0%/,
  ]);
  const segments = page.getByRole('region', { name: 'Nach Segment', exact: true }).last();
  await expect(segments.getByRole('rowheader')).toHaveText(['finance', 'sales', 'tech']);
  const who = page.getByRole('region', { name: /^Wer wann/ }).last();
  await expect(who.getByRole('rowheader').first()).toHaveText(/^seat-\d+$/);
  // On paper there is no dark ground, and nothing that only a press opens.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const ground = page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(await ground).toBe('rgb(255, 255, 255)');
  await expect(page.locator('summary').first()).toBeHidden();
  await context.close();
});
