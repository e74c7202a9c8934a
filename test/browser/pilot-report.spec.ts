import { expect, test } from '@playwright/test';
import { launchExtension } from '#test/browser/extension.ts';
import { checkLooks } from '#test/browser/looks.ts';
import { startTeam } from '#test/browser/team-world.ts';

test('a lead reads whether the pilot worked, and plainly that the numbers are too small', async () => {
  const world = await startTeam();
  const extension = await launchExtension();
  await extension.connect(world.url, world.approve.lead);
  const page = await extension.open('team.html#/pilot');
  const report = page.getByRole('region', { name: 'What the pilot changed' });
  await expect(report).toContainText('The numbers are too small to tell.');
  await expect(report).toContainText('Every seat is in the pilot');
  await expect(report).toContainText('Bulk sends held');
  await expect(report.getByRole('table', { name: 'Response rate and volume' })).toContainText(
    'In the pilot, after',
  );
  await expect(report.getByRole('table', { name: 'Bulk sends after a warning' })).toContainText(
    'Sent fewer in bulk',
  );
  await checkLooks(page, 'pilot-report');
  await page.setViewportSize({ width: 720, height: 450 });
  await checkLooks(page, 'pilot-report-at-200');
  await extension.close();
  await world.close();
});
