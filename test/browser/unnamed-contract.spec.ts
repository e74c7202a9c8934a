import { expect, test } from '@playwright/test';
import { CONTRACT_NAME } from '#test/browser/api.ts';
import { OpenPlace, SURFACES, type BulkPlace } from '#test/browser/bulk-places.ts';
import { evaluateInContentScript } from '#test/browser/extension.ts';
import { startLive, type Live } from '#test/browser/live.ts';
import { checkLooks } from '#test/browser/looks.ts';
import { press } from '#test/browser/press.ts';
import type { RecruiterPage } from '#test/browser/recruiter-page.ts';

// Pages of the retired product name no contract: what their tab named before is what tells.
const HOME = '/talent/home';
const CLIPBOARD = '/recruiter/smartsearch/clipboard';
const OTHER = 'Northwind';

let live: Live;

test.beforeEach(async () => {
  live = await startLive();
  await listen();
});

test.afterEach(async () => {
  await live.close();
});

/** The worker says what it is told, beside what it makes of it. */
async function listen(): Promise<void> {
  const worker = await live.extension.worker();
  await worker.evaluate(`
    globalThis.heard = [];
    chrome.runtime.onMessage.addListener(({ type, contract }) => {
      globalThis.heard.push(type + ' ' + contract);
    });
  `);
}

async function heard(what: string): Promise<number> {
  const all: unknown = await (await live.extension.worker()).evaluate('globalThis.heard');
  return Array.isArray(all) ? all.filter((each) => each === what).length : 0;
}

/** Recruiter's home in this tab, open until the worker knows whose it is. */
async function visitHome(at: RecruiterPage, contractName = CONTRACT_NAME): Promise<void> {
  live.standIn.set({ contractName });
  const before = await heard(`readingWanted ${contractName}`);
  await at.page.goto(live.standIn.origin + HOME);
  await expect.poll(() => heard(`readingWanted ${contractName}`)).toBeGreaterThan(before);
}

async function sendFrom(at: RecruiterPage, name: keyof typeof SURFACES): Promise<void> {
  const place: BulkPlace | undefined = SURFACES[name];
  if (place === undefined) throw new Error(`no surface ${name}`);
  await at.page.goto(live.standIn.origin + place.path(live.standIn));
  const open = new OpenPlace(at, place);
  await open.select();
  await open.write();
  const before = await heard('sendObserved null');
  await open.send.click();
  await expect.poll(() => heard('sendObserved null')).toBeGreaterThan(before);
}

const counted = async () =>
  (await live.api.eventsOf('inmail.sent')).map(
    ({ mode, surface }) => `${String(mode)} ${String(surface)}`,
  );

const ONE = 'one_to_one profile';

/** Nothing has been counted since: whatever waits has been reported once this one is. */
async function expectNone(before: readonly string[] = []): Promise<void> {
  const at = await live.open();
  await visitHome(at);
  await at.page.goto(
    `${live.standIn.origin}/talent/profile/${live.standIn.people[80]?.memberId}?project=&rightRail=composer`,
  );
  await at.editor.fill('Hello');
  await at.send.click();
  await expect.poll(counted).toEqual([...before, ONE]);
  await at.close();
}

for (const [name, surface] of [
  ['the clipboard', 'clipboard'],
  ['an old project under /cap', 'other'],
] as const) {
  test(`${name} counts for the contract that its tab named before, over a restart of the worker too`, async () => {
    const at = await live.open();
    await visitHome(at);
    await live.extension.killWorker();
    await at.page.goto(live.standIn.origin + CLIPBOARD);
    await expect.poll(() => live.extension.context.serviceWorkers().length).toBe(1);
    await listen();
    await sendFrom(at, name);
    await expect.poll(counted).toEqual(Array(40).fill(`bulk ${surface}`));
    await at.close();
  });
}

