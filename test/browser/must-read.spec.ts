import { expect, test } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import type { Stored } from '#test/browser/bench.ts';
import { good, paused, soon, warned } from '#test/browser/readings.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';
import { tallyOf } from '#shared/policy/tally.ts';

const bench = benchFor();
let at: RecruiterPage;

test.afterEach(async () => {
  await at.close();
});

test('the must-read covers home, keeps focus, and is not passed by Escape', async () => {
  at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
  await expect(at.mustRead).toBeVisible();
  await expect(at.mustRead).toHaveAttribute('aria-modal', 'true');
  await expect(
    at.page.getByRole('dialog', { name: 'Your response rate needs attention' }),
  ).toBeVisible();
  await expect(at.mustRead).toContainText(/12 of your 100 InMails were answered: 12\.0\s%/);
  await expect(at.mustRead).toContainText('Ines Albrecht');
  await expect(at.mustRead.locator('li')).toHaveCount(3);
  await expect(at.mustRead).toHaveAccessibleDescription(/12 of your 100 InMails were answered/);
  // Read from its beginning, and not pressed by mistake.
  await expect(at.mustRead.getByRole('heading').first()).toBeFocused();
  const learnMore = at.mustRead.getByRole('link', { name: 'The policy in plain words' });
  for (const key of ['Escape', 'Escape', 'Tab']) await at.page.keyboard.press(key);
  await expect(learnMore).toBeFocused();
  await at.page.keyboard.press('Tab');
  await expect(at.mustRead.getByRole('link', { name: 'Ask for a review' })).toBeFocused();
  for (const key of ['Tab', 'Escape']) await at.page.keyboard.press(key);
  await expect(at.proceed).toBeFocused();
  await at.page.keyboard.press('Tab');
  await expect(learnMore).toBeFocused();
  await at.page.keyboard.press('Shift+Tab');
  await expect(at.proceed).toBeFocused();
  await expect(at.mustRead).toBeVisible();
  const place = await at.page.evaluate(() => document.activeElement?.localName);
  expect(place).toBe('good-standing');
});

test('only a person presses CONTINUE, once, and it comes back until then', async () => {
  at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
  await at.proceed.evaluate((button: HTMLElement) => {
    button.click();
  });
  await expect(at.mustRead).toBeVisible();
  await at.page.reload();
  await expect(at.mustRead).toBeVisible();
  await at.page.locator('good-standing[data-place="must-read"]').evaluate((host) => {
    host.remove();
  });
  await expect(at.mustRead).toBeVisible();
  await at.mustRead.evaluate((dialog: HTMLDialogElement) => {
    dialog.close();
  });
  await expect(at.mustRead).toBeVisible();
  expect(await bench.told('noticeAcknowledged')).toEqual([]);
  await at.proceed.click();
  await expect(at.mustRead).toBeHidden();
  const [press, ...more] = await bench.told('noticeAcknowledged');
  expect(more).toEqual([]);
  expect(press?.['notice']).toBe('warning');
  expect(Math.abs(Number(press?.['at']) - Date.now())).toBeLessThan(10_000);
});

test('it goes with the page it covers, and is there again on the way back', async () => {
  at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
  await expect(at.mustRead).toBeVisible();
  await at.page.evaluate(() => {
    history.pushState({}, '', '/talent/projects');
  });
  await expect(at.mustRead).toBeHidden();
  await at.page.goBack();
  await expect(at.mustRead).toBeVisible();
  expect(await bench.told('noticeAcknowledged')).toEqual([]);
});

test('no way of the browser’s own passes it: close requests, back, forward, another tab', async () => {
  at = await RecruiterPage.open(bench, '/talent/projects', { reading: warned() });
  await at.page.goto(`${bench.standIn.origin}/talent/home`);
  await expect(at.mustRead).toBeVisible();
  await at.mustRead.evaluate((dialog: HTMLDialogElement) => {
    dialog.requestClose();
  });
  await expect(at.mustRead).toBeVisible();
  // As a press of Back would, from within a page of the same app that stays on home.
  await at.page.evaluate(() => {
    history.pushState({}, '', '/talent/home/reminders');
    history.back();
  });
  await at.page.waitForTimeout(300);
  await expect(at.mustRead).toBeVisible();
  await at.page.goBack();
  await expect(at.page).toHaveURL(/\/talent\/projects/);
  await at.page.goForward();
  await expect(at.mustRead).toBeVisible();
  const other = new RecruiterPage(await bench.page('/talent/home'));
  await expect(other.mustRead).toBeVisible();
  await other.close();
  expect(await bench.told('noticeAcknowledged')).toEqual([]);
});

