import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { backUp } from '#server/db/copy.ts';
import { pathOf } from '#server/db/place.ts';
import { importLedger } from '#server/imports/import-ledger.ts';
import { importSeats } from '#server/imports/import-seats.ts';
import { importUsage } from '#server/imports/import-usage.ts';
import { readSeatList } from '#server/imports/seat-rows.ts';
import { readUsageReport } from '#server/imports/usage-rows.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { keyedBy } from '#server/ledger/keyed.ts';
import { ROUTES } from '#server/routes.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';

/** What a program could send by mistake, or to try: none of it is anybody's business here. */
const CANDIDATE = {
  name: 'Zebulon Candidate',
  message: 'Dear Zebulon, would you like to talk?',
  profile: 'https://www.linkedin.com/in/zebulon-candidate',
  email: 'zebulon@candidate.example',
  one: 'zebulon',
};
const MARKS = /zebulon|candidate\.example|would you like/i;
/** The contract's own: in its database, and in no log. */
const HOLDER = 'Quillon Seatholder';

const AT = iso(START);
const send = { type: 'inmail.sent', at: AT, seat: 'seat-1', mode: 'one_to_one' };
const about = { candidateName: CANDIDATE.name, text: CANDIDATE.message, url: CANDIDATE.profile };

/** Sends in every way that is taken, with a candidate in each place where one could be named. */
const TAKEN = [
  ...Object.values(CANDIDATE).map((recipient, index) => ({ id: `r${index}`, recipient })),
  { id: 'marks', nameHash: CANDIDATE.name, conversation: CANDIDATE.message },
  { id: 'fields', ...about },
  { id: 'deep', more: { people: [{ ...about, [CANDIDATE.name]: 1 }], note: CANDIDATE.email } },
  { id: 'surface', surface: CANDIDATE.profile },
  { id: 'key', [CANDIDATE.name]: true, [CANDIDATE.profile]: { [CANDIDATE.message]: null } },
].map((event) => ({ ...send, inmail: event.id, ...event }));

/** And in every way that is not. */
const REFUSED = [
  { ...send, id: 'f1', inmail: 'f1', mode: CANDIDATE.name },
  { ...send, id: 'f2', inmail: 'f2', channel: CANDIDATE.message },
  { ...send, id: 'f4', inmail: 'f4', at: CANDIDATE.name },
  { ...send, id: 'f5', inmail: 'f5', seat: CANDIDATE.name },
  { ...send, id: 'f6', inmail: { [CANDIDATE.name]: CANDIDATE.email } },
  { ...send, id: 'f7', inmail: 'f7', type: CANDIDATE.name },
  { ...send, id: 'f8', inmail: 'f8', contract: CANDIDATE.name },
  { ...send, id: 'f9', inmail: 'f9', recipient: [CANDIDATE.name] },
  { id: 'f10', type: 'inmail.responded', at: AT, inmail: CANDIDATE.name, outcome: CANDIDATE.name },
];

const seen = { at: AT, seat: 'seat-1', outcome: 'accepted' };
const SEEN = [
  { ...seen, id: 's1', recipient: CANDIDATE.name },
  { ...seen, id: 's2', recipient: CANDIDATE.profile, conversation: CANDIDATE.message, ...about },
  { ...seen, id: 's3', recipient: { name: CANDIDATE.name } },
  { ...seen, id: 's4', recipient: 'r', outcome: CANDIDATE.name },
];

const outlines = [CANDIDATE.name, CANDIDATE.message, CANDIDATE.profile, 'main(h1 Zebulon)'];
const misses = outlines.map((outline) => ({ surface: 'search', part: 'area', at: AT, outline }));

