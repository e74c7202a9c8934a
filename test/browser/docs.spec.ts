import { expect, test } from '@playwright/test';
import { startApi } from '#test/browser/api.ts';
import { faultsOf } from '#test/browser/axe.ts';
import { launchChromium } from '#test/browser/chromium.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 360]) {
    test(`the page of the API reads well, ${colorScheme} and ${width} wide`, async () => {
      const api = await startApi();
      const context = await launchChromium({ colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      await page.goto(`${api.url}/docs`);
      expect(await faultsOf(page)).toEqual([]);
      expect(said).toEqual([]);
      expect(loaded).toEqual(['/docs']);
      const background = await page
        .locator('body')
        .evaluate((body) => getComputedStyle(body).backgroundColor);
      expect(background).toBe(colorScheme === 'dark' ? 'rgb(21, 23, 27)' : 'rgb(255, 255, 255)');
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await page.getByRole('navigation').getByRole('link', { name: 'GET /v1/me' }).click();
      await expect(page.getByRole('region', { name: 'GET /v1/me', exact: true })).toBeInViewport();
      await context.close();
      await api.stop();
    });
  }
}
