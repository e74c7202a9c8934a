import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { pino } from 'pino';
import { createContract } from '#server/contracts/contracts.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { invitePerson } from '#server/identity/invite.ts';
import { newKey } from '#server/identity/token.ts';
import { startServer, type RunningServer } from '#server/serve.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { pageWords } from '#shared/words/pages.ts';
import { launchChromium } from '#test/browser/chromium.ts';
import { checkLooks } from '#test/browser/looks.ts';
import { PASSWORD } from '#test/server/people.ts';

const CONTRACT = 'larkfield';
const EMAIL = 'robin@example.com';

async function serve(): Promise<{ server: RunningServer; close: () => Promise<void> }> {
  const folder = await mkdtemp(pathOf(tmpdir(), 'good-standing-pages-'));
  const databaseUrl = pathToFileURL(pathOf(folder, 'api.db')).href;
  const log = pino({ level: 'silent' });
  const server = await startServer({ databaseUrl, host: '127.0.0.1', port: 0, now: Date.now, log });
  const kept = { id: CONTRACT, name: 'Larkfield Staffing', source: 'overlay' } as const;
  const contract = { ...kept, profile: 'inmail-2014', relationshipManager: null } as const;
  await createContract(server.ledger, contract, newKey);
  for (const id of ['s1', 's2']) await addSeat(server.ledger, CONTRACT, { id, holder: `Of ${id}` });
  const close = async (): Promise<void> => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { server, close };
}

async function invite({ ledger, url }: RunningServer, seat: string): Promise<string> {
  const to = { role: 'recruiter', seat } as const;
  const { token } = await invitePerson(ledger, CONTRACT, { email: EMAIL, name: 'Robin', to });
  return `${url}/invite/${token}`;
}

async function requestCode({ url }: RunningServer): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ device: 'Chromium on Linux' });
  const answer = await fetch(`${url}/v1/connect/code`, { method: 'POST', headers, body });
  const { verificationUrl }: { verificationUrl: string } = await answer.json();
  return verificationUrl;
}

/** Goes on with Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    const isThere = await page
      .locator(selector)
      .evaluateAll((all) => all.some((element) => element === document.activeElement));
    if (!isThere) continue;
    // Where the focus is can be seen.
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    expect([selector, outline]).not.toEqual([selector, 'none']);
    return;
  }
  throw new Error(`${selector} cannot be reached with the Tab key.`);
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, `input[name=${name}]`);
  await page.keyboard.type(text);
}

for (const language of LANGUAGES) {
  test(`people come in, approve and end a browser by keys alone, in ${language}`, async () => {
    const words = pageWords[language];
    const { server, close } = await serve();
    const viewport = { width: 720, height: 900 };
    const context = await launchChromium({ locale: language, viewport });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => problems.push(message.text()));
    const look = async (name: string): Promise<void> => {
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await checkLooks(page, name);
    };

    await page.goto(await invite(server, 's1'));
    await look('invitation');
    await type(page, 'password', PASSWORD);
    await type(page, 'again', PASSWORD);
    await tabTo(page, 'main form button');
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(/invite/);
    // A second place, so that there is something to choose.
    await page.goto(await invite(server, 's2'));
    await look('second-invitation');
    await tabTo(page, 'main form button');
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(/invite/);

    await page.goto(await requestCode(server));
    await look('approval');
    await tabTo(page, 'input[name=place]');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'button[value=approve]');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: words.approval.approved })).toBeVisible();
    await look('approved');

    await page.goto(`${server.url}/devices`);
    await look('devices');
    await tabTo(page, '.who button');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: words.signIn.signedOut })).toBeVisible();
    await look('signed-out');

    await page.goto(`${server.url}/devices`);
    await look('sign-in');
    await type(page, 'email', EMAIL);
    await type(page, 'password', 'not the right one at all');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(words.signIn.wrong);
    await look('sign-in-refused');
    await type(page, 'password', PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: words.devices.title })).toBeVisible();

    for (const path of ['/connect', '/connect?code=WXYZ-WXYZ', '/invite/gsi_unknown', '/policy']) {
      const expected = path.includes('code=') || path.startsWith('/invite') ? 404 : 200;
      expect([path, (await page.goto(server.url + path))?.status()]).toEqual([path, expected]);
      await look(path.replaceAll(/\W+/g, '-').slice(1));
    }
    const refusals = problems.filter((text) => !/status of 40[04]/.test(text));
    expect(refusals).toEqual([]);
    await context.close();
    await close();
  });
}
