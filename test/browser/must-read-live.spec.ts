import { expect, test } from '@playwright/test';
import { CONTRACT_NAME, startApi } from '#test/browser/api.ts';
import { launchExtension } from '#test/browser/extension.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';
import { startStandIn } from '#test/recruiter/server.ts';

test('CONTINUE in one tab closes the notice in all, once, and its links lead to the server', async () => {
  const api = await startApi();
  await api.warn();
  const now = () => api.now();
  const standIn = await startStandIn({ now, contractName: CONTRACT_NAME, lateMs: [10, 60] });
  const extension = await launchExtension({ args: standIn.chromiumArgs });
  await extension.connect(api.url, api.approve.recruiter);
  const tabs = [];
  for (const path of ['/talent/home', '/talent/home/reminders']) {
    const at = new RecruiterPage(await extension.context.newPage());
    await at.page.goto(standIn.origin + path);
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
  await extension.close();
  await standIn.close();
  await api.close();
});
