import { expect, test } from '@playwright/test';
import { faultsOf } from '#test/browser/axe.ts';
import { benchFor } from '#test/browser/bench-for.ts';
import { good, paused, soon } from '#test/browser/readings.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';
import { tallyOf } from '#shared/policy/tally.ts';
import { sampleReport } from '#test/extension/reports.ts';

const bench = benchFor({ earlierConversations: 30 });
let at: RecruiterPage;

test.afterEach(async () => {
  await at.close();
});

const REPORTS = '/talent/reports';
const CLOSE = good({ tally: tallyOf(15, 3, 112) });
const report = () => sampleReport(soon(0));
const title = () => at.page.getByRole('heading', { name: 'InMail report', exact: true });

for (const path of [REPORTS, `${REPORTS}/usage`, `${REPORTS}/anything/below?days=30`]) {
  test(`the policy’s figures stand over ${path}, and cover nothing`, async () => {
    at = await RecruiterPage.open(bench, path, { reading: CLOSE, report: report() });
    await expect(at.report).toContainText('Your response rate, as the policy counts it');
    await expect(at.report).toContainText(/Response rate13\.8\s%18 of 130/);
    await expect(at.report).toContainText(/Acceptance rate11\.5\s%15 of 130/);
    await expect(at.report).toContainText(/Accepted15Declined3Waiting112All InMails130/);
    await expect(at.report).toContainText('InMails sent in the last 14 days');
    await expect(at.report).toContainText(/as of \d\d:\d\d · live/);
    await expect(title()).toBeVisible();
    const [nav, ours, theirs] = await Promise.all([
      at.page.locator('[data-live-test-global-nav]').boundingBox(),
      at.report.boundingBox(),
      title().boundingBox(),
    ]);
    const bottom = (box: typeof nav) => (box === null ? Number.NaN : box.y + box.height);
    expect(ours?.y).toBeGreaterThanOrEqual(bottom(nav));
    expect(theirs?.y).toBeGreaterThanOrEqual(bottom(ours));
    // In the page's own flow, outside of everything that the report is built of.
    const inside = await at.report.evaluate((host) => host.closest('main') !== null);
    expect(inside).toBe(false);
  });
}

test('the rate by day is drawn, said in words, and there as a table', async () => {
  at = await RecruiterPage.open(bench, REPORTS, { reading: CLOSE, report: report() });
  const chart = at.report.getByRole('img', { name: /^Response rate against the line/ });
  await expect(chart).toBeVisible();
  await expect(chart.locator('desc')).toHaveText(
    /^From .* to .* the rate lay between \d.*%\. On \d+ days it was below the line on 100 or more InMails\.$/,
  );
  await at.report.getByText('As a table').click();
  const rows = at.report.getByRole('table').first().getByRole('row');
  await expect(rows).toHaveCount(92);
  await expect(rows.first()).toHaveText('DayResponse rateAnsweredAll InMailsLine');
  // Now, as everywhere else, and told from the check that began the day.
  await expect(rows.nth(1)).toHaveText(/^\d+ \w+, \d\d:\d\d13\.8\s%1813013\s%$/);
});

test('LinkedIn’s own figures stand beside the ledger’s, with why they differ', async () => {
  at = await RecruiterPage.open(bench, REPORTS, { reading: CLOSE, report: report() });
  const table = at.report.getByRole('table').last();
  await expect(table.getByRole('row')).toHaveText([
    'LinkedInOur ledgerDifference',
    'Sent128131−3',
    'Accepted1415−1',
    'Declined23−1',
    /^Response rate12\.5\s%13\.7\s%−1\.2 points$/,
  ]);
  await expect(at.report).toContainText(/imported \d+ \w+/);
  await expect(at.report).toContainText('nobody is judged by it');
  await at.report.getByText('Why they can differ').click();
  await expect(at.report).toContainText('within 30 days of its InMail');
  await expect(at.report).toContainText('up to 48 hours late');
  await expect(at.report).toContainText('the mean of shorter ones');
});

