import { expect, test, type Page } from '@playwright/test';
import { startApi, type ApiOptions, type TestApi } from './api.ts';
import type { LaunchOptions } from './chromium.ts';
import { launchExtension, tellWorker, type Extension } from './extension.ts';
import { checkLooks } from './looks.ts';

let api: TestApi;
let extension: Extension;

async function start(apiOptions: ApiOptions = {}, launch: LaunchOptions = {}): Promise<void> {
  api = await startApi(apiOptions);
  extension = await launchExtension(launch);
}

test.afterEach(async () => {
  await extension.close();
  await api.close();
});

const main = (page: Page) => page.getByRole('main');

test.describe('before it is connected', () => {
  test('the popup says what is needed, and leads to the options', async () => {
    await start();
    const popup = await extension.open('popup.html');
    await expect(main(popup)).toContainText('Not connected');
    await checkLooks(popup, 'not-connected');
    const opened = extension.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Connect' }).press('Enter');
    expect((await opened).url()).toContain('options.html');
  });

  test('each fault of connecting says what happened, what it means and what to do', async () => {
    await start();
    const page = await extension.open('options.html');
    const attempt = async (server: string): Promise<void> => {
      await page.getByLabel('Server address').fill(server);
      await page.getByRole('button', { name: 'Connect' }).click();
    };
    const fault = page.getByRole('alert');
    await checkLooks(page, 'options');
    await attempt('http://standing.example');
    await expect(fault).toContainText('This is no address that can be used.');
    await api.stop();
    await attempt(api.url);
    await expect(fault).toContainText('The server did not answer.');
    await checkLooks(page, 'options-fault');
    await api.restart();
    await extension.connect(api.url, api.approve.recruiter);
    await expect(page.getByRole('status')).toContainText(
      'Connected to seat s1 of Larkfield Staffing.',
    );
    await expect(page.getByRole('status')).toContainText('It is held by Robin Ellery.');
    await checkLooks(page, 'options-connected');
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await expect(page.getByLabel('Server address')).toBeVisible();
    expect(await extension.secrets()).toEqual([]);
    const stored = await extension.stored();
    expect(stored).toMatchObject({ connection: 'not_connected' });
    expect(stored).not.toHaveProperty('gate');
  });
});

test.describe('a recruiter', () => {
  test('sees the card, when it was synced, and the age of it while offline', async () => {
    await start();
    await extension.connect(api.url, api.approve.recruiter);
    const popup = await extension.open('popup.html');
    await expect(popup.getByRole('heading', { name: 'Robin Ellery' })).toBeVisible();
    await expect(main(popup)).toContainText('No InMails yet');
    await expect(main(popup)).toContainText('Last synced');
    await checkLooks(popup, 'recruiter-no-inmails');
    await api.warn();
    await popup.reload();
    await expect(main(popup)).toContainText('Notice to read');
    await expect(main(popup)).toContainText('0.0 %');
    await expect(main(popup)).toContainText('A notice waits for you on Recruiter’s home page.');
    await checkLooks(popup, 'recruiter-warned');
    await api.stop();
    await popup.reload();
    await expect(main(popup)).toContainText('Offline');
    await expect(main(popup)).toContainText('0.0 %');
    await checkLooks(popup, 'recruiter-offline');
  });

  test('whose bulk InMail is paused sees until when', async () => {
    await start({ mode: 'enforce' });
    await api.pause();
    await extension.connect(api.url, api.approve.recruiter);
    const popup = await extension.open('popup.html');
    await expect(main(popup)).toContainText('Bulk paused');
    await expect(main(popup)).toContainText('One-to-one still works');
    await expect(main(popup)).toContainText('A notice is waiting to be read.');
    await checkLooks(popup, 'recruiter-paused');
    const worker = await extension.worker();
    expect(await worker.evaluate('chrome.action.getBadgeText({})')).toBe('!');
    expect(await worker.evaluate('chrome.action.getTitle({})')).toContain('bulk InMail is paused');
  });

  test('sees what waits to be reported, and what of Recruiter could not be read', async () => {
    await start();
    await extension.connect(api.url, api.approve.recruiter);
    const recruiter = await extension.context.newPage();
    await recruiter.route('**/*', (route) =>
      route.fulfill({ body: '<p>Recruiter</p>', contentType: 'text/html' }),
    );
    await recruiter.goto('https://www.linkedin.com/talent/home');
    await api.stop();
    const at = api.now();
    const memberIds = ['AEMAAA1', 'AEMAAA2'];
    const send = { id: 'p1', at, mode: 'bulk', surface: 'search', count: 2, memberIds };
    await tellWorker(recruiter, 'sendObserved', send);
    await tellWorker(recruiter, 'surfaceMissed', { surface: 'search', part: 'area', at });
    const popup = await extension.open('popup.html');
    await expect(main(popup)).toContainText('2 sends waiting to be reported');
    await expect(main(popup)).toContainText('2 of 100');
    await expect(main(popup)).toContainText('with your latest sends');
    await popup.getByText('Parts of Recruiter that could not be read').click();
    await expect(main(popup)).toContainText('Search results: area');
    await checkLooks(popup, 'recruiter-waiting');
  });

  test('in observe is told so, and shown no figures', async () => {
    await start({ mode: 'observe' });
    await extension.connect(api.url, api.approve.recruiter);
    const popup = await extension.open('popup.html');
    await expect(main(popup)).toContainText('In observation');
    await expect(main(popup)).not.toContainText('%');
    await checkLooks(popup, 'recruiter-observed');
    const worker = await extension.worker();
    expect(await worker.evaluate('chrome.action.getBadgeText({})')).toBe('');
  });

  test('who is signed out is told what to do', async () => {
    await start();
    await extension.connect(api.url, api.approve.recruiter);
    await api.withdrawTokens();
    const popup = await extension.open('popup.html');
    await expect(main(popup)).toContainText('Signed out');
    await expect(main(popup)).toContainText('Connect again.');
    await checkLooks(popup, 'recruiter-signed-out');
  });
});

