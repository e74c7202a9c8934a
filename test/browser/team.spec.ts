import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { LaunchOptions } from './chromium.ts';
import { launchExtension, tellWorker, type Extension } from './extension.ts';
import { checkLooks } from './looks.ts';
import { startTeam, type TeamWorld } from './team-world.ts';

let world: TeamWorld;
let extension: Extension;

async function start(more = 0, launch: LaunchOptions = {}): Promise<Page> {
  world = await startTeam(more);
  extension = await launchExtension(launch);
  await extension.connect(world.url, world.approve.lead);
  return extension.open('team.html');
}

test.afterEach(async () => {
  await extension.close();
  await world.close();
});

const main = (page: Page) => page.getByRole('main');
const rows = (page: Page) => page.locator('.row');
const holders = (page: Page) => page.locator('.seat-link').allTextContents();
const go = (page: Page, hash: string) => page.evaluate(`location.hash = ${JSON.stringify(hash)}`);

test.describe('the list', () => {
  test('has whoever left a notice unread for a week first, then who is at risk soonest', async () => {
    const page = await start();
    await expect(rows(page)).toHaveCount(6);
    expect(await holders(page)).toEqual([
      'Samuel Okafor',
      'Ines Carvalho',
      'Paloma Reyes',
      'Nora Lindqvist',
      'Tomasz Bielak',
      'Hannah Voss',
    ]);
    const [unread, below, paused] = [0, 1, 2].map((index) => rows(page).nth(index));
    await expect(unread ?? page.locator('none')).toContainText(/notice unread for 1\d days/);
    await expect(below ?? page.locator('none')).toContainText('Below the line');
    await expect(below ?? page.locator('none')).toContainText('8.3 %');
    await expect(below ?? page.locator('none')).toContainText('10/120');
    await expect(paused ?? page.locator('none')).toContainText('Bulk paused');
    await expect(paused ?? page.locator('none')).toContainText('3 days');
    // Ines sent for the first time today: no check has passed since, so that she has no line yet.
    await expect(page.locator('.spark')).toHaveCount(5);
    await checkLooks(page, 'list');
  });

  test('is found, narrowed and sorted by the keyboard alone', async () => {
    const page = await start(60);
    await expect(main(page)).toContainText('66 seats');
    await page.keyboard.press('/');
    await page.keyboard.type('reyes');
    await expect(rows(page)).toHaveCount(1);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('nobody');
    await expect(main(page)).toContainText('No seat matches.');
    await page.getByRole('button', { name: 'Show all seats' }).press('Enter');
    await expect(main(page)).toContainText('66 seats');
    const paused = page.getByRole('button', { name: /^Bulk paused/ });
    await paused.press('Space');
    await expect(paused).toHaveAttribute('aria-pressed', 'true');
    expect(await holders(page)).toEqual(['Paloma Reyes']);
    await paused.press('Space');
    const byRate = page.getByRole('columnheader', { name: 'Rate' });
    await byRate.getByRole('button').press('Enter');
    await expect(byRate).toHaveAttribute('aria-sort', 'ascending');
    expect((await holders(page)).slice(0, 3)).toEqual([
      'Samuel Okafor',
      'Ines Carvalho',
      'Paloma Reyes',
    ]);
    await byRate.getByRole('button').press('Enter');
    await expect(byRate).toHaveAttribute('aria-sort', 'descending');
    expect((await holders(page))[0]).toBe('Tomasz Bielak');
    await byRate.getByRole('button').press('Enter');
    await expect(byRate).toHaveAttribute('aria-sort', 'none');
    expect((await holders(page))[1]).toBe('Ines Carvalho');
  });

  test('is walked through by the arrow keys, rows that are not there yet among them', async () => {
    const page = await start(60);
    await expect(main(page)).toContainText('66 seats');
    await expect(page.locator('[data-row="50"]')).toHaveCount(0);
    await page.locator('[data-row="0"]').focus();
    await page.keyboard.press('End');
    await expect(page.locator('[data-row="65"]')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(page.locator('[data-row="0"]')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Ines Carvalho' })).toBeVisible();
  });

  test('goes out as a file', async () => {
    const page = await start();
    const downloads = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const text = readFileSync(await (await downloads).path(), 'utf8');
    expect(text.split('\r\n')[1]).toMatch(/^unread,Samuel Okafor,,enforce,warning_due,/);
  });

  test('stays while the server is away, with its age, and says who may not see it', async () => {
    const page = await start();
    await expect(rows(page)).toHaveCount(6);
    await world.stop();
    await page.reload();
    await expect(main(page)).toContainText('The server does not answer.');
    await expect(rows(page)).toHaveCount(6);
    await checkLooks(page, 'list-offline');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    await expect(main(page)).toContainText('there is no file');
  });

  test('is for leads: a recruiter is told so, and neither page nor script gets it', async () => {
    const page = await start();
    const options = await extension.open('options.html');
    await options.getByRole('button', { name: 'Disconnect' }).click();
    await options.close();
    await extension.connect(world.url, world.approve.recruiter('good'));
    await page.reload();
    await expect(main(page)).toContainText('For leads');
    await checkLooks(page, 'not-a-lead');
    const recruiter = await extension.context.newPage();
    await recruiter.route('**/*', (route) =>
      route.fulfill({ body: '<p>Recruiter</p>', contentType: 'text/html' }),
    );
    await recruiter.goto('https://www.linkedin.com/talent/home');
    for (const type of ['seats', 'history', 'transfer', 'setPilot', 'seatsCsv']) {
      const answer = JSON.stringify(await tellWorker(recruiter, type, {}));
      expect(answer).toContain('Only a page of the extension asks this.');
    }
  });
});

test.describe('a seat’s page', () => {
  test('says at a glance why bulk is paused, and who had read of it', async () => {
    const page = await start();
    await page.getByRole('link', { name: 'Paloma Reyes' }).click();
    const why = page.locator('.now-why');
    await expect(why).toContainText('found 8 of 110 InMails answered: 7.2 %.');
    await expect(why).toContainText('The policy asks for 13 % from 100 InMails on.');
    await expect(why).toContainText('Bulk InMail is paused until');
    await expect(why).toContainText(/It was warned on .*; Paloma Reyes read the notice on/);
    await expect(why).toContainText('Terms version 1');
    const happened = page.locator('.timeline li');
    await expect(happened).toHaveCount(4);
    await expect(happened.first()).toContainText('another Improvement Period began');
    await expect(happened.first()).toContainText(
      '8 of 110 answered, 7.2 % · line 13 % from 100 on',
    );
    await expect(happened.first()).toContainText(
      /“Bulk InMail stays paused”: read by Paloma Reyes/,
    );
    await expect(happened.last()).toContainText('a warning was issued');
    await expect(page.locator('.chart canvas')).toBeVisible();
    // Where the seat sent last: the last days, at the right.
    const over = page.locator('.chart .u-over');
    const { width = 0 } = (await over.boundingBox()) ?? {};
    await over.hover({ position: { x: width - 6, y: 60 } });
    await expect(page.locator('.tooltip')).toContainText(/\d+ \w+: .* of \d+/);
    const breakdown = page.locator('.panel', { hasText: 'Which InMails' });
    for (const [by, named, counts] of [
      ['template', 'Offer', '2/26'],
      ['project', 'None of these InMails says it.', ''],
      ['place', 'Search results', '4/40'],
      ['bulk or one-to-one', 'Bulk', '4/40'],
      ['holder', 'Paloma Reyes', '4/40'],
    ] as const) {
      await breakdown.getByLabel('By').selectOption({ label: by });
      await expect(breakdown).toContainText(named);
      await expect(breakdown).toContainText(counts);
    }
    await expect(page.locator('.panel', { hasText: 'What leaves' })).toContainText(
      'Rate after that',
    );
    await expect(page.locator('.panel', { hasText: 'Who held it' })).toContainText('Paloma Reyes');
    await checkLooks(page, 'seat');
  });

  test('tells a release for too few InMails from a rate that recovered', async () => {
    const page = await start();
    await go(page, '#/seat/released');
    await expect(page.locator('.now-why')).toContainText(
      'too few InMails to judge (30, fewer than 100). That does not mean that the rate recovered.',
    );
    const first = page.locator('.timeline li').first();
    await expect(first).toContainText('Released: too few InMails to judge');
    await expect(first).toContainText('3 of 30 answered');
    await expect(page.getByRole('main')).not.toContainText('back in good standing');
  });

  test('gives its history as a file, and says when there is no such seat', async () => {
    const page = await start();
    await go(page, '#/seat/paused');
    const downloads = page.waitForEvent('download');
    await page.getByRole('button', { name: 'History as CSV' }).click();
    const text = readFileSync(await (await downloads).path(), 'utf8');
    expect(text.split('\r\n')[1]).toContain(
      'check,improvement,improvement,,,7.27,8,0,102,110,13,100,1',
    );
    await go(page, '#/seat/nobody');
    await expect(main(page)).toContainText('No such seat');
    await checkLooks(page, 'no-such-seat');
  });
});

test.describe('a transfer', () => {
  test('shows what goes with the seat, and is made only once it is confirmed', async () => {
    const page = await start();
    await go(page, '#/seat/paused');
    await page.getByRole('link', { name: 'Give to another recruiter' }).click();
    const name = page.getByLabel('Name of the new holder');
    await name.fill('Paloma Reyes');
    await expect(main(page)).toContainText('Paloma Reyes holds the seat already.');
    await name.fill('Clara Weiss');
    await name.press('Enter');
    await expect(
      page.getByRole('heading', { name: '2. What Clara Weiss takes over' }),
    ).toBeFocused();
    await expect(main(page)).toContainText('A response rate of 10.0 %: 4 of 40 answered');
    await expect(main(page)).toContainText('Its standing: Bulk paused');
    await expect(main(page)).toContainText('3 days are left');
    await expect(main(page)).toContainText('A notice that the seat comes with its history');
    await expect(main(page)).toContainText('Every browser that Paloma Reyes connected');
    const give = page.getByRole('button', { name: 'Give paused to Clara Weiss' });
    await expect(give).toHaveAttribute('aria-disabled', 'true');
    await give.click({ force: true });
    expect((await world.reading('paused')).seat.holder).toBe('Paloma Reyes');
    await checkLooks(page, 'transfer');
    await page.getByLabel('Type the new holder’s name again').fill('Clara Weiss');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'paused is Clara Weiss’s now' })).toBeFocused();
    expect((await world.reading('paused')).seat.holder).toBe('Clara Weiss');
    expect(await world.status('/v1/me', 'paused')).toBe(401);
    await checkLooks(page, 'transfer-done');
    await page.getByRole('link', { name: 'Open the seat' }).click();
    await expect(page.locator('.panel', { hasText: 'Who held it' })).toContainText('Clara Weiss');
    await expect(page.locator('.timeline li').first()).toContainText(
      'The seat passed to Clara Weiss, with its past',
    );
    await go(page, '#/');
    await expect(page.getByRole('link', { name: 'Clara Weiss' })).toBeVisible();
  });
});

