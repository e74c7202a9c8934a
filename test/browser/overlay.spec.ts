import { expect, test } from '@playwright/test';
import { faultsOf } from '#test/browser/axe.ts';
import { benchFor } from '#test/browser/bench-for.ts';
import type { Stored } from '#test/browser/bench.ts';
import { good, paused, warned } from '#test/browser/readings.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';
import { tallyOf } from '#shared/policy/tally.ts';

const bench = benchFor();
let at: RecruiterPage;

test.afterEach(async () => {
  await at.close();
});

const CHIPS: Record<string, [Stored, RegExp]> = {
  'on track': [{ reading: good() }, /^19\.2\s%25\/130$/],
  close: [{ reading: good({ tally: tallyOf(15, 3, 112) }) }, /^13\.8\s%18\/130$/],
  below: [{ reading: good({ tally: tallyOf(10, 2, 88) }) }, /^Below the line12\.0\s%12\/100$/],
  warned: [{ reading: warned() }, /^Notice to read12\.0\s%12\/100$/],
  paused: [{ reading: paused() }, /^Bulk paused9\.7\s%13\/134$/],
  'in the Improvement Period of a pilot that refuses nothing': [
    { reading: paused({ mode: 'inform' }) },
    /^Improvement Period9\.7\s%13\/134$/,
  ],
  collecting: [{ reading: good({ tally: tallyOf(10, 2, 28) }) }, /^40 of 100$/],
  'collecting, low': [{ reading: good({ tally: tallyOf(5, 1, 55) }) }, /^61 of 1009\.8\s%$/],
  'no InMails': [{ reading: good({ tally: tallyOf(0, 0, 0) }) }, /^0 of 100$/],
  'not connected': [{ reading: null, connection: 'not_connected' }, /^Not connected$/],
  'signed out': [{ reading: null, connection: 'signed_out' }, /^Signed out$/],
  offline: [{ reading: null, connection: 'offline' }, /^Offline$/],
  'no reading yet': [{ reading: null }, /^No figures yet$/],
  'another contract': [
    { reading: good({ contract: { id: 'c2', name: 'Another contract' } }) },
    /^Not connected here$/,
  ],
  'a pause whose end has passed': [
    { reading: paused({ periodEndsAt: Date.now() - 1_000 }) },
    /^Being checked$/,
  ],
};

for (const [state, [stored, text]] of Object.entries(CHIPS)) {
  test(`the chip says: ${state}`, async () => {
    at = await RecruiterPage.open(bench, SEARCH, stored);
    await expect(at.chipText).toHaveText(text);
    await expect(at.chip.locator('svg')).toBeVisible();
  });
}

test('in a narrow window the chip keeps its word and drops the figures', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
  await at.page.setViewportSize({ width: 700, height: 800 });
  await expect(at.chip.getByText('Bulk paused', { exact: true })).toBeVisible();
  await expect(at.chip.locator('.gs-chip-rate')).toBeHidden();
  await expect(at.chip.locator('.gs-chip-counts')).toBeHidden();
  await expect(at.chip).toHaveAccessibleName('Bulk paused');
  await expect(at.chip).toHaveAccessibleDescription(/^Bulk paused: 9\.7\s%, 13 of 134/);
});

test('in observe nothing at all is mounted, and sends are still seen', async () => {
  at = await RecruiterPage.openBulk(bench, { reading: warned({ mode: 'observe' }) });
  await expect(at.ours).toHaveCount(0);
  await at.subject.fill('A role');
  await at.editor.fill('Hello');
  await at.send.click();
  await expect.poll(() => bench.told('sendObserved')).toHaveLength(1);
  await at.page.goto(`${bench.standIn.origin}/talent/home`);
  await at.page.waitForTimeout(400);
  await expect(at.ours).toHaveCount(0);
});

