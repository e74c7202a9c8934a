import { expect, test } from 'vitest';
import { z } from 'zod';
import { readingSchema } from '#shared/wire/reading.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';

// Browsers take an update when they like: the one before and the one after speak to the same server.

/** What a later version may have to say that this one knows nothing of. */
const LATER = { mood: 'sunny', depth: { of: [1] } };

const REPORTS: Record<string, [path: string, body: object]> = {
  sends: [
    '/v1/events',
    { events: sends('later', START).map((event) => ({ ...event, ...LATER })), ...LATER },
  ],
  answers: [
    '/v1/observations',
    {
      observations: [
        {
          id: 'o1',
          at: iso(START),
          seat: 'seat-1',
          recipient: 'r1',
          outcome: 'accepted',
          ...LATER,
        },
      ],
      inboxReadAt: iso(START),
      ...LATER,
    },
  ],
  holds: [
    '/v1/holds',
    {
      holds: [{ id: 'h1', at: iso(START), surface: 'search', recipients: 30, ...LATER }],
      ...LATER,
    },
  ],
  'a question of recipients': [
    '/v1/recipients/lately-messaged',
    { recipients: ['a'.padEnd(43, '_'), 'b'.padEnd(43, '_')], ...LATER },
  ],
};

for (const [what, [path, body]] of Object.entries(REPORTS)) {
  test(`${what} of a later extension are taken, with more in them than is known`, async () => {
    const server = await TestServer.start();
    const { recruiters } = await setUp(server, { source: 'overlay' });
    const [token = ''] = recruiters;
    const answer = await server.ask('POST', path, { token, body });
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    expect(answer.body).not.toMatchObject({ conflicts: [expect.anything()] });
  });
}

test('an earlier extension reports a send by the first fields that there were', async () => {
  const server = await TestServer.start();
  const { recruiters } = await setUp(server, { source: 'overlay' });
  const [token = ''] = recruiters;
  const { accepted } = await server.events(token, sends('earlier', START));
  expect(accepted).toBe(1);
  expect((await server.reading(token)).tally.total).toBe(1);
});

/** What the first extensions and servers said nothing of. */
const ADDED = ['surfacesOff', 'trainingLinks'];

test('a reading of a later server is read, and so is one of an earlier', async () => {
  const server = await TestServer.start();
  const { recruiters } = await setUp(server);
  const [token = ''] = recruiters;
  const { body } = await server.ask('GET', '/v1/seats/seat-1/reading', { token });
  const said = z.record(z.string(), z.json()).parse(body);
  const known = readingSchema.parse(said);
  expect(readingSchema.parse({ ...said, ...LATER })).toEqual(known);
  const earlier = Object.entries(said).filter(([name]) => !ADDED.includes(name));
  expect(readingSchema.parse(Object.fromEntries(earlier))).toEqual(known);
});
