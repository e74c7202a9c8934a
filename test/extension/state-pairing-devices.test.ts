import { beforeEach, describe, expect, test } from 'vitest';
import type { BackgroundWork } from '#extension/state/background-work.ts';
import type { Ports } from '#extension/state/ports.ts';
import { connectNow } from '#test/extension/connect-now.ts';
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

const shown = () => ports.stored.pairing.getValue();
const connection = () => ports.stored.connection.getValue();
const areEnded = () => server.connect.devices.map(({ isEnded }) => isEnded);

async function pollAfter(ms: number): Promise<void> {
  now += ms;
  await work.pairing.poll();
}

beforeEach(() => {
  now = NOW;
  server = new MemoryServer(() => now);
  ports = memoryPorts(server, () => now);
  work = workOn(ports);
});

/** Approved and fetched, and yet not connected, as nobody says whose it is. */
const fetchWithoutConnecting = async (): Promise<void> => {
  await work.pairing.start(SERVER);
  server.connect.approval = 'approved';
  server.connect.fault = () => (server.connect.asked.at(-1) === 'me' ? { code: 'offline' } : null);
  await pollAfter(INTERVAL_MS);
  expect((await ports.vault.pairing())?.tokens).not.toBeNull();
  expect(areEnded()).toEqual([false]);
};

// Tokens come once, and with them a device: what is not connected is ended on its server.
describe('no device stays of a wait that was', () => {
  test('given up while the tokens are on their way', async () => {
    const { connectApi } = ports;
    ports.connectApi = {
      ...connectApi,
      async fetchTokens(...request) {
        const answer = await connectApi.fetchTokens(...request);
        await work.pairing.cancel();
        return answer;
      },
    };
    await connectNow(server, work);
    expect(await shown()).toEqual({ phase: 'none' });
    expect(await connection()).toBe('not_connected');
    expect(areEnded()).toEqual([true]);
  });

  test('given up before it is known whose they are', async () => {
    await fetchWithoutConnecting();
    await work.pairing.cancel();
    expect(await shown()).toEqual({ phase: 'none' });
    expect(areEnded()).toEqual([true]);
  });

  test('begun anew before that', async () => {
    await fetchWithoutConnecting();
    server.connect.approval = 'pending';
    await work.pairing.start(SERVER);
    expect(await shown()).toMatchObject({ phase: 'waiting' });
    expect(areEnded()).toEqual([true]);
  });

  test('that the server then cannot say anything of', async () => {
    await work.pairing.start(SERVER);
    server.connect.approval = 'approved';
    server.connect.fault = () =>
      server.connect.asked.at(-1) === 'me' ? { code: 'malformed', status: 200 } : null;
    await pollAfter(INTERVAL_MS);
    expect(await shown()).toEqual({ phase: 'ended', server: SERVER, code: 'malformed' });
    expect(areEnded()).toEqual([true]);
  });
});
