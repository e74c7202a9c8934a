import { readFileSync } from 'node:fs';
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
async function follow(popup: Page, name: string | RegExp): Promise<Page> {
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

test('a lead finds from the popup who asked them for a review, and what it is about', async () => {
  const asked = 'Ten of them answered by phone.';
  await world.askForReview('paused', asked);
  const popup = await extension.open('popup.html');
  await expect(popup.getByRole('link', { name: 'Reviews (1)', exact: true })).toBeVisible();
  const first = popup.locator('.summary').getByRole('listitem').first();
  await expect(first).toHaveText('1 Asked for a review');
  await checkLooks(popup, 'asked-popup');
  const reviews = await follow(popup, '1 Asked for a review');
  await expect(reviews.getByRole('heading', { name: 'Paloma Reyes' })).toBeVisible();
  await expect(main(reviews)).toContainText(asked);
  const about = reviews.locator('.about');
  await expect(about).toContainText('in the Improvement Period, 10.0\u00a0%, 4 of 40 answered');
  await expect(about).toContainText('4 accepted, 0 declined, 36 waiting · asked');
  // What was judged before is another figure, of another window.
  await expect(about).toContainText('7.2\u00a0%, 8 of 110 answered');
  await expect(about).toContainText('8 accepted, 0 declined, 102 waiting · checked');
  await expect(about).toContainText('13\u00a0% from 100 InMails on, within 14 days');
  await checkLooks(reviews, 'asked-review');
  const download = reviews.waitForEvent('download');
  await reviews.getByRole('button', { name: 'Save the proof' }).click();
  const file = await (await download).path();
  const { reviews: kept } = await world.reviewsOf('paused');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    sha256: kept[0]?.proofSha256,
    proven: { seat: 'paused', tally: { total: 110 } },
  });
  await reviews.getByRole('link', { name: 'All seats' }).click();
  await expect(reviews.getByRole('link', { name: 'Reviews (1)', exact: true })).toBeVisible();
});

test('whoever is typed in the popup is found on the team page', async () => {
  const popup = await extension.open('popup.html');
  const find = popup.getByRole('searchbox', { name: 'Find a seat or a person' });
  await find.fill('  ');
  await find.press('Enter');
  await find.fill('lindqvist');
  const opened = extension.context.waitForEvent('page');
  await find.press('Enter');
  const team = await opened;
  await expect(team.locator('.seat-link')).toHaveText('Nora Lindqvist');
  await team.locator('.seat-link').click();
  await team.goBack();
  await expect(team.getByRole('searchbox')).toHaveValue('lindqvist');
  await expect(team.locator('.row')).toHaveCount(1);
  await team.getByRole('searchbox').fill('');
  await expect(team.locator('.row')).toHaveCount(6);
  await expect(team).toHaveURL(/#\/$/);
});

test('a count of the popup leads to the seats that it counts, which a reload and Back keep', async () => {
  const team = await follow(await extension.open('popup.html'), /^1 Bulk paused$/);
  const paused = team.getByRole('button', { name: /^Bulk paused/ });
  const isNarrowed = async (): Promise<void> => {
    await expect(paused).toHaveAttribute('aria-pressed', 'true');
    await expect(team.locator('.row')).toHaveCount(1);
    await expect(team.locator('.seat-link')).toHaveText('Paloma Reyes');
  };
  await isNarrowed();
  await team.reload();
  await isNarrowed();
  await team.locator('.seat-link').click();
  await expect(team.getByRole('link', { name: 'Give to another recruiter' })).toBeVisible();
  await team.goBack();
  await isNarrowed();
  // What is pressed there is kept alike, and the address says nothing where nothing is left out.
  await team.getByRole('button', { name: /^Below the line/ }).click();
  await expect(team).toHaveURL(/#\/\?filter=below$/);
  await team.reload();
  await expect(team.locator('.seat-link')).toHaveText('Ines Carvalho');
  await team.getByRole('button', { name: /^All/ }).click();
  await expect(team).toHaveURL(/#\/$/);
  await expect(team.locator('.row')).toHaveCount(6);
});
