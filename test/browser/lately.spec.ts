import { expect, test } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { good, paused } from '#test/browser/readings.ts';
import { startLive } from '#test/browser/live.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';

const bench = benchFor({ lateMs: [0, 5] });

test('the worker is asked once about the selected people whose rows can be read', async () => {
  const at = await RecruiterPage.openBulk(bench, { reading: good() });
  await expect.poll(() => bench.told('recipientsWanted')).toHaveLength(1);
  await at.editor.fill('Hello');
  await expect(at.strip).toContainText('with these 25');
  const [asked] = await bench.told('recipientsWanted');
  // Of 25 rows the first are drawn; the others are not guessed at.
  const drawn = await at.page.locator('[data-test-profile-list-view-list-row]').count();
  expect(drawn).toBeLessThan(25);
  const memberIds = bench.standIn.people.slice(0, drawn).map(({ memberId }) => memberId);
  expect(asked).toEqual({ language: 'en', recipients: 25, memberIds });
  // It has nothing to say, and so has the strip.
  await expect(at.strip).not.toContainText('had an InMail');
  expect(await bench.told('recipientsWanted')).toHaveLength(1);
  await at.close();
});

test('in a message to one, in a paused seat’s and in observe nobody is asked about', async () => {
  const one = await RecruiterPage.openOneToOne(bench, { reading: good() });
  await expect(one.strip).toBeVisible();
  await one.close();
  // The composer was open before the pause began.
  const at = await RecruiterPage.openBulk(bench, { reading: good({ mode: 'observe' }) });
  await bench.store({ reading: paused() });
  await expect(at.strip).toContainText('Bulk InMail is paused');
  expect(await bench.told('recipientsWanted')).toEqual([]);
  await at.close();
});

test('a worker that does not answer leaves the strip as it is, and Send free', async () => {
  await bench.refuse('recipientsWanted');
  const at = await RecruiterPage.openBulk(bench, { reading: good() });
  await expect.poll(() => bench.told('recipientsWanted')).toHaveLength(1);
  await expect(at.strip).toContainText('with these 25');
  await at.subject.fill('A role');
  await at.editor.fill('Hello');
  await at.send.click();
  await expect.poll(() => bench.standIn.sent().at(-1)?.recipients.length).toBe(25);
  await at.close();
});

test('who was written to is counted in the next bulk composer, by hashes and with nobody named', async () => {
  const live = await startLive();
  const { api, standIn } = live;
  const posted = live.postedTo('/lately-messaged');
  const at = await live.open(SEARCH);
  const boxes = at.page.locator('.profile-list-item__selector input.small-input');
  for (const index of [1, 3, 4]) await boxes.nth(index).check();
  await at.control.click();
  await at.subject.fill('A role');
  await at.editor.fill('Hello');
  await expect.poll(() => posted.length).toBe(1);
  await expect(at.strip).not.toContainText('had an InMail');
  await at.send.click();
  await expect.poll(() => api.idsOf('inmail.sent'), { timeout: 15_000 }).toHaveLength(3);
  await at.page.goto(standIn.origin + SEARCH);
  await at.selectAll.check();
  await at.control.click();
  await expect(at.strip).toContainText(
    'At least 3 of these 25 had an InMail from your contract in the last 14 days.',
  );
  expect(posted).toHaveLength(2);
  for (const { memberId, name } of standIn.people) {
    for (const body of posted) {
      expect(body).not.toContain(memberId);
      expect(body).not.toContain(name);
    }
  }
  await at.close();
  await live.close();
});
