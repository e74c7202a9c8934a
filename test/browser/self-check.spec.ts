import { expect, test } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { good, paused } from '#test/browser/readings.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';

const bench = benchFor();
let at: RecruiterPage;

test.afterEach(async () => {
  await at.close();
});

test('a part that stays away is reported with an outline that holds no text of the page', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: good() });
  await expect(at.selectAll).toBeVisible();
  await at.unmarkLists();
  // Parts come late: for a quarter of a minute nothing is missed.
  await expect.poll(() => bench.told('surfaceMissed'), { timeout: 40_000 }).toHaveLength(1);
  const [miss] = await bench.told('surfaceMissed');
  expect(miss).toMatchObject({ surface: 'search', part: 'area' });
  const outline = String(miss?.['outline']);
  expect(outline).toMatch(/^body[^(]*\(/);
  expect(outline).toContain('[data-test-global-nav-right]');
  expect(outline).toMatch(/^[a-z\d()[\].:_\-+ ]*$/);
  expect(outline).not.toContain('good-standing');
  for (const { name, memberId } of bench.standIn.people.slice(0, 25)) {
    for (const word of [...name.toLowerCase().split(' '), memberId.toLowerCase()]) {
      if (word.length > 3) expect(outline).not.toContain(word);
    }
  }
});

test('a surface that is switched off shows nothing and holds nothing; the others go on', async () => {
  const state = { reading: paused(), surfacesOff: ['search'] };
  at = await RecruiterPage.open(bench, SEARCH, state);
  await at.selectAll.check();
  await expect(at.chip).toBeVisible();
  await expect(at.control).toBeVisible();
  await at.page.waitForTimeout(300);
  await expect(at.note).toHaveCount(0);
  await expect(at.control).not.toHaveAttribute('aria-disabled');
  await at.control.click();
  // The composer is not switched off, and decides.
  await expect(at.send).toHaveAttribute('aria-disabled', 'true');
  await bench.store({ ...state, surfacesOff: ['nav', 'composer'] });
  await expect(at.send).not.toHaveAttribute('aria-disabled');
  await expect(at.chip).toHaveCount(0);
});
