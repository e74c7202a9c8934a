import { expect, test } from '@playwright/test';
import { launchExtension } from '#test/browser/extension.ts';

/** As the first version kept them, before it was known since when a part was missed. */
const KEPT_BEFORE = [{ surface: 'search', part: 'area', at: 1_795_000_000_000, times: 3 }];

test('what an older version stored is carried into this one, and nothing of it is lost', async () => {
  const extension = await launchExtension();
  const older = { misses: KEPT_BEFORE, misses$: { v: 1 } };
  const worker = await extension.worker();
  await worker.evaluate(`chrome.storage.local.set(${JSON.stringify(older)})`);
  // It is looked at when the worker of this version starts.
  await extension.killWorker();
  const popup = await extension.open('popup.html');
  await expect(async () => {
    expect(await extension.stored()).toMatchObject({
      misses: [{ ...KEPT_BEFORE[0], since: KEPT_BEFORE[0]?.at, toldAt: null, outline: '' }],
      misses$: { v: 2 },
    });
  }).toPass();
  await popup.close();
  await extension.close();
});
