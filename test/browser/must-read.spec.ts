import { expect, test } from '@playwright/test';
import { startBench, type Bench, type Stored } from '#test/browser/bench.ts';
import { good, paused, soon, warned } from '#test/browser/readings.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';
import { tallyOf } from '#shared/policy/tally.ts';
import { DEFAULT_SETTINGS } from '#test/recruiter/settings.ts';

let bench: Bench;
let at: RecruiterPage;

test.beforeAll(async () => {
  bench = await startBench();
});

test.afterAll(async () => {
  await bench.close();
});

test.beforeEach(async () => {
  bench.standIn.set({ ...DEFAULT_SETTINGS, lateMs: [10, 60] });
  await bench.forget();
});

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
  for (const key of ['Escape', 'Escape', 'Tab', 'Tab', 'Shift+Tab', 'Escape']) {
    await at.page.keyboard.press(key);
  }
  await expect(at.mustRead).toBeVisible();
  await expect(at.proceed).toBeFocused();
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
