import { expect, test } from 'vitest';
import { importLedger } from '#server/imports/import-ledger.ts';
import { importUsage } from '#server/imports/import-usage.ts';
import { readUsageReport } from '#server/imports/usage-rows.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { iso, setUp, START, TestServer } from '#test/server/harness.ts';
import { callsOf, operationsIn, type Call, type Operation } from '#test/server/tenancy-calls.ts';
import {
  idsOf,
  liveForeign,
  makeForeign,
  makeOwn,
  rowsOf,
  type Askers,
} from '#test/server/tenancy-world.ts';

/** What differs from one server to the next although both know the same. */
function settled(text: string): string {
  return text
    .replaceAll(/\bgs[ri]?_[\w-]{43,}/g, '<token>')
    .replaceAll(/\bwhsec_[\w+/=]+/g, '<secret>')
    .replaceAll(/"(?:recipientKey|deviceCode)":"[\w-]+"/g, '<secret>')
    .replaceAll(/"(recipient|conversation)":"[\w-]{43}"/g, '"$1":"<hash>"')
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, '<id>')
    .replaceAll(/\b[A-Z\d]{4}-[A-Z\d]{4}\b/g, '<code>')
    .replaceAll(/127\.0\.0\.1:\d+/g, '<here>');
}

/** What came about at one instant is listed by ids, which are anything: lists are told as sets. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOneOrder).sort((one, other) => {
      const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
      return first < second ? -1 : Number(first > second);
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inOneOrder(each)]));
}

function toldInOneOrder(text: string): string {
  try {
    return JSON.stringify(inOneOrder(JSON.parse(text)));
  } catch {
    return text.split('\n').sort().join('\n');
  }
}

const TOLD = ['content-type', 'content-disposition', 'cache-control', 'retry-after', 'location'];

async function answerTo(
  server: TestServer,
  { method, path, headers, body }: Call,
  token: string | null,
): Promise<{ status: number; said: string }> {
  const asked = { headers, body, ...(token === null ? {} : { token }) };
  const { status, headers: got, text } = await server.fetch(method, path, asked);
  const told = TOLD.map((name) => got.get(name)).join(' ');
  const said = toldInOneOrder(settled(text));
  return { status, said: `${told} ${said}` };
}

/** What only asks for something by its id, and is asked here by the other contract's alone. */
const BY_ANOTHERS_ID = [
  'fetchTokens',
  'endDevice',
  'readReview',
  'decideReview',
  'endWebhook',
  'rotateWebhook',
  'replayWebhook',
];

const STRANGERS = ['expired', 'revoked', 'nobody'];

/** Whom a token is of makes no difference to what anyone may ask, or to who may ask nothing. */
function isAsked({ callers }: Operation, asker: string, isFirst: boolean): boolean {
  if (isFirst) return true;
  return callers === 'anyone' ? asker === 'lead' : !STRANGERS.includes(asker);
}

async function walk(
  server: TestServer,
  askers: Askers,
  ids: Readonly<Record<string, string>>,
): Promise<Map<string, { status: number; said: string }>> {
  const { body: document } = await server.ask('GET', '/openapi.json');
  const answers = new Map<string, { status: number; said: string }>();
  // The operator's own are of all contracts at once, and no contract's.
  for (const operation of operationsIn(document).filter(({ callers }) => callers !== 'operator')) {
    for (const [index, call] of callsOf(operation, ids).entries()) {
      for (const [asker, token] of askers) {
        if (!isAsked(operation, asker, index === 0)) continue;
        const name = `${operation.name} #${index} by ${asker}: ${call.path} ${JSON.stringify(call)}`;
        answers.set(name, await answerTo(server, call, token));
      }
    }
  }
  return answers;
}

test('no route tells anybody whether there is another contract, or changes anything of it', async () => {
  const shared = await TestServer.start();
  const foreign = await makeForeign(shared);
  const askers = await makeOwn(shared);
  await liveForeign(shared, foreign);
  const ids = await idsOf(shared, foreign);
  const before = await rowsOf(shared);
  const answers = await walk(shared, askers, ids);
  expect(await rowsOf(shared)).toEqual(before);
  // Where it is not, the same ids are those of nothing.
  const alone = await TestServer.start();
  const expected = await walk(alone, await makeOwn(alone), ids);
  expect([...answers.keys()]).toEqual([...expected.keys()]);
  const differing = [...answers].filter(([name, { status, said }]) => {
    const other = expected.get(name);
    return status !== other?.status || said !== other.said;
  });
  expect(differing.map(([name, answer]) => ({ name, answer, alone: expected.get(name) }))).toEqual(
    [],
  );
  // And the walk was one: each operation has answered somebody.
  const reached = [...answers].filter(([, { status }]) => status < 300).map(([name]) => name);
  const names = (all: Iterable<string>) => new Set([...all].map((name) => name.split(' ')[0]));
  const isReached = names(reached);
  const unreached = [...names(answers.keys())].filter((name) => !isReached.has(name));
  expect(new Set(unreached)).toEqual(new Set(BY_ANOTHERS_ID));
}, 300_000);