const BODIES: readonly unknown[] = [
  { events: TAKEN },
  { events: REFUSED },
  { events: TAKEN.map((event) => ({ ...event, recipient: CANDIDATE.email })) },
  { events: CANDIDATE.name, [CANDIDATE.name]: CANDIDATE.message },
  { observations: SEEN, ...about },
  ...misses.map((miss) => ({ extensionVersion: '0.1.0', misses: [miss] })),
  { extensionVersion: CANDIDATE.name, misses, ...about },
  { surface: CANDIDATE.name, throughVersion: CANDIDATE.name, isOff: true },
  { id: 'press', notice: CANDIDATE.name, at: AT, ...about },
  { id: 'press', notice: 'warning', at: AT, ...about },
  { mode: CANDIDATE.name, sharePercent: CANDIDATE.name },
  { mode: 'inform', sharePercent: 100, namedSeats: [CANDIDATE.name], ...about },
  { grant: CANDIDATE.name, deviceCode: CANDIDATE.message, refreshToken: CANDIDATE.name },
  { grant: 'refresh', refreshToken: CANDIDATE.name },
  { grant: 'device_code', deviceCode: CANDIDATE.message },
  [CANDIDATE.name],
  CANDIDATE.message,
];

/** Everything that anybody could ask, with a candidate wherever there is room; what came back. */
async function askEverything(server: TestServer, of: SetUp): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const query = new URLSearchParams(Object.values(CANDIDATE).map((value) => ['seat', value]));
  for (const name of ['to', 'by', 'days', 'after', 'limit', 'at', 'lang', 'q']) {
    query.append(name, CANDIDATE.name);
  }
  const told = encodeURIComponent(CANDIDATE.name);
  const headers = {
    'user-agent': CANDIDATE.one,
    'x-request-id': CANDIDATE.one,
    'if-none-match': CANDIDATE.one,
    'accept-language': CANDIDATE.one,
    referer: CANDIDATE.profile,
    cookie: `who=${CANDIDATE.one}`,
  };
  // A webhook's address is the contract's own, and kept as it is.
  const apart = ['endThisDevice', 'transferSeat', 'addWebhook'];
  const routes = ROUTES.filter(({ name }) => !apart.includes(name));
  const tokens = [of.recruiters[0] ?? '', of.admin, of.feed, CANDIDATE.one];
  for (const { method, path: pattern, name } of routes) {
    for (const part of pattern.includes(':') ? ['seat-1', told] : ['']) {
      const path = pattern.replaceAll(/:\w+/g, part);
      for (const token of tokens) {
        for (const [index, body] of (method === 'POST' ? BODIES : [undefined]).entries()) {
          for (const asked of [path, `${path}?${query}`]) {
            const { status, text } = await server.fetch(method, asked, { token, headers, body });
            // These say again what was asked for, to who asked for it.
            if (['previewTransfer', 'readTrends'].includes(name) && status === 200) continue;
            answers.set(`${name} ${index} ${token} ${asked}`, text);
          }
        }
      }
      if (method === 'GET') continue;
      const text = `{"${CANDIDATE.name}`;
      answers.set(`${name} text`, (await server.fetch(method, path, { text })).text);
    }
  }
  return answers;
}

/** The same by the operator's files. */
async function importEverything(server: TestServer): Promise<void> {
  const { ledger } = server.running;
  const { contract } = await setUp(server, { name: 'Imported', source: 'import' });
  const lines = [...TAKEN, ...REFUSED].map((event, index) => ({
    number: index + 1,
    position: index,
    text: JSON.stringify(event),
  }));
  const source = { lines, textAt: (position: number) => lines[position]?.text ?? '' };
  const quiet = { onProgress: () => undefined, onRefused: () => undefined };
  for (const isDryRun of [true, false]) {
    const options = { isDryRun, completeUpTo: null, ...quiet };
    const outcome = await importLedger(ledger, contract, source, options);
    expect(outcome).toMatchObject({ ok: true, summary: { accepted: TAKEN.length } });
  }
  const bytes = (text: string) => new TextEncoder().encode(text);
  const options = { isDryRun: false, onProgress: () => undefined };
  const seats = `Holder,Team,Notes\nAda Okafor,North,${CANDIDATE.name}`;
  await importSeats(ledger, contract, readSeatList(bytes(seats)), options);
  const report = `Seat id,InMails sent,InMails accepted,InMails declined,Start date,End date,Candidate
seat-1,3,0,0,2026-01-04,2026-01-10,${CANDIDATE.name}`;
  await importUsage(ledger, contract, readUsageReport(bytes(report)), options);
}