test('after another contract’s page in the tab nothing is counted, and the popup says so', async () => {
  const at = await live.open();
  await visitHome(at);
  await visitHome(at, OTHER);
  await sendFrom(at, 'the clipboard');
  const popup = await live.extension.open('popup.html');
  await expect(popup.getByRole('main')).toContainText('Nothing is counted on this page');
  await popup.close();
  await expectNone();
  await at.close();
});

test('in a tab that named none nothing is counted, and the popup says so and what to do', async () => {
  const at = await live.open();
  await sendFrom(at, 'the clipboard');
  const popup = await live.extension.open('popup.html');
  await expect(popup.getByRole('main')).toContainText('This page of Recruiter names no contract.');
  await checkLooks(popup, 'unnamed');
  await popup.close();
  // A tab beside it tells nothing of this one.
  await expectNone();
  await sendFrom(at, 'the clipboard');
  await expectNone([ONE]);
  // What it says to do helps: from then on it counts.
  await visitHome(at);
  await sendFrom(at, 'the clipboard');
  await expect
    .poll(async () => (await counted()).slice(2))
    .toEqual(Array(40).fill('bulk clipboard'));
  const after = await live.extension.open('popup.html');
  await expect(after.locator('.legend')).toBeVisible();
  await expect(after.getByRole('main')).not.toContainText('names no contract');
  await at.close();
});

test('a press that was held there is told for the contract that its tab named before', async () => {
  await live.close();
  live = await startLive({ api: { mode: 'enforce' }, before: (api) => api.pause() });
  await listen();
  const posted = live.postedTo('/v1/holds');
  const at = await live.open();
  const pressThere = async () => {
    await at.page.goto(live.standIn.origin + CLIPBOARD);
    await at.page.locator('input[data-tracking-control-name="selectAllBtn"]').check();
    const control = at.page.locator('button#project-bulk-action');
    await expect(control).toHaveAttribute('aria-disabled', 'true');
    const before = await heard('bulkHeld null');
    await press(control);
    await expect.poll(() => heard('bulkHeld null')).toBeGreaterThan(before);
  };
  await pressThere();
  await visitHome(at);
  await pressThere();
  await expect.poll(() => posted).toHaveLength(1);
  expect(posted[0]).toContain('"surface":"clipboard","recipients":40');
  await at.close();
});

test('a page of today’s product that has not named its contract yet is taken for nobody’s', async () => {
  const at = await live.open();
  await visitHome(at);
  live.standIn.set({ contractName: '' });
  await sendFrom(at, 'search results');
  await expectNone();
  await at.close();
});

test('two tabs with two contracts are not mixed: nothing is counted in either', async () => {
  const [ours, other] = [await live.open(), await live.open()];
  await visitHome(ours);
  await visitHome(other, OTHER);
  await sendFrom(ours, 'the clipboard');
  await sendFrom(other, 'the clipboard');
  expect(await counted()).toEqual([]);
  // Once the other is back with ours there is one contract again.
  await visitHome(other);
  await sendFrom(ours, 'the clipboard');
  await expect.poll(counted).toEqual(Array(40).fill('bulk clipboard'));
  await ours.close();
  await other.close();
});

test('a content script cannot reach what a tab named, to read it or to set it', async () => {
  const at = await live.open();
  await visitHome(at);
  const worker = await live.extension.worker();
  const known = async () => {
    const all = await worker.evaluate<Record<string, unknown>>('chrome.storage.session.get()');
    return Object.entries(all).filter(([key]) => key !== 'pairing' && key !== 'pairing$');
  };
  expect(await known()).toMatchObject([
    [expect.stringMatching(/^shown-\d+$/), { name: CONTRACT_NAME }],
  ]);
  const said = await evaluateInContentScript(
    at.page,
    `Promise.allSettled([chrome.storage.session.get(), chrome.storage.session.set({ x: 1 })])
       .then((all) => all.map(({ status }) => status))`,
  ).catch(String);
  expect(said).not.toContain('fulfilled');
  expect(await known()).toHaveLength(1);
  await at.close();
});
