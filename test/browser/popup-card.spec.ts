import { expect, test, type Page } from '@playwright/test';
import { launchExtension, type Extension } from '#test/browser/extension.ts';
import { startGivenApi, type Given, type GivenApi } from '#test/browser/given-api.ts';
import { checkLooks } from '#test/browser/looks.ts';
import { good, paused, soon } from '#test/browser/readings.ts';
import { startStandIn } from '#test/recruiter/server.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { EMPTY_TALLY, responseRateBps, tallyOf, type Tally } from '#shared/policy/tally.ts';
import type { HistoryChange } from '#shared/wire/history.ts';
import type { Leaving } from '#shared/wire/leaving.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { sampleReport } from '#test/extension/reports.ts';

const CLOSE = tallyOf(15, 3, 112);

/** Thirty-five leave with nine answers the day after tomorrow; forty are young. */
function leavingOf(tally: Tally, asOf: number): Leaving {
  const leaves = new Map([
    [1, tallyOf(8, 1, 26)],
    [6, tallyOf(7, 2, 46)],
  ]);
  const days = Array.from({ length: 14 }, (_, index) => ({
    after: index === 0 ? asOf : soon(index),
    through: soon(index + 1),
    leaves: leaves.get(index) ?? EMPTY_TALLY,
  }));
  return { seat: 's1', asOf, tally, days };
}

const terms = { version: 1, thresholdBps: 1300, minimumVolume: 100 };

function change(given: Partial<HistoryChange> & Pick<HistoryChange, 'at'>): HistoryChange {
  const tally = given.tally ?? null;
  return {
    cause: 'check',
    from: 'good',
    to: 'good',
    tally,
    responseRateBps: tally === null ? null : responseRateBps(tally),
    terms,
    periodEndsAt: null,
    release: null,
    reason: null,
    holder: 'Robin Ellery',
    notice: null,
    acknowledged: null,
    ...given,
  };
}

const WARNED_AT = soon(-40);
const CHANGES: readonly HistoryChange[] = [
  change({
    at: WARNED_AT + 15 * DAY_MS,
    from: 'warned',
    tally: tallyOf(20, 4, 120),
    release: 'recovered',
  }),
  change({
    at: WARNED_AT + 9 * HOUR_MS,
    cause: 'acknowledged',
    from: 'warning_due',
    to: 'warned',
    periodEndsAt: WARNED_AT + 14 * DAY_MS + 9 * HOUR_MS,
  }),
  change({
    at: WARNED_AT,
    to: 'warning_due',
    tally: tallyOf(8, 4, 98),
    notice: 'warning',
    acknowledged: { at: WARNED_AT + 9 * HOUR_MS, by: 'Robin Ellery' },
  }),
];

function givenOf(change: Partial<Reading> = {}): Given {
  const evidence = {
    ...good().evidence,
    source: 'overlay',
    completeUpTo: null,
    inboxReadAt: Date.now() - 2 * HOUR_MS,
    unmatched: 3,
  } as const;
  const reading = good({
    seat: { id: 's1', holder: 'Robin Ellery' },
    tally: CLOSE,
    evidence,
    ...change,
  });
  return {
    reading,
    leaving: leavingOf(reading.tally, reading.asOf),
    changes: CHANGES,
    series: sampleReport(soon(0)).series,
  };
}

let api: GivenApi;
let extension: Extension;

test.afterEach(async () => {
  await extension.close();
  await api.close();
});

const main = (page: Page) => page.getByRole('main');

async function openPopup(given: Given, locale = 'en-US'): Promise<Page> {
  api = await startGivenApi(given);
  extension = await launchExtension({ locale });
  await api.connect(extension);
  return extension.open('popup.html');
}

test('the card tells young InMails from old ones, and what leaves the window next', async () => {
  const popup = await openPopup(givenOf());
  const legend = popup.locator('.legend');
  await expect(legend).toContainText('18 answered (15 accepted, 3 declined)');
  await expect(legend).toContainText(/40 waiting, sent since \d+ \w+, 00:00\sUTC/);
  await expect(legend).toContainText('72 waiting for longer');
  const widths = await popup
    .locator('.window-bar span')
    .evaluateAll((parts) => parts.map((part) => part.getAttribute('style')));
  expect(widths).toEqual(['width: 11.54%;', 'width: 2.31%;', 'width: 30.77%;', 'left: 13%;']);
  await expect(main(popup)).toContainText(
    /Leaves the window next35 InMails, 9 answered.*then 9\.4\s% \(9 of 95\) if nothing else comes/,
  );
  await expect(popup.locator('.own-trend')).toContainText(
    /Response rate over 14 days: .*% at first, 13\.8\s% now, line 13\s%/,
  );
  await expect(main(popup)).toContainText(/as of \d\d:\d\d · live/);
  await checkLooks(popup, 'card');
});

