import { expect, test } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { openHostile } from '#test/browser/hostile-page.ts';
import { good, paused, warned } from '#test/browser/readings.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';

// Recruiter is open under another contract than the one that this browser is connected to.
const OTHER = { id: 'c2', name: 'Another contract' };

const bench = benchFor();
let at: RecruiterPage;

test.afterEach(async () => {
  await at.close();
});

test('a notice covers nothing, and the chip says that it is not connected here', async () => {
  at = await RecruiterPage.open(bench, '/talent/home', { reading: warned({ contract: OTHER }) });
  await expect(at.chipText).toContainText('Not connected here');
  await at.page.waitForTimeout(400);
  await expect(at.ours).toHaveCount(1);
});

test('bulk that is paused is not held, and not marked', async () => {
  at = await RecruiterPage.openBulk(bench, { reading: paused({ contract: OTHER }) });
  await expect(at.send).not.toHaveAttribute('aria-disabled');
  await at.subject.fill('A role');
  await at.editor.fill('Hello');
  const before = bench.standIn.sent().length;
  await at.send.click();
  await expect.poll(() => bench.standIn.sent().length).toBe(before + 1);
});

for (const contract of [OTHER, undefined]) {
  const name = contract === undefined ? 'ours is held' : 'another one is not held';
  test(`in a frame, bulk under ${name}, by the navigation of the page around it`, async () => {
    await bench.store({ reading: paused(contract === undefined ? {} : { contract }) });
    at = new RecruiterPage(await openHostile(bench, SEARCH));
    await expect(at.page.locator('[data-test-user-contract-name]')).toBeVisible();
    await at.page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'position:fixed;inset:80px auto auto 80px;z-index:99;width:300px';
      document.body.append(frame);
      const inside = frame.contentDocument;
      const button = inside?.createElement('button');
      if (inside === null || button === undefined) return;
      button.dataset['testAction'] = 'send-message';
      button.textContent = 'Message (30)';
      button.addEventListener('click', () => {
        document.documentElement.dataset['pressed'] = 'yes';
      });
      inside.body.append(button);
    });
    await at.page.waitForTimeout(400);
    const box = await at.page.frameLocator('iframe').locator('button').boundingBox();
    await at.page.mouse.click((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
    const pressed = at.page.locator('html[data-pressed]');
    await expect(pressed).toHaveCount(contract === undefined ? 0 : 1);
  });
}

for (const mode of ['observe', 'inform'] as const) {
  test(`a send is not told, in ${mode}, and told under our own`, async () => {
    for (const contract of [OTHER, undefined]) {
      const reading = good({ mode, ...(contract === undefined ? {} : { contract }) });
      at = await RecruiterPage.openOneToOne(bench, { reading });
      await at.editor.fill('Hello');
      await at.send.click();
      await expect(at.toast).toBeVisible();
      await at.page.waitForTimeout(1_500);
      expect(await bench.told('sendObserved')).toHaveLength(contract === undefined ? 1 : 0);
      if (contract !== undefined) await at.close();
    }
  });
}

test('what cannot be read there is no miss of ours, and under our own it is one', async () => {
  const misses = async (): Promise<unknown[]> => bench.told('surfaceMissed');
  for (const contract of [OTHER, undefined]) {
    await bench.store({ reading: good(contract === undefined ? {} : { contract }) });
    at = new RecruiterPage(
      await openHostile(bench, SEARCH, () => {
        setInterval(() => {
          document
            .querySelector('[data-test-global-nav-right]')
            ?.removeAttribute('data-test-global-nav-right');
        }, 50);
      }),
    );
    await at.page.waitForTimeout(contract === undefined ? 0 : 22_000);
    if (contract === undefined) await expect.poll(misses, { timeout: 25_000 }).not.toEqual([]);
    else expect(await misses()).toEqual([]);
    if (contract !== undefined) await at.close();
  }
});