test('the card leads to asking for a review, by a person’s press alone', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
  await at.chip.click();
  const link = at.card.getByRole('link', { name: 'Ask for a review' });
  await link.evaluate((button: HTMLElement) => {
    button.click();
  });
  await link.focus();
  await at.page.keyboard.press('Enter');
  await expect.poll(() => bench.told('pageWanted')).toEqual([{ page: 'review' }]);
  // Where nothing is known of the seat there is nothing to ask about.
  await bench.store({ reading: null, connection: 'not_connected' });
  await expect(at.chipText).toHaveText('Not connected');
  await at.page.reload();
  await at.chip.click();
  await expect(at.card).toContainText('not connected');
  await expect(at.card.getByRole('link')).toHaveCount(0);
});

test('the card says it all, and Escape closes it', async () => {
  at = await RecruiterPage.open(bench, SEARCH, {
    reading: good({
      tally: tallyOf(15, 3, 112),
      evidence: { ...good().evidence, provisional: 2 },
    }),
  });
  await at.chip.click();
  await expect(at.card).toBeVisible();
  await expect(at.card).toContainText('18 answered (15 accepted, 3 declined)');
  await expect(at.card).toContainText('112 waiting');
  await expect(at.card).toContainText('1 reply to spare');
  await expect(at.card).toContainText(
    /2 sends are not confirmed yet; without them 14\.0\s% \(18 of 128\)/,
  );
  await expect(at.card).toContainText(/as of \d\d:\d\d · live/);
  await at.page.keyboard.press('Escape');
  await expect(at.card).toBeHidden();
  await expect(at.chip).toBeFocused();
});

test('a reading made while offline carries its age', async () => {
  at = await RecruiterPage.open(bench, SEARCH, {
    reading: good({ asOf: Date.now() - 125 * 60_000 }),
    connection: 'offline',
    isCarriedForward: true,
  });
  await at.chip.click();
  await expect(at.card).toContainText(/offline, 2\sh 5\smin old · with your latest sends/);
});

test('the chip follows what is stored, the language of the page and its look', async () => {
  bench.standIn.set({ locale: 'de', theme: 'dark' });
  at = await RecruiterPage.open(bench, SEARCH, { reading: good() });
  await expect(at.chipText).toHaveText(/^19,2\s%25\/130$/);
  await bench.store({ reading: paused() });
  await expect(at.chipText).toHaveText(/^Bulk pausiert9,7\s%13\/134$/);
  await expect(at.ours.first()).toHaveAttribute('data-theme', 'dark');
});

test('the chip stays when the page builds its navigation anew', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: good() });
  await expect(at.chip).toBeVisible();
  for (let time = 0; time < 5; time += 1) {
    await at.page.locator('[data-test-global-nav-right]').evaluate((nav) => {
      nav.replaceWith(nav.cloneNode(true));
    });
    await expect(at.chip).toHaveCount(1);
    await at.page.locator('[data-test-global-nav-right]').evaluate((nav) => {
      nav.querySelector('good-standing')?.remove();
    });
    await expect(at.chip).toHaveCount(1);
  }
});

test('the page hears no key that is pressed in our places', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: good() });
  await expect(at.chip).toBeVisible();
  await at.page.evaluate(() => {
    Object.assign(window, { keys: [] });
    const heard: unknown = Reflect.get(window, 'keys');
    for (const type of ['keydown', 'keyup']) {
      addEventListener(type, () => Array.isArray(heard) && heard.push(type), true);
    }
  });
  await at.chip.focus();
  await at.page.keyboard.press('Enter');
  await expect(at.card).toBeVisible();
  expect(await at.page.evaluate(() => Reflect.get(window, 'keys'))).toEqual([]);
});

