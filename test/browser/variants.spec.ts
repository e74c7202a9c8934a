import { expect, test } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { good, paused, warned } from '#test/browser/readings.ts';
import { press } from '#test/browser/press.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';

// What differs from seat to seat and from month to month, where no other test has it on its page.
const bench = benchFor();
let at: RecruiterPage;

test.afterEach(async () => {
  await at.close();
});

const told = () => bench.told('sendObserved');

test('a composer that opens with a draft after ghost content is held, and told, as any', async () => {
  at = await RecruiterPage.openBulk(bench, { reading: good() }, `${SEARCH}&variant=draft`);
  await expect(at.editor).toContainText('your experience caught my eye');
  await at.subject.fill('A role');
  await bench.store({ reading: paused() });
  await expect(at.send).toHaveAttribute('aria-disabled', 'true');
  const before = bench.standIn.sent().length;
  await press(at.send);
  await bench.store({ reading: good() });
  await expect(at.send).not.toHaveAttribute('aria-disabled');
  expect(bench.standIn.sent()).toHaveLength(before);
  await at.send.click();
  await expect.poll(told).toMatchObject([{ mode: 'bulk', count: 25 }]);
});

test('a page of 26 counts 26', async () => {
  const path = `${SEARCH}&variant=page-of-26`;
  at = await RecruiterPage.openBulk(bench, { reading: good() }, path);
  await at.subject.fill('A role');
  await at.editor.fill('Hello');
  await at.send.click();
  await expect.poll(told).toMatchObject([{ mode: 'bulk', surface: 'search', count: 26 }]);
});

test('beside boxes and frames of others bulk is held, and a notice is read', async () => {
  const state = { reading: paused() };
  at = await RecruiterPage.open(bench, `${SEARCH}&variant=foreign-siblings`, state);
  await expect(at.page.locator('#wm-announcement')).toBeAttached();
  await at.selectAll.check();
  await expect(at.control).toHaveAttribute('aria-disabled', 'true');
  await press(at.control);
  await expect(at.note).toContainText('Bulk InMail is paused until');
  await expect(at.composer).toHaveCount(0);
  await bench.store({ reading: warned() });
  await at.page.goto(`${bench.standIn.origin}/talent/home?variant=foreign-siblings`);
  await expect(at.proceed).toBeVisible();
  await at.proceed.click();
  await expect.poll(() => bench.told('noticeAcknowledged')).toHaveLength(1);
});

test('a composer that stays is told by its toast alone, once for each send', async () => {
  const path = `${SEARCH}&variant=composer-stays`;
  at = await RecruiterPage.open(bench, path, { reading: good() });
  await at.page.locator('[data-test-component="message-icon-btn"]').nth(1).click();
  for (const times of [1, 2]) {
    await at.editor.fill('Hello');
    await at.send.click();
    await expect.poll(told).toHaveLength(times);
    await expect(at.composer).toBeVisible();
  }
  const memberIds = [bench.standIn.people[1]?.memberId];
  expect(await told()).toMatchObject([{ memberIds }, { memberIds }]);
});