test('an import or an export of one contract reaches nothing of another', async () => {
  const server = await TestServer.start();
  await makeForeign(server);
  const before = await rowsOf(server);
  const { contract } = await setUp(server, { source: 'import' });
  const { ledger } = server.running;
  const send = { type: 'inmail.sent', at: iso(START), mode: 'one_to_one' };
  const answer = { type: 'inmail.responded', at: iso(START), outcome: 'accepted' };
  const texts = [
    { ...send, id: 'a', inmail: 'a', seat: 'quarry-1' },
    { ...send, id: 'quarry-0-s', inmail: 'quarry-0', seat: 'seat-1' },
    { ...answer, id: 'b', inmail: 'quarry-1' },
    { ...send, id: 'c', inmail: 'c', seat: 'seat-1', contract: 'quarry-search' },
  ].map((event) => JSON.stringify(event));
  const lines = texts.map((text, position) => ({ number: position + 1, position, text }));
  const refused: unknown[] = [];
  const outcome = await importLedger(
    ledger,
    contract,
    { lines, textAt: (position) => texts[position] ?? '' },
    {
      isDryRun: false,
      completeUpTo: null,
      onRefused: ({ line, code }) => refused.push([line, code]),
      onProgress: () => undefined,
    },
  );
  expect(outcome).toMatchObject({ ok: true, summary: { accepted: 2 } });
  expect(refused).toEqual([
    [1, 'seat_unknown'],
    [4, 'contract_foreign'],
  ]);
  const report = `Seat id,InMails sent,InMails accepted,InMails declined,Start date,End date
quarry-1,3,0,0,2026-01-04,2026-01-10`;
  const usage = await importUsage(
    ledger,
    contract,
    readUsageReport(new TextEncoder().encode(report)),
    { isDryRun: false, onProgress: () => undefined },
  );
  expect([usage.added, usage.refused.map(({ code }) => code)]).toEqual([0, ['seat_unknown']]);
  const exported = await exportLedger(ledger.database, contract);
  expect(new Set(exported.flatMap(({ seat }) => seat ?? []))).toEqual(new Set(['seat-1']));
  expect(JSON.stringify(exported)).not.toMatch(/Quarry|quarry-(?:[23]|talk|recipient)/);
  expect(await rowsOf(server)).toEqual(before);
});

test('an operation that does not say who may call it is none', async () => {
  const server = await TestServer.start();
  const { body: document } = await server.ask('GET', '/openapi.json');
  const without = JSON.stringify(document).replace('"x-callers":["recruiter","lead","admin"],', '');
  expect(() => operationsIn(JSON.parse(without))).toThrow(/x-callers/);
  const nobody = JSON.stringify(document).replace('"x-callers":["lead","admin"]', '"x-callers":[]');
  expect(() => operationsIn(JSON.parse(nobody))).toThrow(/x-callers/);
});

test('what is of all contracts is the operator’s: no contract’s token opens it', async () => {
  const operatorToken = 'o'.repeat(40);
  const identity = { trustedProxies: ['127.0.0.1'], operatorToken };
  const server = await TestServer.start(START, { identity });
  const of = await setUp(server);
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const elsewhere = from('203.0.113.9');
  const statusOf = async (asked: object) => (await server.fetch('GET', '/metrics', asked)).status;
  for (const token of [of.admin, of.lead, of.feed, `gs_${'A'.repeat(43)}`, 'o'.repeat(41)]) {
    const { code } = await server.problem('GET', '/metrics', { token, ...elsewhere });
    expect(code).toBe('token_unknown');
  }
  expect((await server.problem('GET', '/metrics', elsewhere)).code).toBe('token_missing');
  for (const told of ['127.0.0.1, 203.0.113.9', 'unknown', '']) {
    expect([told, await statusOf(from(told))]).toEqual([told, 401]);
  }
  expect(await statusOf({ token: operatorToken, ...elsewhere })).toBe(200);
  expect(await statusOf({})).toBe(200);
  expect(await statusOf(from('203.0.113.9, 127.0.0.1'))).toBe(200);
});

test('a proxy that nobody trusts makes no stranger one of this machine', async () => {
  const server = await TestServer.start();
  for (const told of ['203.0.113.9', '127.0.0.1, 203.0.113.9']) {
    const headers = { 'x-forwarded-for': told };
    expect((await server.problem('GET', '/metrics', { headers })).code).toBe('token_missing');
  }
});
