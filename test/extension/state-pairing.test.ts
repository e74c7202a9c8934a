import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { BackgroundWork } from '#extension/state/background-work.ts';
import { NOTHING_MANAGED } from '#extension/state/managed-values.ts';
import type { Ports } from '#extension/state/ports.ts';
import { connectNow } from '#test/extension/connect-now.ts';
import { Life, settle } from '#test/extension/life.ts';
import { MemoryServer } from '#test/extension/memory-server.ts';
import { memoryPorts } from '#test/extension/memory-ports.ts';
import { SERVER } from '#test/extension/sample-credentials.ts';
import { NOW } from '#test/extension/sample-reading.ts';
import { workOn } from '#test/extension/work-on.ts';

const INTERVAL_MS = 5_000;

let now = NOW;
let server: MemoryServer;
let ports: Ports;
let work: BackgroundWork;
let opened: string[];
let polls: (number | null)[];

const shown = () => ports.stored.pairing.getValue();
const connection = () => ports.stored.connection.getValue();

async function pollAfter(ms: number): Promise<void> {
  now += ms;
  await work.pairing.poll();
}

beforeEach(() => {
  now = NOW;
  opened = [];
  polls = [];
  server = new MemoryServer(() => now);
  server.connect.approval = 'pending';
  ports = memoryPorts(server, () => now);
  ports.openTab = (url) => Promise.resolve(void opened.push(url));
  ports.schedulePoll = (at) => void polls.push(at);
  work = workOn(ports);
});

