import { expect, test } from '@playwright/test';
import { startLive, type Live } from '#test/browser/live.ts';
import type { RecruiterPage } from '#test/browser/recruiter-page.ts';

// The page is loaded anew right after Send, as somebody does who wants to see whether it worked.
let live: Live;
let at: RecruiterPage;

test.beforeEach(async () => {
  live = await startLive({ lateMs: [0, 20] });
});

test.afterEach(async () => {
  expect(at.faults).toEqual([]);
  await live.close();
});

async function write(variant = ''): Promise<void> {
  const memberId = live.standIn.people[0]?.memberId;
  const query = `project=&rightRail=composer${variant === '' ? '' : `&variant=${variant}`}`;
  at = await live.open(`/talent/profile/${memberId}?${query}`);
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
const sentIds = () => live.api.idsOf('inmail.sent');

/** What was told by then has arrived: a later send comes after it. */
async function expectNoneBut(ids: unknown[]): Promise<void> {
  await expect.poll(() => live.extension.stored()).toMatchObject({ backlog: { waiting: 0 } });
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
  await live.extension.killWorker();
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
  live.standIn.set({ sendDelayMs: 30_000 });
  await write();
  await at.send.click();
  await at.page.reload();
  await expect
    .poll(() => live.extension.stored())
    .toMatchObject({ misses: [{ surface: 'composer', part: 'outcome' }] });
  await expectNoneBut([]);
});

test('a send that was refused is not counted', async () => {
  live.standIn.set({ failSends: true });
  await write();
  await reloadWhen('appears', TOAST);
  await sendAndReload();
  await expectNoneBut([]);
});
