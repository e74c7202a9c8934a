import { expect, test } from '@playwright/test';
import { CONTRACT_NAME, startApi } from '#test/browser/api.ts';
import { launchExtension } from '#test/browser/extension.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';
import { startStandIn } from '#test/recruiter/server.ts';

test('the worker brings the days from the API, in the page’s own language', async () => {
  const api = await startApi();
  await api.warn();
  const now = () => api.now();
  const settings = { contractName: CONTRACT_NAME, locale: 'fr', lateMs: [10, 60] } as const;
  const standIn = await startStandIn({ now, ...settings });
  const extension = await launchExtension({ args: standIn.chromiumArgs });
  await extension.connect(api.url, api.approve.recruiter);
  const at = new RecruiterPage(await extension.context.newPage());
  await at.page.goto(`${standIn.origin}/talent/reports`);
  await expect(at.report).toContainText(/Taux de réponse0,0\s%0 sur 100/);
  await expect(at.report.getByRole('img', { name: /^Taux de réponse/ })).toBeVisible();
  await expect(at.report).toContainText('Aucun rapport d’utilisation de LinkedIn');
  const stored = await extension.stored();
  expect(stored).toMatchObject({ report: { series: { seat: 's1', windowDays: 14 } } });
  await at.close();
  await extension.close();
  await standIn.close();
  await api.close();
});