test.describe('a lead', () => {
  test('sees who needs them first, and the way to everybody', async () => {
    await start();
    await api.addSeats(12);
    await api.warn();
    await extension.connect(api.url, api.approve.lead);
    const popup = await extension.open('popup.html');
    const rows = popup.locator('.seats').getByRole('listitem');
    await expect(rows).toHaveCount(6);
    await expect(rows.first()).toContainText('Robin Ellery');
    await expect(rows.first()).toContainText('Notice to read');
    await expect(rows.first()).toContainText('notice unread');
    await expect(rows.last()).toContainText(/0 of 100 InMails · check in \d/);
    await expect(main(popup)).toContainText('1 Warned');
    await expect(main(popup)).toContainText('13 seats');
    await checkLooks(popup, 'lead');
    const opened = extension.context.waitForEvent('page');
    await popup.getByRole('link', { name: 'Open the team page' }).press('Enter');
    const team = await opened;
    await expect(team.getByRole('heading', { name: 'Seats of Larkfield Staffing' })).toBeVisible();
    const seat = extension.context.waitForEvent('page');
    await popup.getByRole('link', { name: 'Robin Ellery' }).click();
    await expect((await seat).getByRole('heading', { name: 'Robin Ellery' })).toBeVisible();
    await api.stop();
    await popup.reload();
    await expect(main(popup)).toContainText('The server does not answer.');
    await expect(rows).toHaveCount(6);
    await checkLooks(popup, 'lead-offline');
  });

  test('of a contract without seats is told when they come', async () => {
    await start({ isEmpty: true });
    await extension.connect(api.url, api.approve.lead);
    const popup = await extension.open('popup.html');
    await expect(main(popup)).toContainText('No seats yet');
    await expect(main(popup)).toContainText('Seats appear here once they are added.');
    await checkLooks(popup, 'lead-empty');
  });

  test('reads it in the browser’s language', async () => {
    await start({}, { locale: 'de-DE' });
    await extension.connect(api.url, api.approve.lead);
    const popup = await extension.open('popup.html');
    await expect(
      popup.getByRole('heading', { name: 'Seats von Larkfield Staffing' }),
    ).toBeVisible();
    expect(await popup.locator('html').getAttribute('lang')).toBe('de');
    await checkLooks(popup, 'lead-de');
  });
});