test('its links are opened by the worker, and name no address in the page', async () => {
  const trainingLinks = [{ title: 'Writing to engineers', url: 'https://learn.example/engineers' }];
  at = await RecruiterPage.open(bench, '/talent/home', { reading: warned({ trainingLinks }) });
  await at.mustRead.getByRole('link', { name: 'The policy in plain words' }).click();
  await at.mustRead.getByRole('link', { name: 'Writing to engineers' }).click();
  await expect
    .poll(() => bench.told('pageWanted'))
    .toEqual([
      { page: 'policy', question: 'first-time-below', language: 'en' },
      { page: 'training', index: 0 },
    ]);
  expect(await at.mustRead.innerHTML()).not.toContain('learn.example');
  await at.mustRead
    .getByRole('link')
    .first()
    .evaluate((link: HTMLElement) => {
      link.click();
    });
  expect(await bench.told('pageWanted')).toHaveLength(2);
  await expect(at.mustRead).toBeVisible();
});

test('it stands in a dialog that the page opened before, and over the composer in it', async () => {
  at = await RecruiterPage.openBulk(bench, { reading: good() });
  await at.composer.evaluate((composer) => {
    const dialog = document.createElement('dialog');
    composer.replaceWith(dialog);
    dialog.append(composer);
    dialog.showModal();
  });
  await bench.store({ reading: warned() });
  await expect(at.mustRead).toBeVisible();
  await at.proceed.click({ timeout: 2_000 });
  await expect(at.mustRead).toBeHidden();
  await expect(at.send).toBeVisible();
});

test('a CONTINUE that could not be kept says so and stays', async () => {
  at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
  await bench.refuse('noticeAcknowledged');
  await at.proceed.click();
  await expect(at.mustRead.getByRole('alert')).toContainText('could not be kept');
  await bench.refuse();
  await at.proceed.click();
  await expect(at.mustRead).toBeHidden();
});

test('a dialog that the page opens over it does not cover it', async () => {
  at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
  await expect(at.mustRead).toBeVisible();
  await at.page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.textContent = 'The page’s own';
    document.body.append(dialog);
    dialog.showModal();
  });
  await at.proceed.click({ timeout: 10_000 });
  await expect(at.mustRead).toBeHidden();
});

test('the must-read covers a bulk composer, and is a strip in a one-to-one one', async () => {
  at = await RecruiterPage.openBulk(bench, { reading: warned() });
  await expect(at.mustRead).toBeVisible();
  await at.close();
  at = await RecruiterPage.openOneToOne(bench, { reading: warned() });
  await expect(at.mustRead).toBeHidden();
  await expect(at.strip).toContainText('Your response rate needs attention');
  await at.editor.fill('Hello');
  await at.strip.getByRole('button', { name: 'Read it now' }).click();
  await at.proceed.click();
  await expect(at.mustRead).toBeHidden();
  await expect(at.strip).not.toContainText('Your response rate needs attention');
  await expect(at.editor).toHaveText('Hello');
});

const NOTICES: Record<string, [Stored['reading'], string]> = {
  improvement_started: [paused(), 'Bulk InMail is paused'],
  improvement_renewed: [paused(), 'Bulk InMail stays paused'],
  improvement_ended: [good(), 'Bulk InMail is back'],
  inherited: [
    good({ standing: 'warned', periodEndsAt: soon(9) }),
    'This seat comes with its history',
  ],
};
for (const [type, [reading, title]] of Object.entries(NOTICES)) {
  test(`the must-read of ${type}`, async () => {
    const notice = { type, issuedAt: soon(0), tally: tallyOf(4, 2, 55) };
    await bench.store({ reading: Object.assign({}, reading, { notice }) });
    at = await RecruiterPage.open(bench, '/talent/home');
    await expect(at.page.getByRole('dialog', { name: title })).toBeVisible();
    if (type === 'improvement_ended')
      await expect(at.mustRead).toContainText('too few InMails to judge');
  });
}