test('the strip in a bulk composer says what the send does', async () => {
  at = await RecruiterPage.openBulk(bench, { reading: good({ tally: tallyOf(15, 3, 112) }) });
  await expect(at.strip).toContainText(
    /13\.8\s%.*→ 11\.6\s% with these 25, below the 13\s% line, until replies come/,
  );
  await expect(at.strip).toContainText('safe now: up to 8 · 1 reply above the line');
  await at.strip.getByText('Why?').click();
  await at.strip.getByRole('link', { name: 'More about the rule' }).click();
  await expect
    .poll(() => bench.told('pageWanted'))
    .toEqual([{ page: 'policy', question: 'the-rule', language: 'en' }]);
  await expect(at.strip).toContainText('13\u00a0% on 100 or more InMails sent within 14 days');
});

test('typing goes on while the strip is drawn, and the strip stays', async () => {
  at = await RecruiterPage.openOneToOne(bench, { reading: good() });
  await expect(at.strip).toBeVisible();
  await at.editor.pressSequentially('Hello there', { delay: 20 });
  await at.page.locator('.compose-form').evaluate((form) => {
    form.querySelector('good-standing')?.remove();
  });
  await expect(at.strip).toBeVisible();
  await expect(at.editor).toHaveText('Hello there');
  await expect(at.editor).toBeFocused();
});

test('a held control is marked, says why, and a refused press is said politely', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
  await at.selectAll.check();
  await expect(at.control).toHaveAttribute('aria-disabled', 'true');
  await expect(at.control).toHaveAttribute('aria-description', /^Bulk InMail is paused until/);
  await expect(at.note).toContainText(
    /Bulk InMail is paused until .*UTC.*One-to-one still works\./,
  );
  await expect(at.note.getByRole('status')).toBeEmpty();
  await at.control.click({ force: true });
  await expect(at.note.getByRole('status')).toContainText('Not sent: bulk InMail is paused');
  await expect(at.note.locator('p').first()).toContainText('Not sent: bulk InMail is paused');
  await at.selectAll.uncheck();
  await expect(at.note).toHaveCount(0);
});

test('the marks come back when the page draws the control anew', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
  await at.selectAll.check();
  await expect(at.control).toHaveAttribute('aria-disabled', 'true');
  await at.control.evaluate((button) => {
    button.removeAttribute('aria-disabled');
  });
  await expect(at.control).toHaveAttribute('aria-disabled', 'true');
  await at.control.evaluate((button) => {
    button.replaceWith(button.cloneNode(true));
  });
  await expect(at.note).toHaveCount(1);
});

test('inform shows and marks nothing', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: paused({ mode: 'inform' }) });
  await at.selectAll.check();
  await expect(at.chip).toBeVisible();
  await at.page.waitForTimeout(300);
  await expect(at.note).toHaveCount(0);
  await expect(at.control).not.toHaveAttribute('aria-disabled');
});

test('a fresh reading is asked for when Recruiter comes into view', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: good() });
  await expect.poll(() => bench.told('readingWanted')).not.toHaveLength(0);
});

test('the page is asked for nothing: no request of ours reaches Recruiter', async () => {
  const before = bench.standIn.requests().length;
  at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
  await expect(at.mustRead).toBeVisible();
  const seen = bench.standIn.requests().slice(before);
  expect(seen.filter(({ origin }) => origin !== null && origin !== bench.standIn.origin)).toEqual(
    [],
  );
});

test('nobody is left out: no faults found by axe in chip, card, strip, note and must-read', async () => {
  const check = async () => {
    expect(await faultsOf(at.page, 'good-standing')).toEqual([]);
  };
  for (const theme of ['light', 'dark'] as const) {
    bench.standIn.set({ theme });
    at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
    await expect(at.mustRead).toBeVisible();
    await check();
    await at.close();
    at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
    await at.chip.click();
    await at.selectAll.check();
    await expect(at.note).toBeVisible();
    await check();
    await at.close();
    at = await RecruiterPage.openOneToOne(bench, { reading: good({ tally: tallyOf(15, 3, 112) }) });
    await expect(at.strip).toBeVisible();
    await check();
    if (theme === 'light') await at.close();
  }
});
