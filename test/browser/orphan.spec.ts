import { expect, test } from '@playwright/test';
import { startBench } from '#test/browser/bench.ts';
import { paused } from '#test/browser/readings.ts';
import { press } from '#test/browser/press.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';

test('a script that an update left behind lets go of what it held, and asks for a reload', async () => {
  const bench = await startBench();
  const at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
  await at.selectAll.check();
  await expect(at.control).toHaveAttribute('aria-disabled', 'true');
  await press(at.control);
  await expect(at.composer).toHaveCount(0);
  const [worker] = bench.context.serviceWorkers();
  const gone = worker?.waitForEvent('close');
  // The same extension, loaded anew: the page's scripts are those of the one before.
  await worker?.evaluate('chrome.runtime.reload()').catch(() => undefined);
  await gone;
  await expect(at.chipText).toContainText('Reload this page', { timeout: 15_000 });
  await expect(at.note).toHaveCount(0);
  await expect(at.control).not.toHaveAttribute('aria-disabled', 'true');
  await press(at.control);
  await at.subject.fill('A role');
  await at.editor.fill('Hello');
  await at.send.click();
  await expect.poll(() => bench.standIn.sent()).toHaveLength(1);
  await at.page.screenshot({ path: test.info().outputPath('orphan.png') });
  await at.close();
  await bench.close();
});