test.describe('the pilot', () => {
  test('shows which seats would change, and changes them once that is confirmed', async () => {
    const page = await start();
    await page.getByRole('link', { name: 'Pilot' }).click();
    await expect(main(page)).toContainText('Enforce for 100 % of the seats');
    await page.getByRole('radio', { name: /^Inform/ }).check();
    await page.getByLabel('Share of the seats').fill('0');
    const named = page.getByLabel('Seats by name');
    await named.fill('nobody');
    await named.press('Enter');
    await expect(main(page)).toContainText('No seat of this name or id is in the list.');
    await named.fill('Nora Lindqvist');
    await named.press('Enter');
    await expect(main(page)).toContainText('Nora Lindqvist (close)');
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await expect(page.getByRole('heading', { name: 'What would change' })).toBeFocused();
    await expect(main(page)).toContainText('Inform for 1 seat, by name');
    await expect(main(page)).toContainText('5 seats leave it, for observation');
    await expect(main(page)).toContainText('1 seat stays in it, in the other mode');
    await expect(main(page)).toContainText('Bulk InMail is back for 1 seat at once');
    expect((await world.reading('paused')).mode).toBe('enforce');
    await checkLooks(page, 'pilot');
    await page.getByRole('button', { name: 'Change it for 6 seats' }).click();
    await expect(main(page)).toContainText('The pilot is changed');
    await expect(main(page)).toContainText('0 seats in enforce, 1 in inform, 5 in observation');
    expect((await world.reading('paused')).mode).toBe('observe');
    expect((await world.reading('close')).mode).toBe('inform');
    await checkLooks(page, 'pilot-changed');
  });
});

for (const [locale, seats, why, pilot] of [
  ['de-DE', 'Seats von Fernhill Talent', 'Warum er so steht', 'Pilot von Fernhill Talent'],
  ['es-ES', 'Licencias de Fernhill Talent', 'Por qué está así', 'Piloto de Fernhill Talent'],
  ['fr-FR', 'Licences de Fernhill Talent', 'Pourquoi cette situation', 'Pilote de Fernhill Talent'],
] as const) {
  test(`speaks the browser’s language, at 200 % as well: ${locale}`, async () => {
    // A window of 1280 at 200 %.
    const page = await start(0, { locale, viewport: { width: 640, height: 480 } });
    await expect(page.getByRole('heading', { name: seats })).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
    await checkLooks(page, `list-${locale}`);
    await go(page, '#/seat/paused');
    await expect(page.getByRole('heading', { name: why })).toBeVisible();
    await expect(page.locator('.chart canvas')).toBeVisible();
    await checkLooks(page, `seat-${locale}`);
    await go(page, '#/pilot');
    await expect(page.getByRole('heading', { name: pilot })).toBeVisible();
    await expect(page.locator('#pilot-report')).toBeVisible();
    await checkLooks(page, `pilot-${locale}`);
  });
}
