import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { attributesInTable, classesInTable } from '#test/recruiter/elements.ts';
import { isPerishable } from '#test/recruiter/app/hashed.ts';
import { startStandIn, type StandIn } from '#test/recruiter/server.ts';
import { DEFAULT_SETTINGS } from '#test/recruiter/settings.ts';
import { marksOn, surveyed } from '#test/recruiter/survey.ts';
import type { Locale } from '#test/recruiter/wire.ts';
import { launchChromium } from '#test/browser/chromium.ts';

const SEARCH = '/talent/search?searchContextId=6f1c&start=0';
const LOCALES: readonly Locale[] = ['en', 'es', 'de', 'fr'];

let standIn: StandIn;
let context: BrowserContext;
let page: Page;
let faults: string[] = [];

test.beforeAll(async () => {
  standIn = await startStandIn({ now: Date.now, earlierConversations: 6 });
  context = await launchChromium({ args: standIn.chromiumArgs });
});

test.afterAll(async () => {
  await context.close();
  await standIn.close();
});

test.beforeEach(async () => {
  standIn.set({ ...DEFAULT_SETTINGS, lateMs: [10, 60] });
  faults = [];
  page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
});

test.afterEach(async () => {
  await page.close();
});

const open = (path: string) => page.goto(standIn.origin + path);
const selectAll = () => page.locator('[data-live-test-select-all] input');
const bulkMessage = () => page.locator('button[data-test-action="send-message"]');
const send = () => page.locator('button[data-test-messaging-submit-btn]');
const subject = () => page.locator('input[data-test-compose-subject-input]');
const editor = () => page.locator('[data-test-compose-body] .ql-editor');
const toasts = () => page.locator('[data-test-artdeco-toast-item]');

async function openBulkComposer(): Promise<void> {
  await open(SEARCH);
  await selectAll().check();
  await bulkMessage().click();
  await expect(send()).toBeVisible();
}

async function openComposerFor(memberId: string): Promise<void> {
  await open(`/talent/profile/${memberId}?project=&trk=SEARCH_GLOBAL&rightRail=composer`);
  await expect(send()).toBeVisible();
}

function firstPerson(at = 0) {
  const person = standIn.people[at];
  if (person === undefined) throw new Error('there are people');
  return person;
}

async function expectKnownMarks(where: string): Promise<void> {
  const marks = await marksOn(page);
  const [attributes, classes] = [attributesInTable(), classesInTable()];
  expect(
    marks.attributes.filter((name) => !attributes.has(name)),
    where,
  ).toEqual([]);
  const unknown = marks.classes.filter((name) => !classes.has(name) && !isPerishable(name));
  expect(unknown, where).toEqual([]);
}

for (const locale of LOCALES) {
  test(`every page renders in ${locale}, with no mark outside the table`, async () => {
    test.slow();
    standIn.set({ locale });
    for (const { path, ready } of surveyed(standIn)) {
      await open(path);
      await expect(ready(page), path).toBeVisible();
      await expect(page.getByText(/^Stand-in/)).toBeVisible();
      await expectKnownMarks(path);
    }
    expect(faults).toEqual([]);
  });
}

test('ids and hashed classes differ from load to load', async () => {
  const read = async () => {
    await open(SEARCH);
    const row = page.locator('[data-test-row-lockup]').first();
    return [await row.getAttribute('id'), await row.getAttribute('class')];
  };
  const first = await read();
  const second = await read();
  expect(second[0]).not.toBe(first[0]);
  expect(second[1]).not.toBe(first[1]);
});

test('the bulk bar exists only with a selection, and a bulk send is recorded once', async () => {
  await open(SEARCH);
  await expect(page.locator('[data-test-search-insights-button]')).toBeVisible();
  await expect(page.locator('[data-test-profile-list-bulk-actions]')).toHaveCount(0);
  await selectAll().check();
  await expect(page.locator('[data-test-profile-list-num-selected]')).toHaveText('25 selected');
  await expect(bulkMessage()).toHaveText('Message (25)');
  const shown = await page.locator('[data-test-profile-list-view-list-row]').count();
  expect(shown).toBeGreaterThan(2);
  expect(shown).toBeLessThan(25);
  await expect(page.locator('[data-test-paginated-profile-list-item-container]')).toHaveCount(25);

  await bulkMessage().click();
  await expect(send()).toBeDisabled();
  await expect(page.getByRole('button', { name: 'View all 25' })).toBeVisible();
  await expectKnownMarks('with a selection and a bulk composer');
  await editor().fill('Would you like to hear about a role?');
  await send().click();
  await expect(page.getByText('Subject can’t be empty').first()).toBeVisible();
  await subject().fill('A role');
  const before = standIn.sent().length;
  await send().click();
  await expect(toasts()).toHaveText('25 messages sent successfully');
  await expect(page.locator('.messaging-composer')).toHaveCount(0);
  await expect(page.locator('[data-test-profile-list-bulk-actions]')).toHaveCount(0);
  expect(standIn.sent()).toHaveLength(before + 1);
  const message = standIn.sent().at(-1);
  expect(message?.kind).toBe('bulk');
  expect(message?.page).toContain('/talent/search?');
  expect(message?.recipients.map(({ memberId }) => memberId)).toEqual(
    standIn.people.slice(0, 25).map(({ memberId }) => memberId),
  );
  expect(faults).toEqual([]);
});

