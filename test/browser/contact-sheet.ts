import { readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';

/** One picture of the sheet: where it lies, and what it shows. */
export type Shot = { path: string; says: string };

/** All pictures on one page, each with what it shows, to be looked at together. */
export async function makeContactSheet(
  context: BrowserContext,
  shots: readonly Shot[],
  path: string,
): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1_600, height: 1_000 });
  const images = shots.map(({ path, says }) => ({
    says,
    data: `data:image/png;base64,${readFileSync(path).toString('base64')}`,
  }));
  await page.evaluate((all) => {
    document.body.style.cssText =
      'display:flex;flex-wrap:wrap;gap:12px;align-items:start;margin:12px;font:12px sans-serif';
    for (const { says, data } of all) {
      const figure = document.createElement('figure');
      figure.style.cssText = 'margin:0';
      const image = document.createElement('img');
      image.src = data;
      image.style.cssText = 'display:block;max-width:380px;border:1px solid #ccc';
      const caption = document.createElement('figcaption');
      caption.textContent = says;
      figure.append(image, caption);
      document.body.append(figure);
    }
  }, images);
  await page.screenshot({ path, fullPage: true });
  await page.close();
}
