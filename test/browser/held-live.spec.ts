import { expect, test } from '@playwright/test';
import { pilotReportSchema } from '#shared/wire/pilot-report.ts';
import { CONTRACT_NAME, startApi } from '#test/browser/api.ts';
import { launchExtension } from '#test/browser/extension.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';
import { startStandIn } from '#test/recruiter/server.ts';

test('a bulk send that was held is in the pilot’s report once, with nobody named', async () => {
  const api = await startApi({ mode: 'enforce' });
  await api.pause();
  const now = () => api.now();
  const standIn = await startStandIn({ now, contractName: CONTRACT_NAME, lateMs: [10, 60] });
  const extension = await launchExtension({ args: standIn.chromiumArgs });
  await extension.connect(api.url, api.approve.recruiter);
  const posted: string[] = [];
  extension.context.on('request', (request) => {
    if (request.url().endsWith('/v1/holds')) posted.push(request.postData() ?? '');
  });
  const at = new RecruiterPage(await extension.context.newPage());
  await at.page.goto(standIn.origin + SEARCH);
  await at.selectAll.check();
  await expect(at.control).toHaveAttribute('aria-disabled', 'true');
  await at.press(at.control, { clickCount: 2, delay: 20 });
  const held = async () => {
    const answer = await fetch(`${api.url}/v1/pilot/report`, {
      headers: { authorization: `Bearer ${await api.leadToken()}` },
    });
    return pilotReportSchema.parse(await answer.json()).held;
  };
  await expect.poll(held, { timeout: 15_000 }).toEqual({ sends: 1, inmails: 25, seats: 1 });
  expect(standIn.sent()).toEqual([]);
  expect(posted).toHaveLength(1);
  for (const { memberId, name } of standIn.people) {
    expect(posted[0]).not.toContain(memberId);
    expect(posted[0]).not.toContain(name);
  }
  await at.close();
  await extension.close();
  await standIn.close();
  await api.close();
});
