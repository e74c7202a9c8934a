import { expect, test, type Page } from '@playwright/test';
import { startStandIn, type StandIn } from '../recruiter/server.ts';
import { CONTRACT_NAME, startApi, type TestApi } from './api.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { launchExtension, tellWorker, type Extension } from './extension.ts';

/** The server's clock is far ahead of this machine's: every period goes by the server's. */
const AHEAD_MS = 40 * DAY_MS;

let api: TestApi;
let standIn: StandIn;
let extension: Extension;
let recruiter: Page;

const send = (id: string, count: number) => ({
  id,
  at: api.now(),
  mode: count > 1 ? 'bulk' : 'one_to_one',
  surface: 'search',
  count,
  memberIds: ['AEMAAA1', 'AEMAAA2'].slice(0, count),
});

/** What the popup asks when it is opened: everything that waits is reported now. */
async function synchronise(): Promise<void> {
  const page = await extension.open('options.html');
  await page.evaluate(
    `chrome.runtime.sendMessage({ id: 1, type: 'freshReadingWanted', timestamp: 1 })`,
  );
  await page.close();
}

test.beforeEach(async () => {
  api = await startApi({ aheadMs: AHEAD_MS });
  standIn = await startStandIn({ now: () => api.now(), contractName: CONTRACT_NAME });
  extension = await launchExtension({ args: standIn.chromiumArgs });
  await extension.connect(api.url, api.approve.recruiter);
  recruiter = await extension.context.newPage();
  await recruiter.goto(`${standIn.origin}/talent/home`);
});

test.afterEach(async () => {
  await extension.close();
  await standIn.close();
  await api.close();
});

test('a bulk send in Recruiter is in the ledger once for each, and names nobody', async () => {
  await recruiter.goto(
    `${standIn.origin}/talent/search?searchContextId=1&searchHistoryId=2&start=0`,
  );
  await recruiter.locator('[data-live-test-select-all] input').check();
  await recruiter.locator('button[data-test-action="send-message"]').click();
  await recruiter.locator('input[data-test-compose-subject-input]').fill('A role');
  await recruiter
    .locator('[data-test-compose-body] .ql-editor')
    .fill('Shall we talk about a role?');
  await recruiter.locator('button[data-test-messaging-submit-btn]').click();
  await expect.poll(() => api.idsOf('inmail.sent'), { timeout: 15_000 }).toHaveLength(25);
  const events = await api.eventsOf('inmail.sent');
  expect(new Set(events.map(({ batch }) => batch)).size).toBe(1);
  for (const event of events) expect(event).toMatchObject({ mode: 'bulk', surface: 'search' });
  expect(standIn.sent()).toHaveLength(1);
  const written = JSON.stringify(events);
  for (const { memberId, name } of standIn.sent()[0]?.recipients ?? []) {
    expect(written).not.toContain(memberId);
    expect(written).not.toContain(name);
  }
  expect(written).not.toContain('Shall we talk');
  await expect
    .poll(() => extension.stored())
    .toMatchObject({ reading: { isCarriedForward: false, reading: { tally: { total: 25 } } } });
});

test('a send while the API is down outlives the worker, and arrives exactly once', async () => {
  await api.stop();
  expect(await tellWorker(recruiter, 'sendObserved', send('p1', 3))).toEqual({});
  await extension.killWorker();
  // Told again, as a page does that heard nothing, and killed again in the midst of it.
  void tellWorker(recruiter, 'sendObserved', send('p1', 3)).catch(() => undefined);
  await extension.killWorker();
  await api.restart();
  expect(await api.idsOf('inmail.sent')).toEqual([]);
  await synchronise();
  expect(await api.idsOf('inmail.sent')).toEqual(['p1.0', 'p1.1', 'p1.2']);
  await synchronise();
  expect(await api.idsOf('inmail.sent')).toHaveLength(3);
  expect(await extension.stored()).toMatchObject({ backlog: { waiting: 0, aside: 0 } });
});

test('an alarm alone brings it in, with nobody there', async () => {
  await api.stop();
  await tellWorker(recruiter, 'sendObserved', send('p1', 1));
  await extension.killWorker();
  await api.restart();
  await expect.poll(() => api.idsOf('inmail.sent'), { timeout: 40_000 }).toEqual(['p1.0']);
});

test('CONTINUE while offline closes the notice at once, and arrives later', async () => {
  await api.warn();
  await expect(async () => {
    await synchronise();
    expect(await extension.stored()).toMatchObject({
      reading: { reading: { notice: { type: 'warning' } } },
    });
  }).toPass();
  await api.stop();
  await tellWorker(recruiter, 'noticeAcknowledged', { notice: 'warning', at: api.now() });
  await expect
    .poll(() => extension.stored())
    .toMatchObject({
      connection: 'offline',
      reading: { isCarriedForward: true, reading: { notice: null, standing: 'warned' } },
    });
  await extension.killWorker();
  await api.restart();
  await synchronise();
  expect(await api.idsOf('notice.acknowledged')).toHaveLength(1);
  expect(await extension.stored()).toMatchObject({
    reading: { isCarriedForward: false, reading: { notice: null, standing: 'warned' } },
  });
});

test('a token that was withdrawn is signed out, and what was sent waits', async () => {
  await api.withdrawTokens();
  await tellWorker(recruiter, 'sendObserved', send('p1', 1));
  await expect
    .poll(() => extension.stored())
    .toMatchObject({ connection: 'signed_out', backlog: { waiting: 1 } });
  await extension.connect(api.url, api.approve.recruiter);
  await expect.poll(() => api.idsOf('inmail.sent')).toEqual(['p1.0']);
});

test('the tokens are in no place that a content script can read', async () => {
  const secrets = await extension.secrets();
  expect(secrets).toHaveLength(2);
  const worker = await extension.worker();
  const areas: unknown = await worker.evaluate(
    `Promise.all(['local', 'session', 'sync', 'managed'].map((area) => chrome.storage[area].get()))`,
  );
  const readable = JSON.stringify([areas, await extension.stored()]);
  expect(readable).toContain('"connection":"live"');
  for (const secret of secrets) expect(readable).not.toContain(secret);
});

test('nothing is asked of LinkedIn, and no cookie goes to the API', async () => {
  const hosts = new Set<string>();
  const cookies: string[] = [];
  extension.context.on('request', (request) => {
    if (request.serviceWorker() === null) return;
    hosts.add(new URL(request.url()).host);
    if ('cookie' in request.headers()) cookies.push(request.url());
  });
  await tellWorker(recruiter, 'sendObserved', send('p1', 2));
  await expect.poll(() => api.idsOf('inmail.sent')).toHaveLength(2);
  await synchronise();
  expect(hosts).toEqual(new Set([new URL(api.url).host]));
  expect(cookies).toEqual([]);
});

test('messages of others are not taken', async () => {
  const page = await extension.open('options.html');
  const message = JSON.stringify({
    id: 1,
    type: 'sendObserved',
    data: send('p1', 1),
    timestamp: 1,
  });
  const answer: unknown = await page.evaluate(`chrome.runtime.sendMessage(${message})`);
  expect(JSON.stringify(answer)).toContain('Only Recruiter tells this.');
  const refused = await tellWorker(recruiter, 'connect', 'http://127.0.0.1:1');
  expect(JSON.stringify(refused)).toContain('Only a page of the extension asks this.');
  await synchronise();
  expect(await api.idsOf('inmail.sent')).toEqual([]);
});
