import { expect, test } from '@playwright/test';
import { startLive } from '#test/browser/live.ts';

test('the worker brings the days from the API, in the page’s own language', async () => {
  const live = await startLive({ locale: 'fr', before: (api) => api.warn() });
  const at = await live.open('/talent/reports');
  await expect(at.report).toContainText(/Taux de réponse0,0\s%0 sur 100/);
  await expect(at.report.getByRole('img', { name: /^Taux de réponse/ })).toBeVisible();
  await expect(at.report).toContainText('Aucun rapport d’utilisation de LinkedIn');
  const stored = await live.extension.stored();
  expect(stored).toMatchObject({ report: { series: { seat: 's1', windowDays: 14 } } });
  await at.close();
  await live.close();
});