const filesIn = (folder: string): [name: string, text: string][] =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]);

describe('no candidate', () => {
  test('is in what is kept, logged, counted, answered, copied or exported', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const server = await TestServer.start(START, { log });
    const of = await setUp(server, { seats: 1 });
    const answers = await askEverything(server, of);
    await importEverything(server);
    await server.moveTo(START + DAY_MS);
    const { database } = server.running.ledger;
    const exported = JSON.stringify(await exportLedger(database, of.contract));
    // What was taken was kept: without it this would show nothing.
    for (const { id } of TAKEN) expect(exported).toContain(`"inmail":"${id}"`);
    const places: [where: string, text: string][] = [
      ['the log', lines.join('')],
      ['the metrics', (await server.fetch('GET', '/metrics')).text],
      ['the export', exported],
      ...filesIn(server.folder),
    ];
    const names = places.map(([where]) => where);
    expect(names).toEqual(expect.arrayContaining(['good-standing.db', 'good-standing.db-wal']));
    await backUp(pathOf(server.databaseUrl), join(server.folder, 'copy.db'));
    await database.emptyLog();
    places.push(...filesIn(server.folder));
    for (const [where, text] of places)
      expect([where, MARKS.exec(text)?.[0]]).toEqual([where, undefined]);
    const telling = [...answers].filter(([, text]) => MARKS.test(text));
    expect(telling).toEqual([]);
  }, 240_000);

  test('is told from another, nor the same from the same, by more than a hash', async () => {
    const server = await TestServer.start();
    const { feed, contract } = await setUp(server);
    const event = { ...send, id: 'a', inmail: 'a', recipient: CANDIDATE.name, ...about };
    const receipt = await server.events(feed, [event, event]);
    expect(receipt).toMatchObject({ accepted: 1, duplicates: 1 });
    const changed = await server.events(feed, [
      { ...event, recipient: 'Somebody else' },
      { ...event, text: 'Something else' },
    ]);
    expect(changed.conflicts.map(({ code }) => code)).toEqual(['id_conflict', 'id_conflict']);
    const [kept] = (await exportLedger(server.running.ledger.database, contract)).filter(
      ({ id }) => id === 'a',
    );
    expect(kept?.['recipient']).toMatch(/^[\w-]{43}$/);
    // It goes back in as it came out.
    expect(await server.events(feed, [kept])).toMatchObject({ accepted: 0, duplicates: 1 });
    // And another contract's hash of the same is another.
    expect(keyedBy('A'.repeat(43))(CANDIDATE.name)).not.toBe(kept?.['recipient']);
  });
});

test('a seatholder is in the contract’s database, and in no log or count', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const server = await TestServer.start(START, { log });
  const of = await setUp(server);
  const body = { id: 't', to: HOLDER, at: AT };
  await server.ask('POST', '/v1/seats/seat-1/transfer', { token: of.lead, body });
  await server.ask('POST', '/v1/seats/seat-1/transfer', { token: of.lead, body });
  await server.ask('GET', `/v1/seats/${HOLDER}/transfer/preview?to=${HOLDER}`, { token: of.lead });
  await server.events(of.feed, sends('a', START, { count: 3 }));
  await server.moveTo(START + DAY_MS);
  expect((await server.reading(of.lead)).seat.holder).toBe(HOLDER);
  const metrics = (await server.fetch('GET', '/metrics')).text;
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.join('') + metrics).not.toMatch(/quillon|seatholder/i);
});