test('rows are emptied and filled again while scrolling, and stay selected', async () => {
  await open(SEARCH);
  await selectAll().check();
  const rows = page.locator('[data-test-paginated-profile-list-item-container]');
  await rows.nth(24).scrollIntoViewIfNeeded();
  await expect(rows.nth(24).locator('input')).toBeChecked();
  await expect(rows.first().locator('.profile-list__occlusion-area')).toHaveCount(1);
  await rows.nth(24).locator('input').uncheck();
  await expect(bulkMessage()).toHaveText('Message (24)');
});

test('everybody in a project can be selected, over all pages', async () => {
  standIn.set({ locale: 'de' });
  const project = standIn.projects[0];
  await open(`/talent/hire/${project?.id}/manage/all`);
  await selectAll().check();
  await page.getByRole('button', { name: `Alle ${project?.people} Profile` }).click();
  await expect(bulkMessage()).toHaveText(`Nachricht (${project?.people})`);
});

test('counts are grouped as the language of the seat does it', async () => {
  const shown = { en: '1,284', es: '1.284', de: '1.284', fr: '1\u202f284' };
  for (const locale of LOCALES) {
    standIn.set({ locale });
    await open(SEARCH);
    await expect(page.locator('[data-test-profile-list-num-custom]')).toContainText(shown[locale]);
  }
});

test('a one-to-one message goes out from a row, by Ctrl+Enter too', async () => {
  await open(SEARCH);
  await page.locator('[data-test-component="message-icon-btn"]').nth(1).click();
  await expect(page).toHaveURL(/\/talent\/search\/profile\/AEMAA.*rightRail=composer/);
  await editor().fill('Hello');
  await editor().press('Control+Enter');
  await expect(toasts()).toHaveText('Message sent successfully');
  await expect(page).not.toHaveURL(/rightRail/);
  const message = standIn.sent().at(-1);
  expect(message?.kind).toBe('single');
  expect(message?.recipients).toEqual([
    { memberId: firstPerson(1).memberId, name: firstPerson(1).name },
  ]);
});

test('Enter in the subject submits the form, as in every form', async () => {
  await openComposerFor(firstPerson(2).memberId);
  await editor().fill('Hello');
  await subject().press('Enter');
  await expect(toasts()).toBeVisible();
  expect(standIn.sent().at(-1)?.recipients[0]?.name).toBe(firstPerson(2).name);
});

test('a send that fails leaves the composer open and says so', async () => {
  standIn.set({ failSends: true, sendDelayMs: 300 });
  const before = standIn.sent().length;
  await openComposerFor(firstPerson(3).memberId);
  await editor().fill('Hello');
  await send().click();
  await expect(send()).toBeDisabled();
  await expect(toasts()).toContainText('not sent');
  await expect(send()).toBeEnabled();
  expect(standIn.sent()).toHaveLength(before);
});

test('who was written to within 24 hours cannot be written to', async () => {
  standIn.set({ paused24h: [firstPerson(4).memberId] });
  await openComposerFor(firstPerson(4).memberId);
  await expect(page.getByText('more than once within 24 hours')).toBeVisible();
  await editor().fill('Hello');
  await expect(send()).toBeDisabled();

  await openBulkComposer();
  await expect(page.getByText('will not receive this message')).toBeVisible();
  await subject().fill('A role');
  await editor().fill('Hello');
  await send().click();
  await expect(toasts()).toHaveText('24 messages sent successfully');
  expect(standIn.sent().at(-1)?.recipients).toHaveLength(24);
});