describe('connecting', () => {
  test('shows a code, opens the approval page, and is live once it is approved', async () => {
    expect(await work.pairing.start(SERVER)).toEqual({ ok: true });
    expect(await shown()).toEqual({
      phase: 'waiting',
      server: SERVER,
      userCode: 'BCDF-GHJK',
      expiresAt: NOW + 600_000,
      isUnreachable: false,
    });
    expect(opened).toEqual(['https://standing.example/connect?code=BCDF-GHJK']);
    await pollAfter(INTERVAL_MS);
    expect(await shown()).toMatchObject({ phase: 'waiting' });
    server.connect.approval = 'approved';
    await pollAfter(INTERVAL_MS);
    expect(await shown()).toEqual({ phase: 'none' });
    expect(await connection()).toBe('live');
    expect((await ports.vault.read())?.identity.seat).toBe('s1');
    expect(await ports.stored.reading.getValue()).not.toBeNull();
    expect(polls.at(-1)).toBeNull();
  });

  test('asks no sooner than the server wants, whoever calls', async () => {
    await work.pairing.start(SERVER);
    await Promise.all([work.pairing.poll(), work.pairing.poll(), pollAfter(1_000)]);
    expect(server.connect.asked).toEqual(['code', 'device_code']);
    await pollAfter(INTERVAL_MS);
    await Promise.all([work.pairing.poll(), work.pairing.poll()]);
    expect(server.connect.asked).toEqual(['code', 'device_code', 'device_code']);
    expect(polls.at(-1)).toBe(now + INTERVAL_MS);
  });

  test('counts the pause from the answer, so that no slow one has it asked too soon', async () => {
    await work.pairing.start(SERVER);
    server.connect.fault = () => {
      now += 800;
      return null;
    };
    await pollAfter(INTERVAL_MS);
    expect(polls.at(-1)).toBe(now + INTERVAL_MS);
    await pollAfter(INTERVAL_MS - 100);
    expect(server.connect.asked).toEqual(['code', 'device_code']);
  });

  test('waits longer when it is told to, up to a minute, and no longer than the code is good', async () => {
    await work.pairing.start(SERVER);
    server.connect.approval = 'slow_down';
    const waits: number[] = [];
    while ((await shown()).phase === 'waiting') {
      const [at] = polls.slice(-1);
      if (at === null || at === undefined) throw new Error('nobody would ask again');
      waits.push(at - now);
      now = at;
      await work.pairing.poll();
      expect(waits.length).toBeLessThan(100);
    }
    expect(Math.max(...waits)).toBe(60_000);
    expect(waits.slice(0, 4)).toEqual([5_000, 10_000, 15_000, 20_000]);
    expect(await shown()).toEqual({ phase: 'ended', server: SERVER, code: 'approval_expired' });
    expect(now - NOW).toBeLessThanOrEqual(660_000);
  });

  test.each([
    ['denied', 'approval_denied'],
    ['expired', 'approval_expired'],
  ] as const)('that is %s says so, and ends', async (approval, code) => {
    await work.pairing.start(SERVER);
    server.connect.approval = approval;
    await pollAfter(INTERVAL_MS);
    expect(await shown()).toEqual({ phase: 'ended', server: SERVER, code });
    expect(await ports.vault.pairing()).toBeNull();
    const asked = server.connect.asked.length;
    await pollAfter(INTERVAL_MS);
    expect(server.connect.asked).toHaveLength(asked);
  });

  test('says that the server does not answer, goes on, and is done when it is there again', async () => {
    await work.pairing.start(SERVER);
    server.weather = 'down';
    await pollAfter(INTERVAL_MS);
    expect(await shown()).toMatchObject({ phase: 'waiting', isUnreachable: true });
    server.weather = 'up';
    server.connect.approval = 'approved';
    await pollAfter(INTERVAL_MS);
    expect(await connection()).toBe('live');
  });

  test('to a server that does not answer at all says so at once', async () => {
    server.weather = 'down';
    expect(await work.pairing.start(SERVER)).toEqual({ ok: false, code: 'offline' });
    expect(opened).toEqual([]);
    expect(await ports.vault.pairing()).toBeNull();
  });

  test('can be given up, and what is approved afterwards connects nothing', async () => {
    await work.pairing.start(SERVER);
    server.connect.approval = 'approved';
    now += INTERVAL_MS;
    const polling = work.pairing.poll();
    await work.pairing.cancel();
    await polling;
    await pollAfter(INTERVAL_MS);
    expect(await shown()).toEqual({ phase: 'none' });
    expect(await connection()).toBe('not_connected');
    expect(await ports.vault.tokens()).toBeNull();
  });

  test('anew leaves the code before it behind', async () => {
    await work.pairing.start(SERVER);
    server.connect.code = { ...server.connect.code, userCode: 'MNPQ-RSTV' };
    await work.pairing.start(SERVER);
    expect(await shown()).toMatchObject({ userCode: 'MNPQ-RSTV' });
  });

  test('as a program is refused, and the device ended again', async () => {
    server.connect.identity = { ...server.connect.identity, role: 'feed', seat: null };
    await connectNow(server, work);
    expect(await shown()).toEqual({ phase: 'ended', server: SERVER, code: 'not_a_person' });
    expect(await ports.vault.read()).toBeNull();
    expect(server.connect.devices.map(({ isEnded }) => isEnded)).toEqual([true]);
  });

  test('again ends the device before it on the server', async () => {
    await connectNow(server, work);
    await connectNow(server, work);
    expect(server.connect.devices.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    expect(await connection()).toBe('live');
  });

  test('a clock that was set back ends the wait', async () => {
    await work.pairing.start(SERVER);
    await pollAfter(-3_600_000);
    expect(await shown()).toEqual({ phase: 'ended', server: SERVER, code: 'approval_expired' });
  });
});

describe('disconnecting', () => {
  test('forgets the tokens first, and then ends the device on the server', async () => {
    await connectNow(server, work);
    const disconnecting = work.disconnect();
    await settle();
    expect(await ports.vault.tokens()).toBeNull();
    await disconnecting;
    expect(server.connect.devices.map(({ isEnded }) => isEnded)).toEqual([true]);
    expect(await connection()).toBe('not_connected');
  });

  test('ends a device whose access token has run out meanwhile', async () => {
    await connectNow(server, work);
    now += 3_600_000;
    await work.disconnect();
    expect(server.connect.devices.map(({ isEnded }) => isEnded)).toEqual([true]);
  });

  test('while the server is away is done here all the same', async () => {
    await connectNow(server, work);
    server.weather = 'down';
    await work.disconnect();
    expect(await ports.vault.tokens()).toBeNull();
    expect(await connection()).toBe('not_connected');
  });
});

describe('what an organisation sets', () => {
  const set = (managed: Partial<typeof NOTHING_MANAGED>): void => {
    ports.readManaged = () => Promise.resolve({ ...NOTHING_MANAGED, ...managed });
    work = workOn(ports);
  };

  test('lets no other server be connected', async () => {
    set({ server: 'https://ours.example' });
    expect(await work.pairing.start(SERVER)).toEqual({ ok: false, code: 'not_as_managed' });
    expect(server.connect.asked).toEqual([]);
  });

  test('lets no other contract be connected, and ends the device again', async () => {
    set({ server: SERVER, contract: 'Fernhill Talent' });
    await connectNow(server, work);
    expect(await shown()).toEqual({ phase: 'ended', server: SERVER, code: 'not_as_managed' });
    expect(await ports.vault.read()).toBeNull();
    expect(server.connect.devices.map(({ isEnded }) => isEnded)).toEqual([true]);
  });

  test('lets its own be connected', async () => {
    set({ server: SERVER, contract: 'Larkfield Staffing' });
    await connectNow(server, work);
    expect(await connection()).toBe('live');
    await work.managedChanged();
    expect(await connection()).toBe('live');
  });

  test('ends what it speaks against while it runs', async () => {
    await connectNow(server, work);
    set({ contract: 'Fernhill Talent' });
    await work.managedChanged();
    expect(await connection()).toBe('not_connected');
    expect(await shown()).toEqual({ phase: 'ended', server: SERVER, code: 'not_as_managed' });
    expect(await ports.stored.gate.getValue()).toBeNull();
    expect(server.connect.devices.map(({ isEnded }) => isEnded)).toEqual([true]);
  });
});

test('a worker killed anywhere while it waits, or as it is approved, connects in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(30), { maxLength: 12 }), fc.nat(11), async (kills, when) => {
      now = NOW;
      server = new MemoryServer(() => now);
      server.connect.approval = 'pending';
      ports = memoryPorts(server, () => now);
      await workOn(ports).pairing.start(SERVER);
      for (const [index, afterSteps] of kills.entries()) {
        if (index === when) server.connect.approval = 'approved';
        now += INTERVAL_MS;
        const life = new Life();
        life.left = afterSteps;
        const worker = workOn(life.wrap(ports));
        void worker.pairing.poll();
        await settle();
      }
      // Tokens come once: a worker that was killed on the very answer has lost them for good.
      const isLost = server.connect.devices.length > 0 && !(await hasTokens());
      if (kills.length <= when) server.connect.approval = 'approved';
      now += INTERVAL_MS;
      await workOn(ports).pairing.poll();
      await settle();
      if (isLost) {
        expect(await shown()).toEqual({ phase: 'ended', server: SERVER, code: 'approval_expired' });
        return;
      }
      expect(await shown()).toEqual({ phase: 'none' });
      expect(await ports.vault.pairing()).toBeNull();
      const tokens = await ports.vault.tokens();
      expect(server.connect.takes(tokens?.accessToken ?? '')).toBe(true);
      await workOn(ports).wake();
      expect(await connection()).toBe('live');
    }),
    { numRuns: 300 },
  );
});

async function hasTokens(): Promise<boolean> {
  const [pairing, tokens] = await Promise.all([ports.vault.pairing(), ports.vault.tokens()]);
  return tokens !== null || (pairing !== null && pairing.tokens !== null);
}
