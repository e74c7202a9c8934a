import { expect, test, type Page } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import type { Stored } from '#test/browser/bench.ts';
import { good, paused, soon } from '#test/browser/readings.ts';
import { press } from '#test/browser/press.ts';
import { SEARCH } from '#test/browser/recruiter-page.ts';
import { DEFAULT_SETTINGS } from '#test/recruiter/settings.ts';

const bench = benchFor();
let page: Page;

test.beforeEach(async () => {
  await bench.store({ reading: paused() });
});

test.afterEach(async () => {
  await page.close();
});

const control = () => page.locator('button[data-test-action="send-message"]').first();
const composer = () => page.locator('.messaging-composer');
const send = () => page.locator('button[data-test-messaging-submit-btn]');
const editor = () => page.locator('[data-test-compose-body] .ql-editor');
const subject = () => page.locator('input[data-test-compose-subject-input]');
const held = () => page.locator('[aria-disabled="true"]');

async function select(path = SEARCH): Promise<void> {
  page = await bench.page(path);
  await page.locator('[data-live-test-select-all] input').check();
  await expect(control()).toBeVisible();
}

/** A composer for 25 that was open before the pause began, filled in and ready to be sent. */
async function openBulkComposer(): Promise<void> {
  await bench.store({ reading: good() });
  await select();
  await control().click();
  await subject().fill('A role');
  await editor().fill('Would you like to hear about a role?');
  await expect(send()).toBeEnabled();
  await bench.store({ reading: paused() });
  await expect(send()).toHaveAttribute('aria-disabled', 'true');
}

/** Nothing left, and nothing is on its way. */
async function expectNothingSent(before: number): Promise<void> {
  await page.waitForTimeout(DEFAULT_SETTINGS.sendDelayMs + 150);
  expect(bench.standIn.sent()).toHaveLength(before);
}

test('the Send of a bulk composer is held, by mouse, Enter, form and Ctrl+Enter', async () => {
  await openBulkComposer();
  const before = bench.standIn.sent().length;
  await press(send());
  await send().evaluate((button) => {
    button.append(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  });
  await send().locator('svg').click({ force: true });
  await send().press('Enter');
  await send().press('Space');
  await subject().press('Enter');
  await editor().press('Control+Enter');
  await editor().press('Meta+Enter');
  await page.locator('.compose-form').evaluate((form: HTMLFormElement) => form.requestSubmit());
  await expectNothingSent(before);
  await expect(composer()).toBeVisible();
});

test('it is held with its names unfolded as well: the control that opened it said how many', async () => {
  await openBulkComposer();
  const before = bench.standIn.sent().length;
  await page.getByRole('button', { name: 'View all 25' }).click();
  await expect(page.getByRole('button', { name: 'View all' })).toHaveCount(0);
  await press(send());
  await editor().press('Control+Enter');
  await expectNothingSent(before);
});

test('writing and everything else in a held composer goes on', async () => {
  await openBulkComposer();
  await editor().press('End');
  await editor().pressSequentially(' Best wishes');
  await editor().press('Enter');
  await expect(editor()).toContainText('Best wishes');
  await page.getByRole('button', { name: 'Dismiss composer' }).click();
  await expect(composer()).toHaveCount(0);
});

test('one-to-one is never held: from a row, after a bulk control was pressed', async () => {
  await select();
  await press(control());
  await page.locator('[data-test-component="message-icon-btn"]').nth(1).click();
  await editor().fill('Hello');
  const before = bench.standIn.sent().length;
  await send().click();
  await expect.poll(() => bench.standIn.sent().length).toBe(before + 1);
  expect(bench.standIn.sent().at(-1)?.recipients).toHaveLength(1);
});

test('one-to-one is never held, whatever numbers stand in its composer', async () => {
  const memberId = bench.standIn.people[0]?.memberId;
  page = await bench.page(`/talent/profile/${memberId}?project=&rightRail=composer`);
  await editor().fill('Hello');
  await page.locator('.compose-form').evaluate((form) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Template 2024';
    form.prepend(button);
  });
  const before = bench.standIn.sent().length;
  await send().click();
  await expect.poll(() => bench.standIn.sent().length).toBe(before + 1);
});

