import { expect, test } from '@playwright/test';
import { pilotReportSchema } from '#shared/wire/pilot-report.ts';
import { startLive } from '#test/browser/live.ts';
import { press } from '#test/browser/press.ts';
import { SEARCH } from '#test/browser/recruiter-page.ts';

test('a bulk send that was held is in the pilot’s report once, with nobody named', async () => {
  const live = await startLive({ api: { mode: 'enforce' }, before: (api) => api.pause() });
  const { api, standIn } = live;
  const posted = live.postedTo('/v1/holds');
  const at = await live.open(SEARCH);
  await at.selectAll.check();
  await expect(at.control).toHaveAttribute('aria-disabled', 'true');
  await press(at.control, { clickCount: 2, delay: 20 });
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
  await live.close();
});
