import { expect, test, type Page } from '@playwright/test';
import { launchExtension, type Extension } from '#test/browser/extension.ts';
import { checkLooks } from '#test/browser/looks.ts';
import { startTeam, type TeamWorld } from '#test/browser/team-world.ts';

let world: TeamWorld;
let extension: Extension;

test.beforeEach(async () => {
  world = await startTeam();
  extension = await launchExtension();
  await extension.connect(world.url, world.approve.lead);
});

test.afterEach(async () => {
  await extension.close();
  await world.close();
});

const main = (page: Page) => page.getByRole('main');

/** Follows a link of the popup, which opens a tab of its own. */
async function follow(popup: Page, name: string): Promise<Page> {
  const opened = extension.context.waitForEvent('page');
  await popup.getByRole('link', { name, exact: true }).click();
  return opened;
}

test('a lead finds from the popup who needs them today, and what each needs', async () => {
  const popup = await extension.open('popup.html');
  const lines = popup.locator('.seats').getByRole('listitem');
  await expect(lines).toHaveCount(6);
  const [first, second, third] = [0, 1, 2].map((index) => lines.nth(index));
  await expect(first ?? main(popup)).toContainText('Samuel Okafor');
  await expect(first ?? main(popup)).toContainText(/notice unread for 1\d days/);
  await expect(second ?? main(popup)).toContainText('Ines Carvalho');
  await expect(second ?? main(popup)).toContainText('Below the line');
  await expect(third ?? main(popup)).toContainText('Paloma Reyes');
  await expect(third ?? main(popup)).toContainText('Bulk paused');
  await expect(third ?? main(popup)).toContainText(/extension not seen for 1\d days/);
  await checkLooks(popup, 'today');
});

test('a lead finds from the popup why a seat was restricted', async () => {
  const seat = await follow(await extension.open('popup.html'), 'Paloma Reyes');
  const why = seat.locator('.now-why');
  await expect(why).toContainText('found 8 of 110 InMails answered: 7.2 %.');
  await expect(why).toContainText('The policy asks for 13 % from 100 InMails on.');
  await expect(why).toContainText(/It was warned on .*; Paloma Reyes read the notice on/);
  await checkLooks(seat, 'why');
});

test('a lead finds from the popup what a transfer would do, before it does anything', async () => {
  const seat = await follow(await extension.open('popup.html'), 'Paloma Reyes');
  await seat.getByRole('link', { name: 'Give to another recruiter' }).click();
  await seat.getByLabel('Name of the new holder').fill('Clara Weiss');
  await seat.getByRole('button', { name: 'Show what goes with the seat' }).click();
  await expect(seat.getByRole('heading', { name: '2. What Clara Weiss takes over' })).toBeVisible();
  await expect(main(seat)).toContainText('Its standing: Bulk paused');
  await expect(main(seat)).toContainText('Bulk InMail stays paused for the new holder');
  await checkLooks(seat, 'transfer');
  expect((await world.reading('paused')).seat.holder).toBe('Paloma Reyes');
});

test('a lead finds from the popup whether the pilot worked', async () => {
  const pilot = await follow(await extension.open('popup.html'), 'Pilot');
  const report = pilot.getByRole('region', { name: 'What the pilot changed' });
  await expect(report.getByRole('heading', { name: 'Did it work?' })).toBeVisible();
  await expect(report).toContainText('The numbers are too small to tell.');
  await expect(report).toContainText('Every seat is in the pilot');
  await checkLooks(pilot, 'pilot');
});
