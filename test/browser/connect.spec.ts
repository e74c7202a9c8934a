import { expect, test, type Page } from '@playwright/test';
import { secretsIn } from '#test/browser/own-database.ts';
import { launchExtension, type Extension } from '#test/browser/extension.ts';
import { checkLooks, expectNothingCutOff } from '#test/browser/looks.ts';
import {
  problem,
  startScriptedServer,
  type ScriptedServer,
} from '#test/browser/scripted-server.ts';

// What a person sees while a browser is being connected, whatever the server says.
let extension: Extension;
let server: ScriptedServer;
let page: Page;

async function start(locale = 'en-US'): Promise<void> {
  server = await startScriptedServer();
  server.answers['connect/token'] = problem('approval_pending');
  extension = await launchExtension({ locale });
  page = await extension.open('options.html');
}

test.afterEach(async () => {
  await extension.close();
  await server.close();
});

const code = (): ReturnType<Page['locator']> => page.locator('.code [aria-hidden]');
const fault = (): ReturnType<Page['getByRole']> => page.getByRole('alert');

/** Presses Connect, and takes the tab that opens for the approval page. */
async function connect(): Promise<Page> {
  await page.locator('#server').fill(server.url);
  const opened = extension.context.waitForEvent('page');
  await page.locator('button[type=submit]').click();
  return opened;
}

/** Checks the page in both colour schemes and at twice its size, and keeps pictures to look at. */
async function checkAllLooks(name: string): Promise<void> {
  await page.bringToFront();
  await checkLooks(page, name);
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ width: size.width / 4, height: size.height / 2 });
  await page.screenshot({ path: test.info().outputPath(`${name}-narrow.png`) });
  await expectNothingCutOff(page, name);
  await page.setViewportSize(size);
}

test('the code is large, the page it is compared with is open, and approval connects', async () => {
  await start();
  await checkAllLooks('form');
  const approval = await connect();
  expect(approval.url()).toBe(`${server.url}/connect?code=BCDF-GHJK`);
  await expect(code()).toHaveText('BCDF-GHJK');
  await expect(page.getByRole('status')).toHaveText('Waiting for your approval …');
  // Whoever cannot see it hears it letter by letter, from where the focus now is.
  await expect(page.locator('.code .unseen')).toHaveText('Code B C D F - G H J K');
  await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
  await checkAllLooks('waiting');
  delete server.answers['connect/token'];
  await expect(page.getByRole('status')).toContainText(
    'Connected to seat s1 of Tallowmere Staffing.',
  );
  await expect(page.getByRole('status')).toContainText('It is held by Robin Ellery.');
  await checkAllLooks('connected');
});

for (const [locale, waiting] of [
  ['de-DE', 'Wartet auf Ihre Bestätigung …'],
  ['es-ES', 'A la espera de su aprobación …'],
  ['fr-FR', 'En attente de votre approbation …'],
] as const) {
  test(`it waits in ${locale}`, async () => {
    await start(locale);
    await connect();
    await expect(page.getByRole('status')).toHaveText(waiting);
    await checkAllLooks(`waiting-${locale}`);
  });
}

test('a denial, an expiry and a server that goes away each say what to do', async () => {
  await start();
  await connect();
  server.answers['connect/token'] = problem('approval_denied');
  await expect(fault()).toContainText('This browser was not approved.');
  await checkAllLooks('denied');
  server.answers['connect/token'] = (_request, response) => response.destroy();
  await connect();
  await expect(page.getByRole('status')).toContainText('The server does not answer.');
  await checkAllLooks('unreachable');
  server.answers['connect/token'] = problem('approval_expired');
  await expect(fault()).toContainText('The code was not approved in time.');
  await expect(fault()).toContainText('Connect again, and approve the new code.');
});

test('a wait can be given up, and the page opened once more', async () => {
  await start();
  const approval = await connect();
  await approval.close();
  const opened = extension.context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open the page again' }).click();
  expect((await opened).url()).toBe(`${server.url}/connect?code=BCDF-GHJK`);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('#server')).toBeVisible();
  await expect(fault()).toBeEmpty();
});

test('a worker that is stopped while it waits goes on, and connects', async () => {
  await start();
  await connect();
  await expect(code()).toBeVisible();
  await extension.killWorker();
  await page.reload();
  await expect(code()).toHaveText('BCDF-GHJK');
  delete server.answers['connect/token'];
  // By the alarm alone: nobody does anything.
  await expect(page.getByRole('status')).toContainText('Connected to seat s1', { timeout: 45_000 });
});

test('tokens that a worker was stopped over are asked for again, for a lead as well', async () => {
  await start();
  const fetches = (): number =>
    server.asked.filter((asked) => asked === 'POST /v1/connect/token').length;
  const tokens = {
    accessToken: 'an-access-token-of-this-server',
    // Over so soon that each request fetches others before it.
    accessExpiresInSeconds: 30,
    refreshToken: 'a-refresh-token-of-this-server',
  };
  server.answers['me'] = {
    contract: { id: 'c1', name: 'Tallowmere Staffing' },
    role: 'lead',
    seat: null,
    recipientKey: null,
  };
  server.answers['connect/token'] = tokens;
  await connect();
  await expect(page.locator('h1')).toHaveText('Connection');
  const before = fetches();
  server.answers['connect/token'] = () => undefined;
  await page.evaluate(
    'void chrome.runtime.sendMessage({ id: 1, type: "reviews", timestamp: Date.now() })',
  );
  await expect.poll(fetches).toBe(before + 1);
  await extension.killWorker();
  server.answers['connect/token'] = tokens;
  // By the alarm alone: nobody does anything, and there is nothing of a lead's to fetch.
  await expect.poll(fetches, { timeout: 45_000 }).toBe(before + 2);
});

test('each address that cannot be used says so', async () => {
  await start();
  const attempt = async (address: string): Promise<void> => {
    await page.locator('#server').fill(address);
    await page.locator('button[type=submit]').click();
  };
  await attempt('http://standing.example');
  await expect(fault()).toContainText('This is no address that can be used.');
  await attempt('http://127.0.0.1:9');
  await expect(fault()).toContainText('The server did not answer.');
  await checkAllLooks('fault');
});

test('disconnecting ends the device on the server, and leaves no token behind', async () => {
  await start();
  delete server.answers['connect/token'];
  await connect();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.locator('#server')).toBeVisible();
  await expect.poll(() => server.asked).toContain('POST /v1/connect/end');
  expect(await extension.stored()).toMatchObject({ connection: 'not_connected' });
  expect(await secretsIn(page)).toEqual([]);
});