test('one selected is one-to-one: neither control nor composer is held', async () => {
  page = await bench.page(SEARCH);
  await page.locator('[data-test-profile-list-view-list-row] input').first().check();
  await expect(control()).toHaveText('Message (1)');
  await control().click();
  await subject().fill('A role');
  await editor().fill('Hello');
  const before = bench.standIn.sent().length;
  await send().click();
  await expect.poll(() => bench.standIn.sent().length).toBe(before + 1);
});

test('so are two, by the counter of the selection and the label alike', async () => {
  page = await bench.page(SEARCH);
  const boxes = page.locator('[data-test-profile-list-view-list-row] input');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await expect(held()).toHaveCount(1);
  // A label without its number, as an icon has.
  await control()
    .locator('span')
    .evaluate((label) => {
      label.textContent = 'Message';
    });
  await press(control());
  await page.waitForTimeout(250);
  await expect(composer()).toHaveCount(0);
});

const LOCALES = { es: 'Mensaje (25)', de: 'Nachricht (25)', fr: 'Message (25)' } as const;
for (const locale of ['es', 'de', 'fr'] as const) {
  test(`it is held in ${locale}`, async () => {
    bench.standIn.set({ locale });
    await select();
    await expect(control()).toHaveText(LOCALES[locale]);
    await press(control());
    await page.waitForTimeout(250);
    await expect(composer()).toHaveCount(0);
  });
}

test('it is held in a project, for everybody in it', async () => {
  const [project] = bench.standIn.projects;
  await select(`/talent/hire/${project?.id}/manage/all`);
  await page.getByRole('button', { name: /^Select all/ }).click();
  await expect(control()).toHaveText(`Message (${project?.people})`);
  await press(control());
  await page.waitForTimeout(250);
  await expect(composer()).toHaveCount(0);
});

test('it is held among similar profiles', async () => {
  page = await bench.page(`/talent/profile/${bench.standIn.people[0]?.memberId}?project=`);
  await page.locator('.similar-profiles__row input').first().check();
  await page.locator('.similar-profiles__row input').nth(1).check();
  await expect(control()).toHaveText('Message (2)');
  await expect(held()).toHaveCount(1);
  await press(control());
  await page.waitForTimeout(250);
  await expect(composer()).toHaveCount(0);
});

for (const variant of ['live-attributes-only', 'classes-only']) {
  test(`with ${variant} the composer's Send still is`, async () => {
    page = await bench.page(`${SEARCH}&variant=${variant}`);
    await page.locator('.profile-list__select-all input').check();
    await page.getByRole('button', { name: 'Message (25)' }).click();
    await page.locator('.compose-subject__input').fill('A role');
    await page.locator('.ql-editor').fill('Hello');
    const before = bench.standIn.sent().length;
    await press(page.locator('.compose-actions__submit-button'));
    await expectNothingSent(before);
  });
}

const LET_THROUGH: Record<string, () => Stored> = {
  'in inform': () => ({ reading: paused({ mode: 'inform' }) }),
  'in observe': () => ({ reading: paused({ mode: 'observe' }) }),
  'in good standing': () => ({ reading: good() }),
  'in the warning period': () => ({
    reading: good({ standing: 'warned', periodEndsAt: soon(3) }),
  }),
  'with no reading': () => ({ reading: null }),
  'past the end, however the reading says paused': () => ({
    reading: paused({ periodEndsAt: Date.now() - 1_000 }),
  }),
  'past the end by the server’s clock': () => ({
    reading: paused({ periodEndsAt: Date.now() + 3_600_000 }),
    clockOffsetMs: 3_700_000,
  }),
  'under another contract': () => ({ reading: paused(), contractName: 'Another contract' }),
};

for (const [when, state] of Object.entries(LET_THROUGH)) {
  test(`bulk is let through ${when}`, async () => {
    await bench.store(state());
    await select();
    await press(control());
    await subject().fill('A role');
    await editor().fill('Hello');
    const before = bench.standIn.sent().length;
    await press(send());
    await expect.poll(() => bench.standIn.sent().length).toBe(before + 1);
    expect(bench.standIn.sent().at(-1)?.recipients).toHaveLength(25);
  });
}

test('the gate opens under an open page, and the marks go', async () => {
  await select();
  await expect(held()).toHaveCount(1);
  await bench.store({ reading: good() });
  await expect(held()).toHaveCount(0);
  await expect(control()).not.toHaveAttribute('aria-description');
  await control().click();
  await expect(composer()).toBeVisible();
});
