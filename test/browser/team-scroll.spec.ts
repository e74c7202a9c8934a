import { expect, test } from '@playwright/test';
import { launchExtension } from './extension.ts';
import { startTeam } from './team-world.ts';

test('the list is scrolled with the focus where it was, and read in the order that is seen', async () => {
  const world = await startTeam(60);
  const extension = await launchExtension();
  await extension.connect(world.url, world.approve.lead);
  const page = await extension.open('team.html');
  await expect(page.getByRole('main')).toContainText('66 seats');
  const rows = page.locator('.row');
  const first = page.locator('[data-row="0"]');
  const name = await first.textContent();
  await first.focus();
  const made = await rows.count();
  const places = [
    [1_500, 30],
    [2_400, 48],
    [700, 14],
    [5_000, 65],
  ] as const;
  for (const [to, row] of places) {
    await page.evaluate((top) => scrollTo({ top }), to);
    await expect(page.locator(`[data-row="${row}"]`)).toBeInViewport();
  }
  await expect(first).toBeFocused();
  await expect(first).toHaveText(name ?? '');
  // Rows are used again, but for the one that keeps the focus.
  expect(await rows.count()).toBeLessThanOrEqual(made + 6);
  const heard = await page
    .getByRole('row')
    .evaluateAll((all) =>
      all.flatMap(({ ariaRowIndex, id }) => (id === '' ? [] : [{ at: Number(ariaRowIndex), id }])),
    );
  const inOrder = heard.toSorted((one, other) => one.at - other.at).map(({ id }) => id);
  const owns = await page.locator('.rows').getAttribute('aria-owns');
  expect(owns?.split(' ')).toEqual(inOrder);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-row="1"]')).toBeFocused();
  await extension.close();
  await world.close();
});
