import { expect, test } from '@playwright/test';
import { launchExtension } from './extension.ts';
import { startTeam } from './team-world.ts';

for (const language of ['de', 'es', 'fr'] as const) {
  test(`every word of a row is there on a small laptop, in ${language}`, async () => {
    const world = await startTeam();
    const locale = `${language}-${language.toUpperCase()}`;
    const viewport = { width: 1_280, height: 720 };
    const extension = await launchExtension({ locale, viewport });
    await extension.connect(world.url, world.approve.lead);
    const page = await extension.open('team.html');
    await expect(page.locator('.row')).toHaveCount(6);
    // With a scrollbar, and where the table would begin to be too narrow for its longest words.
    for (const width of [1_280, 1_265, 1_250, 900]) {
      await page.setViewportSize({ ...viewport, width });
      await expect
        .poll(() =>
          page
            .locator('.need, .ellipsis')
            .evaluateAll((all) =>
              all
                .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
                .map(({ textContent }) => textContent),
            ),
        )
        .toEqual([]);
    }
    await extension.close();
    await world.close();
  });
}
