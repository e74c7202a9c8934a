import { expect, test } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { good } from '#test/browser/readings.ts';
import { press } from '#test/browser/press.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';

const bench = benchFor();
let at: RecruiterPage;

test.afterEach(async () => {
  await at.close();
});

test('a bulk send is told once, with proof, for as many as were reached', async () => {
  bench.standIn.set({ paused24h: [bench.standIn.people[3]?.memberId ?? ''] });
  at = await RecruiterPage.openBulk(bench, { reading: good() });
  await at.subject.fill('A role');
  await at.editor.fill('Hello');
  await at.send.click();
  await expect.poll(() => bench.told('sendObserved')).toHaveLength(1);
  const [told] = await bench.told('sendObserved');
  expect(told).toMatchObject({ mode: 'bulk', surface: 'search', count: 24, memberIds: [] });
  expect(told?.['id']).toMatch(/^[\w-]{36}$/);
  expect(Math.abs(Number(told?.['at']) - Date.now())).toBeLessThan(20_000);
});

test('a one-to-one send is told with its member, by Ctrl+Enter, without a toast', async () => {
  at = await RecruiterPage.open(bench, `${SEARCH}&variant=no-toast`, { reading: good() });
  await at.page.locator('[data-test-component="message-icon-btn"]').nth(1).click();
  await at.editor.fill('Hello');
  await at.editor.press('Control+Enter');
  await expect.poll(() => bench.told('sendObserved')).toHaveLength(1);
  expect((await bench.told('sendObserved'))[0]).toMatchObject({
    mode: 'one_to_one',
    surface: 'search',
    count: 1,
    memberIds: [bench.standIn.people[1]?.memberId],
  });
});

test('a follow-up beside the message is no second InMail', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: good() });
  await at.page.locator('[data-test-component="message-icon-btn"]').nth(1).click();
  await at.editor.fill('Hello');
  await at.page.getByRole('button', { name: 'Add follow-up message' }).click();
  await at.page.locator('.ql-editor').nth(1).fill('One more thought');
  for (const subject of await at.page.locator('[data-test-compose-subject-input]').all()) {
    await subject.fill('A role');
  }
  await at.send.click();
  await expect.poll(() => bench.told('sendObserved')).toHaveLength(1);
  expect((await bench.told('sendObserved'))[0]).toMatchObject({ mode: 'one_to_one', count: 1 });
});

test('a send after a question is told; one that failed, was refused or closed is not', async () => {
  at = await RecruiterPage.openBulk(
    bench,
    { reading: good() },
    `${SEARCH}&variant=confirm-send,subject-hidden`,
  );
  await at.editor.fill('Hello');
  await at.send.click();
  await at.subject.fill('A role');
  await at.send.click();
  await at.page.getByRole('button', { name: 'Ok' }).click();
  await expect.poll(() => bench.told('sendObserved')).toHaveLength(1);
  await at.close();

  bench.standIn.set({ failSends: true });
  at = await RecruiterPage.openOneToOne(bench, { reading: good() });
  await at.editor.fill('Hello');
  await at.send.click();
  await expect(at.toast).toBeVisible();
  await at.page.getByRole('button', { name: 'Dismiss composer' }).click();
  await at.page.waitForTimeout(1_500);
  expect(await bench.told('sendObserved')).toHaveLength(1);
});

test('a composer that is closed right after Send is unknown: a miss, never an event', async () => {
  bench.standIn.set({ sendDelayMs: 3_000, failSends: true });
  at = await RecruiterPage.openOneToOne(bench, { reading: good() }, '&variant=no-toast');
  await at.editor.fill('Hello');
  await at.send.click();
  await at.page.waitForTimeout(1_100);
  await at.page.getByRole('button', { name: 'Dismiss composer' }).click();
  await at.toast.evaluateAll((toasts) => {
    for (const toast of toasts) toast.remove();
  });
  await expect
    .poll(() => bench.told('surfaceMissed'), { timeout: 12_000 })
    .toContainEqual(expect.objectContaining({ surface: 'composer', part: 'outcome' }));
  expect(await bench.told('sendObserved')).toEqual([]);
});

