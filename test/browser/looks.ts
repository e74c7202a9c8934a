import { expect, test, type Page } from '@playwright/test';
import { faultsOf } from './axe.ts';

/** Checks the page in both colour schemes, and keeps pictures to look at. */
export async function checkLooks(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) });
    expect(await faultsOf(page), `${name}, ${colorScheme}`).toEqual([]);
    await expectNothingCutOff(page, name);
  }
}

export async function expectNothingCutOff(page: Page, name: string): Promise<void> {
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow, `${name}: nothing is cut off at the side`).toBe(0);
}
