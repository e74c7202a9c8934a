import { beforeEach, describe, expect, test } from 'vitest';
import type { BackgroundWork } from '#extension/state/background-work.ts';
import { accountOf } from '#extension/state/credentials.ts';
import type { Ports } from '#extension/state/ports.ts';
import { daysToMs } from '#shared/policy/instant.ts';
import { connectNow } from '#test/extension/connect-now.ts';
import { settle } from '#test/extension/life.ts';
import { MemoryServer } from '#test/extension/memory-server.ts';
import { memoryPorts } from '#test/extension/memory-ports.ts';
import { NOW, sampleReading } from '#test/extension/sample-reading.ts';
import { workOn } from '#test/extension/work-on.ts';

/** The browser's clock is five minutes behind the server's. */
const BEHIND_MS = 300_000;

let local = 0;
let server: MemoryServer;
let ports: Ports;
let work: BackgroundWork;

const SEND = { id: 'p', at: NOW, mode: 'bulk', surface: 'search', count: 3, memberIds: ['m1'] };

async function totalShown(): Promise<number | undefined> {
  return (await ports.stored.reading.getValue())?.reading.tally.total;
}

beforeEach(async () => {
  local = NOW - BEHIND_MS;
  server = new MemoryServer(() => local + BEHIND_MS);
  ports = memoryPorts(server, () => local);
  work = workOn(ports);
  await connectNow(server, work);
});

describe('connecting', () => {
  test('keeps who it is, and shows the first reading at once', async () => {
    expect(await ports.stored.connection.getValue()).toBe('live');
    expect(await totalShown()).toBe(130);
    expect(await ports.stored.clockOffsetMs.getValue()).toBe(BEHIND_MS);
    expect(await ports.stored.gate.getValue()).toEqual({
      gate: { bulk: { allowed: true } },
      contractName: 'Larkfield Staffing',
      clockOffsetMs: BEHIND_MS,
      lets: [],
    });
  });

  test('ends with everything gone but what waits to be reported', async () => {
    server.weather = 'down';
    await work.sendObserved(SEND);
    await settle();
    await work.disconnect();
    expect(await ports.vault.read()).toBeNull();
    expect(await ports.stored.reading.getValue()).toBeNull();
    expect(await ports.stored.gate.getValue()).toBeNull();
    expect(await ports.stored.connection.getValue()).toBe('not_connected');
    server.weather = 'up';
    await connectNow(server, work);
    expect(server.sent.map(({ id }) => id)).toEqual(['p.0', 'p.1', 'p.2']);
  });

  test('elsewhere leaves what waits for this seat where it is', async () => {
    server.weather = 'down';
    await work.sendObserved(SEND);
    await settle();
    server.weather = 'up';
    const other = new MemoryServer(() => local);
    ports.api = other.api;
    await connectNow(server, work, 'https://other.example');
    expect(other.sent).toEqual([]);
    expect(await ports.stored.backlog.getValue()).toEqual({ waiting: 0, aside: 0 });
  });
});

describe('a send', () => {
  test('is reported, and shown as the server counts it', async () => {
    await work.sendObserved(SEND);
    await settle();
    expect(server.sent).toHaveLength(3);
    expect(server.sent[0]?.content).toContain('"recipient":"hash of m1"');
    expect(await totalShown()).toBe(133);
    expect(await ports.stored.backlog.getValue()).toEqual({ waiting: 0, aside: 0 });
  });

  test('names people by the hashes of member and name, as far as they were read', async () => {
    await work.sendObserved({ ...SEND, memberIds: ['m1', 'm2'], names: ['Ada Lind', null] });
    await settle();
    const events = server.sent.map(({ content }): unknown => JSON.parse(content));
    expect(events[0]).toMatchObject({
      recipient: 'hash of m1',
      nameHash: 'hash of name:Ada Lind',
    });
    expect(events[1]).toMatchObject({ recipient: 'hash of m2' });
    expect(events[1]).not.toHaveProperty('nameHash');
    expect(events[2]).not.toHaveProperty('recipient');
  });

  test('while offline is carried forward, marked, and counted once it is back', async () => {
    server.weather = 'down';
    await work.sendObserved(SEND);
    await settle();
    expect(await totalShown()).toBe(133);
    expect((await ports.stored.reading.getValue())?.isCarriedForward).toBe(true);
    expect(await ports.stored.connection.getValue()).toBe('offline');
    expect(await ports.stored.backlog.getValue()).toEqual({ waiting: 3, aside: 0 });
    server.weather = 'up';
    local += 60_000;
    await work.tick();
    expect(server.sent).toHaveLength(3);
    expect(await totalShown()).toBe(133);
    expect((await ports.stored.reading.getValue())?.isCarriedForward).toBe(false);
    expect(await ports.stored.connection.getValue()).toBe('live');
  });

  test('told twice is one', async () => {
    await Promise.all([work.sendObserved(SEND), work.sendObserved(SEND)]);
    await settle();
    await work.sendObserved(SEND);
    await settle();
    expect(server.sent).toHaveLength(3);
    expect(await totalShown()).toBe(133);
  });

  test('keeps its recipients to itself when the key is no key', async () => {
    ports.hashTexts = () => Promise.reject(new Error('no key'));
    await work.sendObserved(SEND);
    await settle();
    expect(server.sent).toHaveLength(3);
    expect(server.sent[0]?.content).not.toContain('recipient');
  });

  test.each([
    ['no object', null],
    ['none at all', { ...SEND, count: 0 }],
    ['a number that no bulk send has', { ...SEND, count: 1e9 }],
    ['no instant', { ...SEND, at: Number.NaN }],
    ['an instant of another age', { ...SEND, at: 8.64e15 }],
    ['an unknown mode', { ...SEND, mode: 'carrier pigeon' }],
  ])('that is %s is refused', async (_name, raw) => {
    await expect(work.sendObserved(raw)).rejects.toThrow(Error);
    expect(await ports.outbox.waiting(await account())).toEqual([]);
  });

  test('that the server refuses is set aside with its code, and the others arrive', async () => {
    server.weather = 'strict';
    const good = (id: string) => ({ ...SEND, id, count: 4 });
    server.weather = 'down';
    await work.sendObserved(good('a'));
    await work.sendObserved({ ...SEND, id: 'b', count: 1, surface: 'bad' });
    await work.sendObserved(good('c'));
    await settle();
    server.weather = 'strict';
    await work.wake();
    expect(server.sent.map(({ id }) => id)).toEqual([
      'a.0',
      'a.1',
      'a.2',
      'a.3',
      'c.0',
      'c.1',
      'c.2',
      'c.3',
    ]);
    expect(await ports.stored.backlog.getValue()).toEqual({ waiting: 0, aside: 1 });
  });

  test('goes in batches of a thousand at most, in order', async () => {
    server.weather = 'down';
    for (let n = 0; n < 5; n += 1) await work.sendObserved({ ...SEND, id: `b${n}`, count: 500 });
    await settle();
    server.weather = 'up';
    const before = server.requests;
    await work.wake();
    expect(server.requests - before).toBe(3);
    expect(server.sent).toHaveLength(2500);
    expect(server.sent[2499]?.id).toBe('b4.499');
  });
});