test('it closes to a line, stays closed, and opens again', async () => {
  at = await RecruiterPage.open(bench, REPORTS, { reading: CLOSE, report: report() });
  await at.report.getByRole('button', { name: 'Hide' }).press('Enter');
  const show = at.report.getByRole('button', { name: 'Show' });
  await expect(show).toHaveAttribute('aria-expanded', 'false');
  await expect(show).toBeFocused();
  await expect(at.report.getByRole('table')).toHaveCount(0);
  await expect(at.report).toContainText('Close');
  await at.page.reload();
  await expect(show).toBeVisible();
  await show.click();
  await expect(at.report.getByRole('table').last()).toBeVisible();
});

test('the days are asked for while a report is in view, and nowhere else', async () => {
  at = await RecruiterPage.open(bench, '/talent/projects', { reading: CLOSE });
  await expect(at.chip).toBeVisible();
  expect(await bench.told('reportWanted')).toEqual([]);
  await at.page.locator('[data-test-reports-nav-link-trigger]').click();
  await expect(at.report).toContainText('The figures day by day are on their way.');
  await expect.poll(() => bench.told('reportWanted')).toHaveLength(1);
  await bench.store({ reading: CLOSE, report: report() });
  await expect(at.report.getByRole('img')).toBeVisible();
  await at.page.locator('a[data-test-ts-nav-link="projects"]').click();
  await expect(at.report).toHaveCount(0);
});

test('it stays out from under a navigation that floats over the page', async () => {
  at = await RecruiterPage.open(bench, REPORTS, { reading: CLOSE, report: report() });
  await expect(at.report).toBeVisible();
  await at.page.locator('[data-live-test-global-nav]').evaluate((nav) => {
    const around = nav.parentElement;
    if (around !== null) around.style.cssText = 'position: fixed; width: 100%; height: 56px';
  });
  await expect(async () => {
    const box = await at.report.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(56);
  }).toPass();
});

test('nothing stands there in observe, or under another contract', async () => {
  for (const change of [{ mode: 'observe' }, { contract: { id: 'c2', name: 'Other' } }] as const) {
    at = await RecruiterPage.open(bench, REPORTS, { reading: good(change), report: report() });
    await expect(title()).toBeVisible();
    await at.page.waitForTimeout(400);
    await expect(at.report).toHaveCount(0);
    expect(await bench.told('reportWanted')).toEqual([]);
    if ('mode' in change) await at.close();
  }
});

test('nobody is left out: in four languages, light and dark, at 200 %', async () => {
  for (const [locale, theme] of [
    ['en', 'light'],
    ['de', 'dark'],
    ['es', 'light'],
    ['fr', 'dark'],
  ] as const) {
    bench.standIn.set({ locale, theme });
    at = await RecruiterPage.open(bench, REPORTS, { reading: paused(), report: report() });
    await expect(at.report.getByRole('table').last()).toBeVisible();
    await expect(title().or(at.page.locator('h1'))).toBeVisible();
    expect(await faultsOf(at.page, 'good-standing[data-place="report"]')).toEqual([]);
    await at.page.screenshot({ path: test.info().outputPath(`report-${locale}-${theme}.png`) });
    // Beside the chart there is room for a figure and its unit on one line.
    await at.page.setViewportSize({ width: 1_024, height: 900 });
    const heights = await at.report
      .getByRole('table')
      .last()
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(Math.max(...heights), locale).toBeLessThan(32);
    await at.page.setViewportSize({ width: 720, height: 900 });
    const box = await at.report.locator('section').evaluate((section) => ({
      right: section.getBoundingClientRect().right,
      cutOff: section.scrollWidth - section.clientWidth,
    }));
    expect(box.right, locale).toBeLessThanOrEqual(720);
    expect(box.cutOff, locale).toBe(0);
    await at.page.screenshot({
      path: test.info().outputPath(`report-${locale}-200.png`),
      fullPage: true,
    });
    if (locale !== 'fr') await at.close();
  }
});
