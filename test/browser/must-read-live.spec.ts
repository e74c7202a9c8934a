import { expect, test } from '@playwright/test';
import { startLive } from '#test/browser/live.ts';

test('CONTINUE in one tab closes the notice in all, once, and its links lead to the server', async () => {
  const live = await startLive({ before: (api) => api.warn() });
  const { api, extension } = live;
  const tabs = [];
  for (const path of ['/talent/home', '/talent/home/reminders']) {
    const at = await live.open(path);
    await expect(at.mustRead).toContainText('0 of your 100 InMails were answered');
    tabs.push(at);
  }
  const [first, second] = tabs;
  if (first === undefined || second === undefined) throw new Error('There are two.');
  const opened = extension.context.waitForEvent('page');
  await second.mustRead.getByRole('link', { name: 'The policy in plain words' }).click();
  const policy = await opened;
  await expect(policy).toHaveURL(`${api.url}/policy?lang=en&profile=inmail-2014#first-time-below`);
  await expect(policy.locator('#first-time-below')).toBeInViewport();
  await policy.close();
  await first.proceed.click();
  await expect(first.mustRead).toBeHidden();
  await second.page.bringToFront();
  await expect(second.mustRead).toBeHidden();
  await expect.poll(() => api.idsOf('notice.acknowledged')).toHaveLength(1);
  await second.page.reload();
  await expect(second.chip).toContainText('Warned');
  await expect(second.mustRead).toBeHidden();
  for (const at of tabs) await at.close();
  await live.close();
});
