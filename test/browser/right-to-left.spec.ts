import { expect, test } from '@playwright/test';
import { faultsOf } from '#test/browser/axe.ts';
import { benchFor } from '#test/browser/bench-for.ts';
import { good, paused, soon, warned } from '#test/browser/readings.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';
import { sampleReport } from '#test/extension/reports.ts';

// A page that is written from right to left: ours stands where it goes, and reads as our words do.
const bench = benchFor({ lateMs: [0, 5] });

async function turn(at: RecruiterPage): Promise<void> {
  await at.page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
}

/** Each of our parts reads from left to right, and is whole on the screen. */
async function expectReadable(at: RecruiterPage, name: string): Promise<void> {
  for (const host of await at.ours.all()) {
    expect(await host.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    const box = await host.boundingBox();
    if (box === null || box.width === 0) continue;
    expect(box.x, name).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width, name).toBeLessThanOrEqual(1440);
  }
  expect(await faultsOf(at.page, 'good-standing'), name).toEqual([]);
  await at.page.screenshot({ path: test.info().outputPath(`${name}.png`) });
}

test('the chip, its card, a held control and its note', async () => {
  const at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
  await turn(at);
  await at.selectAll.check();
  await expect(at.note).toBeVisible();
  await expectReadable(at, 'held');
  await at.chip.click();
  await expect(at.card).toBeVisible();
  const [card, chip] = [await at.card.boundingBox(), await at.chip.boundingBox()];
  expect(card?.x).toBeGreaterThanOrEqual(0);
  expect(card?.y).toBeGreaterThan(chip?.y ?? 0);
  await expectReadable(at, 'card');
  await at.close();
});

test('the strip of a composer', async () => {
  const at = await RecruiterPage.openBulk(bench, { reading: good() });
  await turn(at);
  await expect(at.strip).toBeVisible();
  await expectReadable(at, 'strip');
  await at.close();
});

test('the must-read', async () => {
  const at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
  await turn(at);
  await expect(at.mustRead).toBeVisible();
  await expectReadable(at, 'must-read');
  await at.close();
});

test('the figures over a report', async () => {
  const report = sampleReport(soon(0));
  const at = await RecruiterPage.open(bench, '/talent/reports', { reading: good(), report });
  await turn(at);
  await expect(at.report).toBeVisible();
  await expectReadable(at, 'report');
  await at.close();
});
