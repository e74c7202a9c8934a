import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeSource } from '#server/contracts/change-source.ts';
import type { Source } from '#server/contracts/sources.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { eventReceiptSchema } from '#shared/wire/events.ts';
import { observationReceiptSchema } from '#shared/wire/observations.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';

type Told = Record<string, string>;

/** A source tells what it saw of seat-1. */
function tell(server: TestServer, of: SetUp, source: Source, events: readonly Told[]) {
  if (source === 'overlay') return server.events(of.recruiters[0] ?? '', events);
  const asked = { token: of.feed, body: { source, events } };
  return server.call(eventReceiptSchema, 'POST', '/v1/events', asked);
}

async function sentIn(server: TestServer, { contract }: SetUp) {
  const ledger = await exportLedger(server.running.ledger.database, contract);
  return ledger.filter(({ type }) => type === 'inmail.sent').map(({ inmail }) => inmail);
}

const change = (server: TestServer, { contract }: SetUp, source: Source) =>
  changeSource(server.running.ledger, contract, source);

describe('another source', () => {
  test('takes over from then on, and is said with its date', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { source: 'overlay' });
    await tell(server, of, 'overlay', sends('o', START));
    server.sleepTo(START + HOUR_MS);
    const outcome = await change(server, of, 'feed');
    expect(outcome).toEqual({ ok: true, source: 'feed', since: START + HOUR_MS });
    const later = START + 2 * HOUR_MS;
    server.sleepTo(later);
    await tell(server, of, 'overlay', sends('o2', later, { count: 2 }));
    expect(await sentIn(server, of)).toEqual(['o-0']);
    const reading = await server.reading(of.lead);
    expect(reading.tally.total).toBe(3);
    expect(reading.evidence).toMatchObject({
      source: 'feed',
      since: START + HOUR_MS,
      provisional: 2,
    });
    await server.events(of.feed, sends('f', later, { count: 2 }), [
      { seat: 'seat-1', at: iso(later) },
    ]);
    expect(await sentIn(server, of)).toEqual(['o-0', 'f-0', 'f-1']);
    expect((await server.reading(of.lead)).evidence.provisional).toBe(0);
    expect(await change(server, of, 'feed')).toEqual(outcome);
  });

  test('does not report what was sent before it, nor go on after another took over', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { source: 'feed' });
    server.sleepTo(START + HOUR_MS);
    await change(server, of, 'import');
    const later = START + 2 * HOUR_MS;
    server.sleepTo(later);
    const codes = async (source: Source, at: number) =>
      (await tell(server, of, source, sends(`${source}-${at}`, at))).conflicts.map(
        ({ code, field }) => [code, field],
      );
    const refused = [['not_the_source', 'type']];
    expect(await codes('import', START)).toEqual(refused);
    expect(await codes('feed', later)).toEqual(refused);
    expect(await codes('feed', START)).toEqual([]);
    expect(await codes('import', later)).toEqual([]);
    // A program that does not say for whom it reports is the feed, which is over.
    const { conflicts } = await server.events(of.feed, sends('unsaid', later), [
      { seat: 'seat-1', at: iso(later) },
    ]);
    expect(conflicts).toMatchObject([{ code: 'not_the_source' }]);
    expect((await server.reading(of.lead)).evidence.completeUpTo).toBeNull();
  });

  test('late answers reach the InMails of the one before', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { source: 'overlay' });
    const marked = sends('o', START).map((event) => ({ ...event, recipient: 'kim' }));
    await server.events(of.recruiters[0] ?? '', marked);
    server.sleepTo(START + HOUR_MS);
    await change(server, of, 'feed');
    server.sleepTo(START + DAY_MS);
    const at = iso(START + HOUR_MS);
    const seen = { id: 'o', at, seat: 'seat-1', recipient: 'kim', outcome: 'accepted' };
    const asked = { token: of.recruiters[0] ?? '', body: { observations: [seen] } };
    await server.call(observationReceiptSchema, 'POST', '/v1/observations', asked);
    const { tally, evidence } = await server.reading(of.lead);
    expect(tally).toMatchObject({ accepted: 1, total: 1 });
    expect(evidence.provisional).toBe(0);
  });

  test('is not the overlay while seats are enforced, unless that was accepted', async () => {
    const server = await TestServer.start();
    const given = { mode: 'enforce', acceptsPartialEvidence: false } as const;
    const of = await setUp(server, given);
    expect(await change(server, of, 'overlay')).toEqual({ ok: false, code: 'partial_evidence' });
    expect((await server.reading(of.lead)).evidence.source).toBe('feed');
    const other = await setUp(server, { ...given, acceptsPartialEvidence: true });
    expect(await change(server, other, 'overlay')).toMatchObject({ ok: true });
  });
});

const SOURCES = ['overlay', 'feed', 'import'] as const;
const PHASES = 3;

test('an InMail that overlay, feed and import all see is counted once, in any order', async () => {
  const inmail = fc.record({
    phase: fc.nat({ max: PHASES - 1 }),
    minute: fc.integer({ min: 1, max: 50 }),
    /** How many phases late each source tells of it. */
    late: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 })),
    isAnswered: fc.boolean(),
  });
  const history = fc.record({
    keepers: fc.tuple(...Array.from({ length: PHASES }, () => fc.constantFrom(...SOURCES))),
    inmails: fc.array(inmail, { minLength: 1, maxLength: 8 }),
    isSharedId: fc.boolean(),
    seed: fc.nat(),
  });
  await fc.assert(
    fc.asyncProperty(history, async ({ keepers, inmails, isSharedId, seed }) => {
      const server = await TestServer.start();
      const of = await setUp(server, { source: keepers[0] ?? 'feed' });
      const deliveries = inmails.flatMap(({ phase, minute, late, isAnswered }, number) =>
        SOURCES.map((source, index) => {
          const at = START + phase * HOUR_MS + minute * 60_000;
          const answers = { accepted: isAnswered && source !== 'overlay' ? 1 : 0 };
          const name = isSharedId ? `x${number}` : `${source}${number}`;
          const events = sends(name, at, answers).map((event) => ({
            ...event,
            id: `${source} ${event['id']}`,
          }));
          const when = Math.min(PHASES - 1, phase + (late[index] ?? 0));
          return { source, when, events, rank: (seed * (index + 7) + number * 31) % 101 };
        }),
      );
      for (const [phase, keeper] of keepers.entries()) {
        if (phase > 0) await change(server, of, keeper);
        server.sleepTo(START + (phase + 1) * HOUR_MS - 1);
        const due = deliveries.filter(({ when }) => when === phase);
        for (const { source, events } of due.toSorted((one, other) => one.rank - other.rank)) {
          await tell(server, of, source, events);
        }
      }
      const { tally, evidence } = await server.reading(of.lead);
      expect([tally.total, evidence.provisional]).toEqual([inmails.length, 0]);
      expect(await sentIn(server, of)).toHaveLength(inmails.length);
      const answered = inmails.filter(
        ({ phase, isAnswered }) => isAnswered && keepers[phase] !== 'overlay',
      );
      if (!isSharedId) expect(tally.accepted).toBe(answered.length);
      await server.stop();
    }),
    { numRuns: 40, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
  );
}, 60_000);
