import { expect, test, type Page } from '@playwright/test';
import { launchExtension } from './extension.ts';
import { startTeam } from './team-world.ts';
import { heapBytes } from '#test/bench/watched-page.ts';

const SEATS = 1_000;
const LISTS = 8;
/** A row or two, so that each list is what a few rows are drawn of and the others are not. */
const STEP = 120;

/** When the page of the list that has been kept for longest arrived. */
const KEPT_SINCE = `new Promise((resolve) => {
  indexedDB.open('good-standing').addEventListener('success', ({ target: { result } }) => {
    const pages = result.transaction('seats').objectStore('seats').getAll(IDBKeyRange.upperBound(Infinity));
    pages.addEventListener('success', () => {
      result.close();
      resolve(Math.min(...pages.result.map(({ receivedAt }) => receivedAt)));
    });
  });
})`;

/** The list comes anew, and is scrolled while it does, so that rows are drawn of several lists. */
async function refresh(page: Page, to: number): Promise<void> {
  const began = Date.now();
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await page.evaluate((top) => scrollTo({ top }), to);
  await expect.poll(() => page.evaluate(KEPT_SINCE)).toBeGreaterThanOrEqual(began);
}

test('lists that came anew leave nothing of those before them behind', async () => {
  const world = await startTeam(SEATS);
  const extension = await launchExtension();
  await extension.connect(world.url, world.approve.lead);
  const page = await extension.open('team.html');
  await expect(page.locator('.list-state')).toContainText(
    `${(SEATS + 6).toLocaleString('en')} seats`,
  );
  const protocol = await page.context().newCDPSession(page);
  const heap = () => heapBytes((method) => protocol.send(method));
  for (let list = 0; list < 3; list += 1) await refresh(page, list * STEP);
  const before = await heap();
  for (let list = 0; list < LISTS; list += 1) await refresh(page, (3 + list) * STEP);
  const after = await heap();
  const perList = (after - before) / LISTS;
  test.info().annotations.push({ type: 'bytes a list', description: perList.toFixed(0) });
  // A row of a list that is held on to is several hundred bytes.
  expect(perList).toBeLessThan(30 * SEATS);
  await extension.close();
  await world.close();
});