describe('CONTINUE', () => {
  beforeEach(async () => {
    const notice = { type: 'warning', issuedAt: NOW - 1000, tally: null } as const;
    server.base = sampleReading({ standing: 'warning_due', nextCheckAt: null, notice });
    local += 60_000;
    await work.tick();
  });

  test('while offline closes the notice here, and arrives later', async () => {
    server.weather = 'down';
    const at = NOW + 60_000;
    await work.noticeAcknowledged({ notice: 'warning', at });
    await settle();
    const offline = await ports.stored.reading.getValue();
    expect(offline).toMatchObject({
      isCarriedForward: true,
      reading: { notice: null, standing: 'warned', periodEndsAt: at + daysToMs(14) },
    });
    server.weather = 'up';
    await work.wake();
    expect(server.acknowledged).toMatchObject([
      { notice: 'warning', at: '2026-11-23T14:01:00.000Z' },
    ]);
  });

  test('is never before its notice, whatever a clock says', async () => {
    await work.noticeAcknowledged({ notice: 'warning', at: NOW - 86_400_000 });
    await settle();
    expect(server.acknowledged).toMatchObject([{ at: '2026-11-23T13:59:59.000Z' }]);
    expect((await ports.stored.reading.getValue())?.reading.notice).toBeNull();
  });

  test('is reported between the sends before and after it', async () => {
    server.weather = 'down';
    await work.sendObserved({ ...SEND, id: 'before' });
    await work.noticeAcknowledged({ notice: 'warning', at: NOW });
    await work.sendObserved({ ...SEND, id: 'after' });
    await settle();
    server.weather = 'up';
    const before = server.requests;
    await work.wake();
    expect(server.requests - before).toBe(3);
    expect(server.sent).toHaveLength(6);
    expect(server.acknowledged).toHaveLength(1);
  });
});

describe('asking', () => {
  test('is not done for a reading that is fresh, and once for many who want one', async () => {
    const before = server.requests;
    await work.readingWanted();
    expect(server.requests).toBe(before);
    local += 56_000;
    await Promise.all([work.readingWanted(), work.readingWanted(), work.readingWanted()]);
    expect(server.requests).toBe(before + 1);
  });

  test('pauses after failures, unless somebody waits', async () => {
    server.weather = 'failing';
    local += 60_000;
    await work.tick();
    const before = server.requests;
    local += 10_000;
    await work.tick();
    expect(server.requests).toBe(before);
    await work.readingWanted();
    expect(server.requests).toBe(before + 1);
    expect((await ports.stored.sync.getValue()).failures).toBe(2);
  });

  test('with a token that was withdrawn is signed out, and what was paused stays so', async () => {
    const until = NOW + 86_400_000;
    const bulk = {
      allowed: false,
      reason: 'improvement_period',
      until,
      stillPossible: 'one_to_one',
    } as const;
    server.base = sampleReading({ standing: 'improvement', periodEndsAt: until, gate: { bulk } });
    local += 60_000;
    await work.tick();
    server.weather = 'signed_out';
    await work.sendObserved(SEND);
    await settle();
    expect(await ports.stored.connection.getValue()).toBe('signed_out');
    expect((await ports.stored.gate.getValue())?.gate).toEqual({ bulk });
    server.weather = 'up';
    await connectNow(server, work);
    expect(server.sent).toHaveLength(3);
  });

  test('when this machine’s clock was set back does not take an old reading for fresh', async () => {
    const before = server.requests;
    local -= 3_600_000;
    await work.readingWanted();
    expect(server.requests).toBe(before + 1);
  });
});

async function account(): Promise<string> {
  const credentials = await ports.vault.read();
  return credentials === null ? '' : accountOf(credentials);
}
