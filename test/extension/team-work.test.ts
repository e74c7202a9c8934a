import { beforeEach, expect, test } from 'vitest';
import type { BackgroundWork } from '#extension/state/background-work.ts';
import type { Ports } from '#extension/state/ports.ts';
import { connectNow } from '#test/extension/connect-now.ts';
import { MemoryServer } from '#test/extension/memory-server.ts';
import { memoryPorts } from '#test/extension/memory-ports.ts';
import { NOW } from '#test/extension/sample-reading.ts';
import { workOn } from '#test/extension/work-on.ts';

const PAGE = { limit: 100, after: null, page: 0 } as const;

let server: MemoryServer;
let ports: Ports;
let work: BackgroundWork;

beforeEach(async () => {
  server = new MemoryServer(() => NOW);
  server.connect.identity = { ...server.connect.identity, role: 'lead', seat: null };
  ports = memoryPorts(server, () => NOW);
  work = workOn(ports);
  await connectNow(server, work);
});

test('who connects as a lead finds the first rows there, before a page is opened', async () => {
  for (const page of [0, 'head'] as const) {
    expect((await ports.keptSeats.read(page))?.list.seats).toHaveLength(1);
  }
});

test('a lead’s list is fetched when it is looked at, and kept by its page', async () => {
  await ports.keptSeats.clear();
  expect(await work.team.seats(PAGE)).toMatchObject({ ok: true, value: { counts: { all: 1 } } });
  expect((await ports.keptSeats.read(0))?.list.seats).toHaveLength(1);
  expect(await ports.keptSeats.read('head')).toBeNull();
});

test('a server that answers no list for the moment keeps nobody from connecting', async () => {
  await work.disconnect();
  const failed = { ok: false, fault: { code: 'unavailable', status: 503 } } as const;
  const team = { ...ports.api.team, seats: () => Promise.resolve(failed) };
  ports.api = { ...ports.api, team };
  await connectNow(server, work);
  expect(await ports.vault.read()).not.toBeNull();
  expect(await ports.keptSeats.read(0)).toBeNull();
});

test('what comes of asking says how the extension stands with its server', async () => {
  const connection = () => ports.stored.connection.getValue();
  server.weather = 'down';
  expect(await work.team.seats(PAGE)).toEqual({ ok: false, fault: { code: 'offline' } });
  expect(await connection()).toBe('offline');
  server.weather = 'up';
  await work.team.seats(PAGE);
  expect(await connection()).toBe('live');
  server.weather = 'signed_out';
  await work.team.seats(PAGE);
  expect(await connection()).toBe('signed_out');
});

test('a refusal is the asker’s own, and no sign of a server that is away', async () => {
  const problem = { type: 'x', title: 'x', status: 409, code: 'already_holder', detail: 'x' };
  const refused = { ok: false, fault: { code: 'refused', problem } } as const;
  const team = { ...ports.api.team, previewTransfer: () => Promise.resolve(refused) };
  ports.api = { ...ports.api, team };
  expect(await work.team.previewTransfer({ seat: 's1', to: 'Ada' })).toEqual(refused);
  expect(await ports.stored.connection.getValue()).toBe('live');
});

test('who is not connected asks nobody', async () => {
  await work.disconnect();
  const before = server.requests;
  expect(await work.team.seats(PAGE)).toEqual({ ok: false, fault: { code: 'signed_out' } });
  expect(server.requests).toBe(before);
});

test('a recruiter’s browser puts no question of a lead', async () => {
  await work.disconnect();
  server.connect.identity = { ...server.connect.identity, role: 'recruiter', seat: 'seat-1' };
  await connectNow(server, work);
  const before = server.requests;
  expect(await work.team.seats(PAGE)).toEqual({ ok: false, fault: { code: 'signed_out' } });
  expect(await work.team.review({ review: 'r1' })).toMatchObject({ fault: { code: 'signed_out' } });
  expect(server.requests).toBe(before);
  expect(await ports.keptSeats.read(0)).toBeNull();
});

test('what a recruiter’s page sends is not reported for a lead', async () => {
  const send = { id: 'p', at: NOW, mode: 'bulk', surface: 'search', count: 1, memberIds: ['m'] };
  await work.sendObserved(send);
  await work.readingWanted();
  expect(server.sent).toEqual([]);
});
