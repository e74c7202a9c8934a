import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pino } from 'pino';
import { OpenPlace, SURFACES } from '#test/browser/bulk-places.ts';
import { startLive, type Live } from '#test/browser/live.ts';
import { SEARCH, type RecruiterPage } from '#test/browser/recruiter-page.ts';

const SUBJECT = 'A word for Zebulon';
const MESSAGE = 'Dear Zebulon, would you like to talk of a role in Quixby?';
const INBOX = '/talent/inbox/0/main';

let live: Live;
let at: RecruiterPage;
let logged: string;
/** What the worker sends to the API, letter by letter. */
let sentToApi: string[];

test.beforeEach(async () => {
  logged = '';
  sentToApi = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void (logged += line) });
  live = await startLive({
    api: { log },
    launched: ({ context }) => {
      context.on('request', (request) => {
        if (request.serviceWorker() === null) return;
        sentToApi.push(`${request.url()} ${request.postData() ?? ''}`);
      });
    },
  });
  at = await live.open();
});

test.afterEach(async () => {
  await at.close();
  await live.close();
});

/** What was told of sends. */
const told = (): string[] => sentToApi.filter((each) => each.includes('"inmail.sent"'));

/** From everywhere that many can be written to, as far as the page lets somebody. */
async function sendFromEverywhere(): Promise<void> {
  for (const place of Object.values(SURFACES)) {
    await at.page.goto(live.standIn.origin + place.path(live.standIn));
    const open = new OpenPlace(at, place);
    await open.select();
    await open.control.click();
    await open.send.waitFor();
    if ((await open.subject.count()) > 0) await open.subject.fill(SUBJECT);
    await open.text.fill(MESSAGE);
    const before = told().length;
    await open.send.click();
    await expect.poll(() => told().length).toBeGreaterThan(before);
  }
}

async function toOne(): Promise<unknown[]> {
  return (await live.api.eventsOf('inmail.sent')).filter(({ mode }) => mode === 'one_to_one');
}

async function sendToOne(open: () => Promise<unknown>): Promise<void> {
  const before = await toOne();
  await open();
  await at.editor.fill(MESSAGE);
  await at.send.click();
  await expect.poll(toOne).toHaveLength(before.length + 1);
}

async function sendBesideProfile(): Promise<void> {
  const path = `/talent/profile/${live.standIn.people[70]?.memberId}?project=&rightRail=composer`;
  await sendToOne(() => at.page.goto(live.standIn.origin + path));
}

/** To somebody whom no other InMail went to, so that the answer can be only of this one. */
async function sendFromRow(): Promise<string> {
  const written = live.standIn.sent().flatMap(({ recipients }) => recipients);
  const known = new Set(written.map(({ memberId }) => memberId));
  const isFirstOfPage = (index: number): boolean => index % 25 === 0;
  const start = live.standIn.people.findIndex(
    ({ memberId }, index) => isFirstOfPage(index) && !known.has(memberId),
  );
  await at.page.goto(live.standIn.origin + SEARCH.replace('start=0', `start=${start}`));
  await sendToOne(() =>
    at.page.locator('[data-test-component="message-icon-btn"]').first().click(),
  );
  return live.standIn.people[start]?.memberId ?? '';
}

async function readAnswerOf(memberId: string): Promise<void> {
  live.standIn.answer(memberId, 'accepted');
  await at.page.goto(live.standIn.origin + INBOX);
  await expect.poll(() => live.api.idsOf('inmail.responded')).toHaveLength(1);
}

/** A page that has lost a mark, whose outline goes to the server. */
async function breakTheSearch(): Promise<void> {
  await at.page.goto(live.standIn.origin + SEARCH);
  await expect(at.selectAll).toBeVisible();
  await at.unmarkLists();
  await expect.poll(() => sentToApi.join('\n'), { timeout: 60_000 }).toContain('"outline"');
}

/** Every byte that is kept beside the database, its log included. */
function keptBytes(): string {
  const names = readdirSync(live.api.folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join();
}

/** Everybody who was written to, by all that tells them apart, and what was written. */
function marks(): string[] {
  const people = live.standIn.sent().flatMap(({ recipients }) => recipients);
  const talks = live.standIn.conversations().map(({ id }) => id);
  const told = people.flatMap(({ name, memberId }) => [name, memberId]);
  return [...new Set([...told, ...talks, SUBJECT, MESSAGE, 'Zebulon', 'Quixby'])];
}

test('whatever somebody sends and reads in Recruiter, nobody is named outside of it', async () => {
  test.setTimeout(240_000);
  await sendFromEverywhere();
  await sendBesideProfile();
  await readAnswerOf(await sendFromRow());
  await breakTheSearch();
  // Nothing of what was done is missing from what is looked at.
  const sends = await live.api.eventsOf('inmail.sent');
  expect(new Set(sends.map(({ surface }) => surface))).toEqual(
    new Set(['search', 'project', 'similar_profiles', 'clipboard', 'other', 'profile']),
  );
  expect(marks().length).toBeGreaterThan(50);
  expect(JSON.stringify(live.standIn.sent())).toContain(MESSAGE);
  const areas: unknown = await (
    await live.extension.worker()
  ).evaluate(`Promise.all(['local', 'session'].map((area) => chrome.storage[area].get()))`);
  const looked = {
    'what was sent to the server': sentToApi.join('\n'),
    'the database and its log': keptBytes(),
    'what the server logged': logged,
    'what the extension keeps where pages’ scripts can read it': JSON.stringify(areas),
  };
  expect(looked['the database and its log']).toContain('Robin Ellery');
  expect(looked['what the server logged']).toContain('/v1/events');
  for (const [where, text] of Object.entries(looked)) {
    expect([where, marks().filter((mark) => text.includes(mark))]).toEqual([where, []]);
  }
  // Seatholders’ names are the contract’s own, and in no log.
  expect(logged).not.toContain('Ellery');
});
