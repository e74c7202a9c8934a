import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '#server/proofs/canonical-json.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { historySchema } from '#shared/wire/history.ts';
import { provenSchema } from '#shared/wire/proof.ts';
import { reviewDetailSchema, reviewListSchema, reviewSchema } from '#shared/wire/reviews.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';

const ASKED = { id: 'r1', reason: 'replies_missing', message: 'Ten of them phoned me.' } as const;

/** Two seats, the first of which is warned. */
async function warned(): Promise<{ server: TestServer; of: SetUp; own: string }> {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 2, mode: 'enforce', relationshipManager: 'Aisha' });
  await server.events(of.feed, sends('a', START, { count: 100, accepted: 5, declined: 1 }));
  await server.moveTo(START + DAY_MS);
  return { server, of, own: of.recruiters[0] ?? '' };
}

const ask = (server: TestServer, token: string, body: object = ASKED) =>
  server.call(reviewDetailSchema, 'POST', '/v1/seats/seat-1/reviews', { token, body });
const decide = (token: string, outcome: string, id = 'd1') => ({
  path: '/v1/reviews/r1/decision',
  asked: { token, body: { id, outcome, reason: 'They are in the phone log.' } },
});

test('a recruiter asks, with the proof of the seat’s last check as it was then', async () => {
  const { server, of, own } = await warned();
  const review = await ask(server, own);
  expect(review).toMatchObject({
    ...ASKED,
    seat: { id: 'seat-1', holder: 'Holder 1' },
    askedAt: START + DAY_MS,
    standing: 'warning_due',
    tally: { accepted: 5, declined: 1, pending: 94, total: 100 },
    responseRateBps: 600,
    decision: null,
  });
  if (review.proof === null) throw new Error('It carries no proof.');
  const { proven } = review.proof;
  expect(proven.inmails).toHaveLength(100);
  const text = canonicalJson(z.encode(provenSchema, proven));
  expect(review.proofSha256).toBe(createHash('sha256').update(text).digest('hex'));
  // Asked again, as after an answer that was lost, it is one; with other words it is refused.
  expect(await ask(server, own)).toEqual(review);
  const other = { token: own, body: { ...ASKED, message: 'Something else.' } };
  const conflict = await server.problem('POST', '/v1/seats/seat-1/reviews', other);
  expect([conflict.status, conflict.code]).toEqual([409, 'id_conflict']);
  const second = { token: own, body: { ...ASKED, id: 'r2' } };
  const waits = await server.problem('POST', '/v1/seats/seat-1/reviews', second);
  expect([waits.status, waits.code]).toEqual([409, 'review_open']);
  // Late answers change the rate, and not what was asked of.
  await server.events(of.feed, sends('late', START, { count: 20, accepted: 20 }));
  const path = '/v1/reviews/r1';
  expect(await server.call(reviewDetailSchema, 'GET', path, { token: of.lead })).toEqual(review);
});

test('nobody else asks for a seat or reads what was asked, and leads see all of theirs', async () => {
  const { server, of, own } = await warned();
  await ask(server, own);
  const [, other = ''] = of.recruiters;
  const foreign = { token: other, body: ASKED };
  expect((await server.problem('POST', '/v1/seats/seat-1/reviews', foreign)).status).toBe(403);
  for (const path of ['/v1/seats/seat-1/reviews', '/v1/reviews']) {
    expect((await server.problem('GET', path, { token: other })).status).toBe(403);
  }
  const unseen = await server.problem('GET', '/v1/reviews/r1', { token: other });
  expect(unseen.code).toBe('review_unknown');
  const all = await server.call(reviewListSchema, 'GET', '/v1/reviews', { token: of.lead });
  expect(all.reviews.map(({ id }) => id)).toEqual(['r1']);
  const { path, asked } = decide(own, 'upheld');
  expect((await server.problem('POST', path, asked)).status).toBe(403);
});

test('upheld, the seat starts anew, once, and the recruiter reads why', async () => {
  const { server, of, own } = await warned();
  await ask(server, own);
  await server.moveTo(START + 2 * DAY_MS);
  const { path, asked } = decide(of.lead, 'upheld');
  const decided = await server.call(reviewSchema, 'POST', path, asked);
  expect(decided.decision).toMatchObject({
    outcome: 'upheld',
    reason: 'They are in the phone log.',
    by: { role: 'lead' },
  });
  expect(await server.call(reviewSchema, 'POST', path, asked)).toEqual(decided);
  const again = decide(of.admin, 'declined', 'd2');
  expect((await server.problem('POST', again.path, again.asked)).code).toBe('already_decided');
  const reading = await server.reading(own);
  const at = decided.decision?.at ?? 0;
  expect(reading).toMatchObject({ standing: 'good', everWarned: false, notice: null });
  expect([reading.countsFrom, reading.tally.total]).toEqual([at, 0]);
  const history = await server.call(historySchema, 'GET', '/v1/seats/seat-1/history', {
    token: own,
  });
  expect(history.changes[0]).toMatchObject({
    cause: 'restored',
    at,
    reason: 'They are in the phone log.',
  });
  const own1 = await server.call(reviewListSchema, 'GET', '/v1/seats/seat-1/reviews', {
    token: own,
  });
  expect(own1.reviews).toEqual([decided]);
});

test('declined, the seat stays as it stands, and another review may be asked for', async () => {
  const { server, of, own } = await warned();
  await ask(server, own);
  const before = await server.reading(own);
  const { path, asked } = decide(of.lead, 'declined');
  await server.call(reviewSchema, 'POST', path, asked);
  expect(await server.reading(own)).toEqual(before);
  expect((await ask(server, own, { ...ASKED, id: 'r2' })).decision).toBeNull();
});

