import type { Instant } from '#shared/policy/instant.ts';
import { observationReceiptSchema } from '#shared/wire/observations.ts';
import { iso, type SetUp, type TestServer } from '#test/server/harness.ts';

type Told = Readonly<Record<string, string>>;

/** The overlay tells the same as a feed would: sends as events, answers as it reads the inbox. */
export async function tellAsOverlay(
  server: TestServer,
  token: string,
  seat: string,
  events: readonly Told[],
): Promise<void> {
  const sent = events.filter(({ type }) => type === 'inmail.sent');
  const marked = sent.map((event) => ({ ...event, nameHash: `name of ${event['inmail']}` }));
  await server.events(token, marked);
  for (const { id, type, inmail, outcome, at } of events) {
    if (type !== 'inmail.responded') continue;
    const recipient = `name of ${inmail}`;
    const observation = { id, at, seat, recipient, outcome };
    await server.call(observationReceiptSchema, 'POST', '/v1/observations', {
      token,
      body: { observations: [observation] },
    });
  }
}

type Answer = { index: number; seat: string; at: Instant; id: string; inmail: string };

/** The inbox shows an answer of somebody whom the overlay may have written to, or not. */
export async function seeAnswer(
  server: TestServer,
  { recruiters }: SetUp,
  { index, at, inmail, ...ids }: Answer,
): Promise<void> {
  const recipient = `name of ${inmail}`;
  const observation = { ...ids, at: iso(at), recipient, outcome: 'accepted' };
  await server.call(observationReceiptSchema, 'POST', '/v1/observations', {
    token: recruiters[index] ?? '',
    body: { observations: [observation] },
  });
}