test('under the 24-hour banner Send is off, and neither a press nor keys are a send', async () => {
  bench.standIn.set({ paused24h: [bench.standIn.people[0]?.memberId ?? ''] });
  at = await RecruiterPage.openOneToOne(bench, { reading: good() });
  const before = [...bench.standIn.sent()];
  await expect(at.page.getByText('within 24 hours')).toBeVisible();
  await at.editor.fill('Hello');
  await expect(at.send).toBeDisabled();
  await press(at.send);
  await at.editor.press('Control+Enter');
  // What the page makes of it by itself is no send either.
  await at.page.getByRole('button', { name: 'Dismiss composer' }).click();
  await expect(at.composer).toHaveCount(0);
  await at.page.waitForTimeout(1_000);
  expect(await bench.told('sendObserved')).toEqual([]);
  expect(bench.standIn.sent()).toEqual(before);
});

test('in two tabs each send is told once, by the tab that it left from', async () => {
  at = await RecruiterPage.openOneToOne(bench, { reading: good() });
  const other = await RecruiterPage.open(bench, SEARCH);
  await other.page.locator('[data-test-component="message-icon-btn"]').nth(1).click();
  for (const one of [other, at]) {
    await one.page.bringToFront();
    await one.editor.fill('Hello');
    await one.send.click();
    await expect(one.toast.first()).toBeVisible();
  }
  await expect.poll(() => bench.told('sendObserved')).toHaveLength(2);
  await other.close();
  await at.page.waitForTimeout(1_000);
  const told = await bench.told('sendObserved');
  expect(told.map(({ memberIds }) => memberIds)).toEqual(
    [1, 0].map((index) => [bench.standIn.people[index]?.memberId]),
  );
  expect(new Set(told.map(({ id }) => id)).size).toBe(2);
});

test('nothing is told under another contract', async () => {
  at = await RecruiterPage.openOneToOne(bench, {
    reading: good({ contract: { id: 'c2', name: 'Another contract' } }),
  });
  await at.editor.fill('Hello');
  await at.send.click();
  await expect(at.toast).toBeVisible();
  await at.page.waitForTimeout(1_000);
  expect(await bench.told('sendObserved')).toEqual([]);
});

const NOT_BY_SENDING: Record<string, () => Promise<void>> = {
  'by Escape': async () => {
    await at.page.evaluate(() => {
      addEventListener('keydown', ({ key }) => {
        if (key === 'Escape') document.querySelector('.messaging-composer')?.remove();
      });
    });
    await at.editor.press('Escape');
  },
  'by a press beside it': async () => {
    await at.page.evaluate(() => {
      document.addEventListener('click', ({ target }) => {
        if (target instanceof HTMLHeadingElement)
          document.querySelector('.messaging-composer')?.remove();
      });
    });
    await at.page.locator('h1').first().click();
  },
  'for another in its place': async () => {
    await at.composer.evaluate((composer) => {
      composer.replaceWith(composer.cloneNode(true));
    });
  },
  'with its content only': async () => {
    await at.page.locator('.compose-form').evaluate((form) => {
      form.remove();
    });
  },
};

for (const [how, close] of Object.entries(NOT_BY_SENDING)) {
  test(`a composer that went away ${how} is no proof of a send`, async () => {
    bench.standIn.set({ sendDelayMs: 60_000, failSends: true });
    at = await RecruiterPage.openOneToOne(bench, { reading: good() }, '&variant=no-toast');
    await at.editor.fill('Hello');
    await at.send.click();
    await at.page.waitForTimeout(400);
    await close();
    await expect
      .poll(() => bench.told('surfaceMissed'), { timeout: 12_000 })
      .toContainEqual(expect.objectContaining({ surface: 'composer', part: 'outcome' }));
    expect(await bench.told('sendObserved')).toEqual([]);
  });
}