/** A browser of somebody of that address, who holds the seat from now on. */
async function holderAs(server: TestServer, of: SetUp, email: string): Promise<string> {
  const person = server.person();
  await person.accept(
    await server.invite(of.contract, email, { role: 'recruiter', seat: 'seat-1' }),
  );
  return server.connect(person, { role: 'recruiter', seat: 'seat-1' });
}

test('who holds the seat next does not read what was asked before, whatever their name', async () => {
  const { server, of, own } = await warned();
  const review = await ask(server, own);
  // Another of the same name comes by way of a third.
  for (const [id, to] of [
    ['t1', 'Clara Weiss'],
    ['t2', 'Holder 1'],
  ] as const) {
    const body = { id, to, at: iso(server.clock.now) };
    await server.ask('POST', '/v1/seats/seat-1/transfer', { token: of.lead, body });
  }
  const namesake = await holderAs(server, of, 'namesake@example.com');
  const path = '/v1/seats/seat-1/reviews';
  const hers = await server.call(reviewListSchema, 'GET', path, { token: namesake });
  expect(hers.reviews).toEqual([]);
  const unseen = await server.problem('GET', '/v1/reviews/r1', { token: namesake });
  expect(unseen.code).toBe('review_unknown');
  // The same id and words are no way to it either.
  const copied = await server.problem('POST', path, { token: namesake, body: ASKED });
  expect([copied.status, copied.code]).toEqual([409, 'id_conflict']);
  const theirs = await server.call(reviewListSchema, 'GET', path, { token: of.lead });
  expect(theirs.reviews).toEqual([{ ...review, proof: undefined }]);
});

test('an id of a decision is for one review, and so is that of a request', async () => {
  const { server, of, own } = await warned();
  await ask(server, own);
  const first = decide(of.lead, 'declined');
  await server.call(reviewSchema, 'POST', first.path, first.asked);
  await ask(server, own, { ...ASKED, id: 'r2' });
  for (const outcome of ['declined', 'upheld']) {
    const { asked } = decide(of.lead, outcome);
    const again = await server.problem('POST', '/v1/reviews/r2/decision', asked);
    expect([again.status, again.code, again.field]).toEqual([409, 'id_conflict', 'id']);
  }
  const { asked } = decide(of.lead, 'declined', 'd2');
  await server.call(reviewSchema, 'POST', '/v1/reviews/r2/decision', asked);
  const reused = { token: own, body: { ...ASKED, message: 'Another matter.' } };
  const conflict = await server.problem('POST', '/v1/seats/seat-1/reviews', reused);
  expect([conflict.status, conflict.code]).toEqual([409, 'id_conflict']);
});

test('reviews are read a page at a time, each once, whatever is asked for meanwhile', async () => {
  const { server, of, own } = await warned();
  const askAndDecline = async (number: number): Promise<void> => {
    server.sleepTo(server.clock.now + 1);
    await ask(server, own, { ...ASKED, id: `r${number}` });
    const body = { id: `d${number}`, outcome: 'declined', reason: 'No.' };
    await server.ask('POST', `/v1/reviews/r${number}/decision`, { token: of.lead, body });
  };
  for (let number = 1; number <= 5; number += 1) await askAndDecline(number);
  const paths = [
    ['/v1/reviews', of.lead],
    ['/v1/seats/seat-1/reviews', own],
  ] as const;
  for (const [index, [path, token]] of paths.entries()) {
    const page = (query: string) =>
      server.call(reviewListSchema, 'GET', `${path}?${query}`, { token });
    const first = await page('limit=2');
    await askAndDecline(6 + index);
    const ids = first.reviews.map(({ id }) => id);
    let { next } = first;
    while (next !== null) {
      const more = await page(`limit=2&after=${next}`);
      ids.push(...more.reviews.map(({ id }) => id));
      ({ next } = more);
    }
    const known = ['r6', 'r5', 'r4', 'r3', 'r2', 'r1'].slice(1 - index);
    expect(ids).toEqual(known);
    const odd = await server.problem('GET', `${path}?after=x`, { token });
    expect([odd.code, odd.field]).toEqual(['field_invalid', 'after']);
    expect((await server.problem('GET', `${path}?limit=101`, { token })).field).toBe('limit');
  }
});

test('an operator sees what waits, and decides by the command', async () => {
  const { server, of, own } = await warned();
  await ask(server, own);
  const on = ['--contract', of.contract, '--database', server.databaseUrl];
  const listed = await run('server/cli.ts', ['review', 'list', ...on]);
  expect(listed.stdout).toContain('seat-1, Holder 1: replies_missing');
  expect(listed.stdout).toContain('6 of 100 answered when it was asked; waits to be decided');
  const reason = ['--reason', 'Checked the log', '--by', 'aisha', '--json'];
  const upheld = await run('server/cli.ts', ['review', 'uphold', 'r1', ...on, ...reason]);
  expect(JSON.parse(upheld.stdout)).toMatchObject({
    decision: { outcome: 'upheld', by: { role: 'operator', id: 'aisha' } },
  });
  expect((await server.reading(own)).standing).toBe('good');
  const twice = await run('server/cli.ts', ['review', 'decline', 'r1', ...on, ...reason]);
  expect(twice.status).toBe(1);
  expect(JSON.parse(twice.stderr)).toMatchObject({ error: { code: 'already_decided' } });
  const left = await run('server/cli.ts', ['review', 'list', ...on]);
  expect(left.stdout).toBe('No review waits.\n');
}, 120_000);
