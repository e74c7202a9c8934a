import { beforeEach, describe, expect, test } from 'vitest';
import type { BackgroundWork } from '#extension/state/background-work.ts';
import { accountOf } from '#extension/state/credentials.ts';
import type { Ports } from '#extension/state/ports.ts';
import { connectNow } from '#test/extension/connect-now.ts';
import { settle } from '#test/extension/life.ts';
import { MemoryServer } from '#test/extension/memory-server.ts';
import { memoryPorts } from '#test/extension/memory-ports.ts';
import { NOW } from '#test/extension/sample-reading.ts';
import { workOn } from '#test/extension/work-on.ts';

let local = NOW;
let server: MemoryServer;
let ports: Ports;
let work: BackgroundWork;

const SEND = { id: 'p', at: NOW, mode: 'bulk', surface: 'search', count: 3, memberIds: ['m1'] };

async function totalShown(): Promise<number | undefined> {
  return (await ports.stored.reading.getValue())?.reading.tally.total;
}

async function account(): Promise<string> {
  const credentials = await ports.vault.read();
  return credentials === null ? '' : accountOf(credentials);
}

beforeEach(async () => {
  local = NOW;
  server = new MemoryServer(() => local);
  ports = memoryPorts(server, () => local);
  work = workOn(ports);
  await connectNow(server, work);
});

describe('the inbox', () => {
  const card = (conversation: string, name: string, outcome = 'accepted') => ({
    conversation,
    name,
    outcome,
  });
  const read = (...cards: object[]) => ({ at: NOW, cards });

  test('is reported as keyed hashes, each answer once, whenever it is read', async () => {
    await work.inboxRead(read(card('2-A', 'Ada  Lind '), card('2-B', 'Bo Marsh', 'declined')));
    await settle();
    expect([...server.observed.values()]).toEqual([
      {
        id: 'hash of conversation:2-A.accepted',
        at: '2026-11-23T14:00:00.000Z',
        seat: 's1',
        recipient: 'hash of name:Ada Lind',
        conversation: 'hash of conversation:2-A',
        outcome: 'accepted',
      },
      expect.objectContaining({ id: 'hash of conversation:2-B.declined', outcome: 'declined' }),
    ]);
    const before = server.requests;
    await work.inboxRead({ ...read(card('2-A', 'Ada Lind')), at: NOW + 60_000 });
    await settle();
    // It was read again, and that is all there is to say.
    expect(server.requests - before).toBe(1);
    expect(server.observed.size).toBe(2);
    // No page reports from the future: the server's own time is the latest.
    expect(server.inboxReadAt).toBe('2026-11-23T14:00:00.000Z');
  });

  test('that another browser of the same person has read before leaves nothing behind', async () => {
    const elsewhere = memoryPorts(server, () => local);
    const other = workOn(elsewhere);
    await connectNow(server, other);
    await other.inboxRead(read(card('2-A', 'Ada Lind')));
    await settle();
    local += 60_000;
    await work.inboxRead({ at: NOW + 60_000, cards: [card('2-A', 'Ada Lind'), card('2-B', 'Bo')] });
    await settle();
    expect(server.observed.size).toBe(2);
    expect(await ports.stored.backlog.getValue()).toEqual({ waiting: 0, aside: 0 });
    expect(await ports.outbox.waiting(await account())).toEqual([]);
  });

  test('waits while offline, is no send, and goes after the sends before it', async () => {
    server.weather = 'down';
    await work.sendObserved(SEND);
    await work.inboxRead(read(card('2-A', 'Ada Lind')));
    await settle();
    expect(await ports.stored.backlog.getValue()).toEqual({ waiting: 3, aside: 0 });
    expect(await totalShown()).toBe(133);
    server.weather = 'up';
    const before = server.requests;
    await work.wake();
    expect(server.requests - before).toBe(2);
    expect([server.sent.length, server.observed.size]).toEqual([3, 1]);
  });

  test('is kept to itself without a key', async () => {
    ports.hashTexts = () => Promise.reject(new Error('no key'));
    await work.inboxRead(read(card('2-A', 'Ada Lind')));
    await settle();
    expect(await ports.outbox.waiting(await account())).toEqual([]);
    expect(server.observed.size).toBe(0);
  });

  test.each([
    ['no list', { at: NOW }],
    ['a state that is no answer', read(card('2-A', 'Ada', 'awaiting'))],
    ['nobody', read(card('2-A', ''))],
  ])('that is %s is refused', async (_name, raw) => {
    await expect(work.inboxRead(raw)).rejects.toThrow(Error);
  });
});
