import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { exportLedger } from '#server/ledger/export.ts';
import { keptEvent } from '#server/ledger/raw-event.ts';
import type { LedgerEvent } from '#shared/policy/events.ts';
import { replayEvents, type Replayed } from '#shared/policy/replay.ts';
import { PROFILES } from '#shared/policy/terms.ts';
import { proofSchema, type Proof } from '#shared/wire/proof.ts';
import type { SetUp, TestServer } from '#test/server/harness.ts';

/** As a verifier would write it, from the description alone. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]));
}

async function eventsOf({ running }: TestServer, { contract }: SetUp): Promise<LedgerEvent[]> {
  return (await exportLedger(running.ledger.database, contract)).map(keptEvent);
}

/** Takes a proof apart: its hash, its integers, and the check against a replay of the export. */
export async function verify(server: TestServer, of: SetUp, seat = 'seat-1'): Promise<Proof> {
  const { body } = await server.ask('GET', `/v1/seats/${seat}/proof`, { token: of.lead });
  const proof = proofSchema.parse(body);
  const said = JSON.stringify(sorted(Object(body).proven));
  expect(proof.sha256).toBe(createHash('sha256').update(said).digest('hex'));

  const { checkedAt, tally, inmails, comparison, standing, terms } = proof.proven;
  const counted = { accepted: 0, declined: 0, pending: 0, total: inmails.length };
  for (const { outcome } of inmails) counted[outcome] += 1;
  expect(tally).toEqual(counted);
  const { answered, total, minimumVolume, thresholdBps } = comparison;
  const isBreach = total >= minimumVolume && answered * 10_000 < thresholdBps * total;
  expect([answered, total, comparison.isBreach]).toEqual([
    counted.accepted + counted.declined,
    counted.total,
    isBreach,
  ]);

  const events = await eventsOf(server, of);
  const foldUntil = (until: number): Replayed =>
    replayEvents(events, { terms: PROFILES[terms.profile], until, acknowledgeAfterDays: null });
  const standingIn = ({ standings }: Replayed) => standings.find((each) => each.seat === seat);
  // The check is one that is due at that instant, and none came after it.
  const [before, after] = [foldUntil(checkedAt - 1), foldUntil(checkedAt)];
  expect(standingIn(before)?.nextCheckAt).toBe(checkedAt);
  const next = standingIn(foldUntil(server.clock.now - 1))?.nextCheckAt ?? Infinity;
  expect(next).toBeGreaterThanOrEqual(server.clock.now);
  const change = after.changes.find(
    (each) => each.seat === seat && each.at === checkedAt && each.cause === 'check',
  );
  if (change === undefined) {
    expect(standing).toEqual({ before: 'good', after: 'good', notice: null });
    expect(standingIn(after)?.tally).toEqual(tally);
  } else {
    expect(standing).toEqual({ before: change.from, after: change.to, notice: change.notice });
    expect(change.tally).toEqual(tally);
  }
  return proof;
}