test('the card has every notice with its numbers, and what the figures rest on', async () => {
  const popup = await openPopup(givenOf());
  await popup.getByText('Notices and what happened (3)').click();
  const happened = popup.locator('.timeline li');
  await expect(happened).toHaveCount(3);
  await expect(happened.last()).toContainText('Below the line: a warning was issued');
  await expect(happened.last()).toContainText(/12 of 110 answered, 10\.9\s%/);
  await expect(happened.last()).toContainText(/Notice “Warning”: read by Robin Ellery on/);
  await popup.getByText('What the figures rest on').click();
  await expect(main(popup)).toContainText('Counted from what this extension sees: sends since');
  await expect(main(popup)).toContainText(/Inbox last read .*Replies since then/);
  await expect(main(popup)).toContainText('3 replies could not be matched');
  await expect(main(popup)).toContainText(/Terms version 1: 13\s% from 100 InMails on, within 14/);
  await popup.setViewportSize({ width: 400, height: 1_150 });
  await checkLooks(popup, 'card-open');
});

test('sends that are not confirmed, and surfaces that are switched off, are said', async () => {
  const evidence = {
    ...good().evidence,
    completeUpTo: soon(0),
    provisional: 2,
    provisionalAccepted: 1,
  };
  const surfacesOff = [
    { surface: 'search', throughVersion: null },
    { surface: 'composer', throughVersion: '99.0.0' },
  ];
  const popup = await openPopup(givenOf({ evidence, surfacesOff }));
  await expect(main(popup)).toContainText(
    /2 sends are not confirmed yet; without them 13\.2\s% \(17 of 128\)/,
  );
  await expect(main(popup)).toContainText('Switched off in this version');
  await expect(main(popup)).toContainText('Search results, Message composer');
  await popup.getByText('What the figures rest on').click();
  await expect(main(popup)).toContainText(/Counted from your company’s feed, complete up to/);
  await checkLooks(popup, 'card-off');
});

const STATES: Record<string, { how: 'not_at_all' | 'signed_out'; says: RegExp }> = {
  offline: { how: 'not_at_all', says: /Offline.*These figures are 2\sh 5\smin old/ },
  'signed out': { how: 'signed_out', says: /Signed out.*Connect again/ },
};

for (const [state, { how, says }] of Object.entries(STATES)) {
  test(`${state}, the last figures stay with their age`, async () => {
    const popup = await openPopup(givenOf({ asOf: Date.now() }));
    await expect(popup.locator('.legend')).toContainText('40 waiting');
    api.answer(how);
    await popup.clock.install({ time: Date.now() + 125 * 60_000 });
    await popup.reload();
    await expect(main(popup)).toContainText(says);
    await expect(main(popup)).toContainText(/13\.8\s%/);
    await expect(main(popup)).toContainText(
      /as of \d\d:\d\d · (offline, 2\sh 5\smin old|signed out)/,
    );
    await checkLooks(popup, state.replace(' ', '-'));
  });
}

test('with Recruiter open under another contract, that is said and named', async () => {
  api = await startGivenApi(givenOf({ contract: { id: 'c1', name: 'Larkfield Staffing' } }));
  const standIn = await startStandIn({ now: Date.now, lateMs: [0, 5], contractName: 'Northwind' });
  extension = await launchExtension({ args: standIn.chromiumArgs });
  await api.connect(extension);
  const recruiter = await extension.context.newPage();
  await recruiter.goto(`${standIn.origin}/talent/home`);
  await expect(recruiter.locator('good-standing')).toContainText('Not connected here');
  const popup = await extension.open('popup.html');
  await expect(main(popup)).toContainText('Not connected here');
  await expect(main(popup)).toContainText('Recruiter is open with “Northwind”.');
  await expect(main(popup)).toContainText('The figures below are of “Larkfield Staffing”.');
  await checkLooks(popup, 'elsewhere');
  standIn.set({ contractName: 'Larkfield Staffing' });
  await recruiter.reload();
  await expect(recruiter.locator('good-standing')).not.toContainText('Not connected here');
  await popup.reload();
  await expect(popup.locator('.legend')).toBeVisible();
  await expect(main(popup)).not.toContainText('Not connected here');
  await standIn.close();
});

for (const language of LANGUAGES) {
  test(`the card fits in ${language}, and at twice the size`, async () => {
    const given = givenOf();
    const periodEndsAt = soon(3);
    const reading = paused({ ...given.reading, ...pausedOnly(periodEndsAt) });
    const popup = await openPopup(
      { ...given, reading, leaving: leavingOf(CLOSE, reading.asOf) },
      language === 'en' ? 'en-US' : `${language}-${language.toUpperCase()}`,
    );
    await expect(popup.locator('.legend li')).toHaveCount(3);
    await popup.setViewportSize({ width: 400, height: 760 });
    await checkLooks(popup, `card-${language}`);
    // At twice the size the popup is as wide as a browser lets it be.
    await popup.setViewportSize({ width: 800, height: 1_200 });
    await popup.evaluate("void (document.documentElement.style.zoom = '2')");
    await checkLooks(popup, `card-${language}-200`);
  });
}

function pausedOnly(periodEndsAt: number): Partial<Reading> {
  const { standing, everWarned, gate, nextCheckAt } = paused({ periodEndsAt });
  return { standing, everWarned, gate, nextCheckAt, periodEndsAt };
}