test('a follow-up adds a second editor and a second subject', async () => {
  await openComposerFor(firstPerson(5).memberId);
  await editor().fill('Hello');
  await page.getByRole('button', { name: 'Add follow-up message' }).click();
  await expect(page.locator('.ql-editor')).toHaveCount(2);
  await expect(subject()).toHaveCount(2);
  await expect(send()).toBeDisabled();
  await editor().nth(1).fill('Once more');
  await expect(send()).toBeEnabled();
});

test('similar profiles have a selection and a bulk message of their own', async () => {
  await open(`/talent/profile/${firstPerson().memberId}?project=`);
  await page.locator('.similar-profiles__row input').first().check();
  await page.locator('.similar-profiles__row input').nth(1).check();
  await expect(bulkMessage()).toHaveText('Message (2)');
  await bulkMessage().click();
  await subject().fill('A role');
  await editor().fill('Hello');
  await send().click();
  await expect(toasts()).toBeVisible();
  expect(standIn.sent().at(-1)?.recipients).toHaveLength(2);
});

test('an answer shows in the inbox without a load', async () => {
  const { memberId, name } = firstPerson(9);
  await openComposerFor(memberId);
  await editor().fill('Hello');
  await send().click();
  await expect(toasts()).toBeVisible();
  await open('/talent/inbox/0/main');
  const card = page.locator('[data-test-conversation-card-container]').filter({ hasText: name });
  await expect(page.locator('[data-test-conversation-card-container]').first()).toBeVisible();
  await expect(card).toHaveCount(0);
  standIn.answer(memberId, 'declined');
  await expect(card.locator('[data-test-latest-reply-status]')).toHaveText('Declined');
});

test('the clipboard of the retired product sends too', async () => {
  await open('/recruiter/smartsearch/clipboard');
  await page.locator('input[data-tracking-control-name="selectAllBtn"]').check();
  await page.locator('button#project-bulk-action').click();
  await page.getByRole('textbox').fill('Hello');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('messages sent successfully')).toBeVisible();
  expect(standIn.sent().at(-1)?.recipients).toHaveLength(40);
});

test('variants change what is on the page', async () => {
  await open(`${SEARCH}&variant=bar-overflow,subject-hidden,confirm-send,no-toast`);
  await selectAll().check();
  await expect(bulkMessage()).toHaveCount(0);
  await page.getByRole('button', { name: 'More Items' }).click();
  await bulkMessage().click();
  await editor().fill('Hello');
  await expect(subject()).toBeHidden();
  await send().click();
  await subject().fill('A role');
  const before = standIn.sent().length;
  await send().click();
  expect(standIn.sent()).toHaveLength(before);
  await page.getByRole('button', { name: 'Ok' }).click();
  await expect(page.locator('.messaging-composer')).toHaveCount(0);
  await expect(toasts()).toHaveCount(0);
  expect(standIn.sent()).toHaveLength(before + 1);

  await open(`${SEARCH}&variant=live-attributes-only`);
  await page.locator('.profile-list__select-all input').check();
  await expect(page.locator('[data-live-test-profile-list-bulk-actions]')).toBeVisible();
  expect((await marksOn(page)).attributes.filter((name) => name.startsWith('data-test'))).toEqual(
    [],
  );

  await open(`${SEARCH}&variant=classes-only`);
  await page.locator('.profile-list__select-all input').check();
  await expect(page.locator('.bulk-actions')).toContainText('Message (25)');
  expect((await marksOn(page)).attributes).toEqual([]);
});

test('the nav may be replaced in one step', async () => {
  await open('/talent/home?variant=rerenders');
  const first = await page.locator('[data-test-global-nav-right]').getAttribute('id');
  await expect(page.locator('[data-test-global-nav-right]')).not.toHaveAttribute('id', first ?? '');
  await expect(page.locator('[data-test-user-contract-name]')).toHaveText(
    DEFAULT_SETTINGS.contractName,
  );
});

test('a list may come back empty where it is not', async () => {
  standIn.set({ emptyReads: true });
  await open(SEARCH);
  await expect(page.locator('[data-test-profile-list-num-custom]')).toHaveText('0 results');
});

test('the bar gives way when there is no room', async () => {
  await page.setViewportSize({ width: 640, height: 800 });
  await open(SEARCH);
  await selectAll().check();
  await expect(page.getByRole('button', { name: 'More Items' })).toBeVisible();
});

test('no other host can be reached, and this machine can', async () => {
  await open('/talent/home');
  const other = await context.newPage();
  await expect(other.goto('https://example.com/')).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/);
  await expect(other.goto(`https://127.0.0.1:${standIn.port}/talent/home`)).resolves.not.toBeNull();
  await other.close();
});
