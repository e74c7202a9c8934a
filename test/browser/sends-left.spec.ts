import { expect, test } from '@playwright/test';
import { CONTRACT_NAME, startApi, type TestApi } from '#test/browser/api.ts';
import { launchExtension, type Extension } from '#test/browser/extension.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';
import { startStandIn, type StandIn } from '#test/recruiter/server.ts';

// The page is loaded anew right after Send, as somebody does who wants to see whether it worked.
let api: TestApi;
let standIn: StandIn;
let extension: Extension;
let at: RecruiterPage;

test.beforeEach(async () => {
  api = await startApi();
  standIn = await startStandIn({
    now: () => api.now(),
    contractName: CONTRACT_NAME,
    lateMs: [0, 20],
  });
  extension = await launchExtension({ args: standIn.chromiumArgs });
  await extension.connect(api.url, api.approve.recruiter);
});

test.afterEach(async () => {
  expect(at.faults).toEqual([]);
  await extension.close();
  await standIn.close();
  await api.close();
});

async function write(variant = ''): Promise<void> {
  at = new RecruiterPage(await extension.context.newPage());
  const memberId = standIn.people[0]?.memberId;
  const query = `project=&rightRail=composer${variant === '' ? '' : `&variant=${variant}`}`;
  await at.page.goto(`${standIn.origin}/talent/profile/${memberId}?${query}`);
  await at.editor.fill('Hello');
  await expect(at.strip).toBeVisible();
}

/** Loads the page anew in the very task in which something appears or goes away. */
async function reloadWhen(change: 'appears' | 'goes', selector: string): Promise<void> {
  await at.page.evaluate(
    ([change, selector]) => {
      const isDone = () => (document.querySelector(selector) !== null) === (change === 'appears');
      new MutationObserver((_, observer) => {
        if (!isDone()) return;
        observer.disconnect();
        location.reload();
      }).observe(document, { childList: true, subtree: true });
    },
    [change, selector] as const,
  );
}

async function sendAndReload(): Promise<void> {
  const loaded = at.page.waitForEvent('load');
  await at.send.click();
  await loaded;
  await expect(at.chip).toBeVisible();
}

const TOAST = '[data-test-artdeco-toast-item]';
const sentIds = () => api.idsOf('inmail.sent');

/** What was told by then has arrived: a later send comes after it. */
async function expectNoneBut(ids: unknown[]): Promise<void> {
  await expect.poll(() => extension.stored()).toMatchObject({ backlog: { waiting: 0 } });
  expect(await sentIds()).toEqual(ids);
}

test('a send that a toast proved is counted once, though the page is loaded anew at once', async () => {
  await write();
  await reloadWhen('appears', TOAST);
  await sendAndReload();
  await expect.poll(sentIds).toHaveLength(1);
  await expectNoneBut(await sentIds());
});

test('so it is where the worker has been stopped before', async () => {
  await write();
  await reloadWhen('appears', TOAST);
  await extension.killWorker();
  await at.page.bringToFront();
  await sendAndReload();
  await expect.poll(sentIds).toHaveLength(1);
  await expectNoneBut(await sentIds());
});

test('a send that the composer’s going away proved is counted as well', async () => {
  await write('no-toast');
  await reloadWhen('goes', '.messaging-composer');
  await sendAndReload();
  await expect.poll(sentIds).toHaveLength(1);
  await expectNoneBut(await sentIds());
});

test('a press that nothing proved is not counted, and is said to be unknown', async () => {
  standIn.set({ sendDelayMs: 30_000 });
  await write();
  await at.send.click();
  await at.page.reload();
  await expect
    .poll(() => extension.stored())
    .toMatchObject({ misses: [{ surface: 'composer', part: 'outcome' }] });
  await expectNoneBut([]);
});

test('a send that was refused is not counted', async () => {
  standIn.set({ failSends: true });
  await write();
  await reloadWhen('appears', TOAST);
  await sendAndReload();
  await expectNoneBut([]);
});
