import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import { latelyMessagedSchema, type LatelyMessaged } from '#shared/wire/lately-messaged.ts';
import { sends, setUp, START, TestServer } from '#test/server/harness.ts';

const PATH = '/v1/recipients/lately-messaged';
const NOW = START + 14 * DAY_MS;

/** What a browser makes of a member, told apart by its first letters. */
const hashOf = (name: string): string => name.padEnd(43, '_');

const to = (name: string, at: Instant, more: object = {}): Record<string, unknown>[] =>
  sends(`to-${name}-${at}`, at).map((event) => ({ ...event, recipient: hashOf(name), ...more }));

function ask(server: TestServer, token: string, ...names: string[]): Promise<LatelyMessaged> {
  const body = { recipients: names.map(hashOf) };
  return server.call(latelyMessagedSchema, 'POST', PATH, { token, body });
}

test('those are counted who had an InMail within the window, from any seat, each once', async () => {
  const server = await TestServer.start(NOW);
  const { recruiters, feed } = await setUp(server, { seats: 2 });
  const [one = '', other = ''] = recruiters;
  await server.events(feed, [
    ...to('ada', NOW - HOUR_MS),
    ...to('ada', NOW - DAY_MS, { mode: 'bulk' }),
    ...to('ben', NOW - DAY_MS, { seat: 'seat-2' }),
    // The window leaves out its first instant.
    ...to('cem', START),
    ...to('dan', START + 1),
    ...to('eva', NOW - HOUR_MS, { channel: 'email' }),
    ...sends('to-nobody-known', NOW - HOUR_MS),
  ]);
  const all = ['ada', 'ben', 'cem', 'dan', 'eva', 'fay'];
  const answer = { recipients: 6, messaged: 3, windowDays: 14 };
  expect(await ask(server, one, ...all)).toEqual(answer);
  expect(await ask(server, other, ...all, 'ada')).toEqual(answer);
  expect(await ask(server, one, 'cem', 'eva')).toMatchObject({ recipients: 2, messaged: 0 });
});

test('what only the overlay has seen of another source’s ledger counts too, once', async () => {
  const server = await TestServer.start(NOW);
  const { recruiters, feed } = await setUp(server);
  const [token = ''] = recruiters;
  await server.events(token, [...to('ada', NOW - HOUR_MS), ...to('ben', NOW - HOUR_MS)]);
  await server.events(feed, to('ada', NOW - HOUR_MS - 1));
  expect(await ask(server, token, 'ada', 'ben', 'cem')).toMatchObject({ messaged: 2 });
});

test('of another contract nothing is told, though its browsers made the same of a member', async () => {
  const server = await TestServer.start(NOW);
  const [ours, theirs] = [await setUp(server), await setUp(server, { name: 'Quarry Partners' })];
  await server.events(theirs.feed, [...to('ada', NOW - HOUR_MS), ...to('ben', NOW - HOUR_MS)]);
  const [own = '', foreign = ''] = [ours.recruiters[0], theirs.recruiters[0]];
  expect(await ask(server, own, 'ada', 'ben')).toMatchObject({ messaged: 0 });
  expect(await ask(server, foreign, 'ada', 'ben')).toMatchObject({ messaged: 2 });
});

test('nobody is asked about alone, by anything but a hash, or by who writes to nobody', async () => {
  const server = await TestServer.start(NOW);
  const { recruiters, lead, feed } = await setUp(server);
  const [token = ''] = recruiters;
  await server.events(feed, to('ada', NOW - HOUR_MS));
  const refusal = (recipients: readonly string[], as = token) =>
    server.problem('POST', PATH, { token: as, body: { recipients } });
  for (const few of [[], [hashOf('ada')], [hashOf('ada'), hashOf('ada')]]) {
    expect(await refusal(few)).toMatchObject({ code: 'field_invalid', field: 'recipients' });
  }
  expect(await refusal([hashOf('ada'), 'AEMAAA1234'])).toMatchObject({ code: 'field_invalid' });
  for (const as of [lead, feed]) {
    expect(await refusal([hashOf('ada'), hashOf('ben')], as)).toMatchObject({
      code: 'not_allowed',
    });
  }
});
