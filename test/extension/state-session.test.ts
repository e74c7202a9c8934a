import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ApiFault, ApiOutcome } from '#extension/state/api-client.ts';
import type { Tokens } from '#extension/state/credentials.ts';
import { createSession, type Session, type SessionMeans } from '#extension/state/session.ts';
import { Life, settle } from '#test/extension/life.ts';
import { MemoryConnect } from '#test/extension/memory-connect.ts';
import { MemoryVault } from '#test/extension/memory-vault.ts';
import { pairingSample } from '#test/extension/pairing-sample.ts';
import { NOW } from '#test/extension/sample-reading.ts';

const MINUTE_MS = 60_000;
const TARGET = {
  server: 'https://standing.example',
  connection: 'one',
  identity: new MemoryConnect(() => NOW).identity,
};

let now = NOW;
let server: MemoryConnect;
let vault: MemoryVault;
let wakes: number[];
/** When the alarm goes off; null while there is none. */
let alarmAt: number | null;

function means(): SessionMeans {
  return {
    vault,
    connectApi: server.api,
    now: () => now,
    scheduleWake: (at) => {
      alarmAt = at;
      if (at !== null) wakes.push(at);
    },
  };
}

async function connect(): Promise<void> {
  server.approval = 'approved';
  const answer = await server.api.fetchTokens(TARGET.server, {
    grant: 'device_code',
    deviceCode: 'd',
  });
  if (!answer.ok) throw new Error('no tokens');
  const { accessToken, accessExpiresInSeconds, refreshToken } = answer.value;
  const tokens: Tokens = {
    connection: TARGET.connection,
    accessToken,
    accessEndsAt: now + accessExpiresInSeconds * 1000,
    refreshToken,
  };
  const pairing = pairingSample({ id: 'p' });
  await vault.startPairing(pairing);
  await vault.connect(pairing, TARGET, tokens);
}

/** A request of the server's own: it takes a good token and says so. */
function send(token: string): Promise<ApiOutcome<string>> {
  const isGood = server.takes(token);
  return Promise.resolve(
    isGood ? { ok: true, value: token } : { ok: false, fault: { code: 'signed_out' } },
  );
}

const ask = (session: Session): Promise<ApiOutcome<string>> => session.withToken(TARGET, send);
const refreshes = (): number => server.asked.filter((name) => name === 'refresh').length;

beforeEach(async () => {
  now = NOW;
  server = new MemoryConnect(() => now);
  vault = new MemoryVault();
  wakes = [];
  alarmAt = null;
  await connect();
});

describe('a token', () => {
  test('is lent as it is while it is good', async () => {
    const session = createSession(means());
    const first = await ask(session);
    now += 10 * MINUTE_MS;
    expect(await ask(session)).toEqual(first);
    expect(refreshes()).toBe(0);
  });

  test('is fetched anew a minute before it ends, once for all that ask', async () => {
    const session = createSession(means());
    now += 14 * MINUTE_MS + 1;
    const answers = await Promise.all([ask(session), ask(session), ask(session)]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(refreshes()).toBe(1);
    // Should the worker be stopped meanwhile, it is woken while the old token still counts.
    expect(wakes).toEqual([now + 30_000]);
  });

  test('that the server does not take is fetched anew, and the request sent once more', async () => {
    const session = createSession(means());
    const [device] = server.devices;
    if (device !== undefined) device.access = 'another-one-than-ours';
    expect(await ask(session)).toMatchObject({ ok: true });
    expect(refreshes()).toBe(1);
  });

  test('that is not taken however fresh it is makes no second round', async () => {
    const session = createSession(means());
    let sent = 0;
    const answer = await session.withToken(TARGET, () => {
      sent += 1;
      return Promise.resolve({ ok: false, fault: { code: 'signed_out' } });
    });
    expect(answer).toEqual({ ok: false, fault: { code: 'unavailable', status: 401 } });
    expect(sent).toBe(2);
    expect(refreshes()).toBe(1);
  });

  test('is of one connection, and lent to no other', async () => {
    const other = { ...TARGET, connection: 'two' };
    const answer = await createSession(means()).withToken(other, send);
    expect(answer).toEqual({ ok: false, fault: { code: 'signed_out' } });
  });

  test('that the server sent broken is refused, and the one before stays', async () => {
    const before = await vault.tokens();
    now += 16 * MINUTE_MS;
    const broken = {
      accessToken: 'a b\nc',
      accessExpiresInSeconds: 900,
      refreshToken: 'x'.repeat(20),
    };
    const session = createSession({
      ...means(),
      connectApi: { fetchTokens: () => Promise.resolve({ ok: true, value: broken }) },
    });
    expect(await ask(session)).toMatchObject({ ok: false, fault: { code: 'malformed' } });
    expect(await vault.tokens()).toEqual(before);
  });
});

describe('signed out', () => {
  test('is said when the server does not know the refresh token, and then nobody asks again', async () => {
    const session = createSession(means());
    const [device] = server.devices;
    if (device !== undefined) device.isEnded = true;
    expect(await ask(session)).toEqual({ ok: false, fault: { code: 'signed_out' } });
    expect(await vault.tokens()).toBeNull();
    const asked = server.asked.length;
    expect(await ask(session)).toEqual({ ok: false, fault: { code: 'signed_out' } });
    expect(server.asked).toHaveLength(asked);
  });

  const others: [string, ApiFault, ApiFault['code']][] = [
    ['an answer that did not come', { code: 'offline' }, 'offline'],
    ['a fault of the server', { code: 'unavailable', status: 500 }, 'unavailable'],
    ['a page of another kind', { code: 'malformed', status: 401 }, 'malformed'],
    [
      'a refusal of another kind',
      {
        code: 'refused',
        problem: { type: '', title: '', status: 400, code: 'field_invalid', detail: '' },
      },
      'unavailable',
    ],
  ];
  test.each(others)('is not said for %s', async (_name, fault, code) => {
    const before = await vault.tokens();
    now += 16 * MINUTE_MS;
    server.fault = () => fault;
    const session = createSession(means());
    expect(await ask(session)).toMatchObject({ ok: false, fault: { code } });
    expect(await vault.tokens()).toEqual(before);
    server.fault = () => null;
    expect(await ask(session)).toMatchObject({ ok: true });
  });

  test('is not said of a token that is still good when no fresh one is to be had', async () => {
    now += 14 * MINUTE_MS + 30_000;
    server.fault = () => ({ code: 'offline' });
    expect(await ask(createSession(means()))).toMatchObject({ ok: true });
  });
});

test('a disconnect during a refresh is not undone by its answer', async () => {
  now += 16 * MINUTE_MS;
  const session = createSession(means());
  const asking = ask(session);
  await vault.disconnect();
  expect(await asking).toEqual({ ok: false, fault: { code: 'signed_out' } });
  expect(await vault.tokens()).toBeNull();
});

test('a refresh token that was stolen and used ends the device for both', async () => {
  const stolen = (await vault.tokens())?.refreshToken ?? '';
  now += 16 * MINUTE_MS;
  await ask(createSession(means()));
  now += 2 * MINUTE_MS;
  await server.api.fetchTokens(TARGET.server, { grant: 'refresh', refreshToken: stolen });
  expect(await ask(createSession(means()))).toEqual({ ok: false, fault: { code: 'signed_out' } });
});

describe('a worker that is woken for an exchange', () => {
  /** Killed once the server has given other tokens, and before they are kept. */
  const killedBeforeKeeping = async (): Promise<void> => {
    const { read, tokens } = vault;
    const exchangeTokens = (): Promise<never> => new Promise(() => undefined);
    void ask(createSession({ ...means(), vault: { read, tokens, exchangeTokens } }));
    await settle();
  };

  test('that was lost asks again in time, with nothing to fetch', async () => {
    const before = await vault.tokens();
    now += 15 * MINUTE_MS;
    await killedBeforeKeeping();
    expect(await vault.tokens()).toEqual(before);
    expect(alarmAt).toBe(now + 30_000);
    now += 30_000;
    await createSession(means()).resume();
    const tokens = await vault.tokens();
    expect(server.takes(tokens?.accessToken ?? '')).toBe(true);
    expect(alarmAt).toBeNull();
    // A minute later it would have been too late.
    now += 20 * MINUTE_MS;
    expect(await ask(createSession(means()))).toMatchObject({ ok: true });
  });

  test('does so where the token before it would have been good for longer', async () => {
    const [device] = server.devices;
    if (device !== undefined) device.access = 'another-one-than-ours';
    await killedBeforeKeeping();
    now += 30_000;
    await createSession(means()).resume();
    expect(server.takes((await vault.tokens())?.accessToken ?? '')).toBe(true);
  });

  test('asks once while the server is away, and not every half a minute', async () => {
    now += 15 * MINUTE_MS;
    server.fault = () => ({ code: 'offline' });
    const session = createSession(means());
    await ask(session);
    expect(alarmAt).toBe(now + 30_000);
    now += 30_000;
    await session.resume();
    expect(refreshes()).toBe(2);
    expect(alarmAt).toBeNull();
  });

  test('is not woken for one that was kept, nor after the connection has ended', async () => {
    now += 15 * MINUTE_MS;
    await ask(createSession(means()));
    expect(alarmAt).toBeNull();
    await vault.disconnect();
    const asked = server.asked.length;
    await createSession(means()).resume();
    expect(server.asked).toHaveLength(asked);
  });
});

const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('kill' as const), afterSteps: fc.nat(8) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('weather' as const),
      weather: fc.constantFrom('up' as const, 'down' as const, 'answers_lost' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.nat(20) }) },
);

test('a worker killed anywhere in a refresh never ends its own device', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
      now = NOW;
      server = new MemoryConnect(() => now);
      vault = new MemoryVault();
      alarmAt = null;
      await connect();
      const start = (): { life: Life; session: Session } => {
        const life = new Life();
        return { life, session: createSession(life.wrap(means())) };
      };
      let worker = start();
      // The alarm that a refresh has set starts a worker that asks again, with nothing to fetch.
      const wake = async (): Promise<void> => {
        if (alarmAt === null) return;
        now = Math.max(now, alarmAt);
        alarmAt = null;
        worker = start();
        await worker.session.resume();
        await settle();
      };
      for (const each of actions) {
        if (each.do === 'ask') void ask(worker.session);
        else if (each.do === 'pass') {
          // No time passes over a lost answer before the alarm has gone off, and been answered.
          server.losesAnswers = false;
          server.fault = () => null;
          await wake();
          now += each.minutes * MINUTE_MS;
        } else if (each.do === 'kill') {
          worker.life.left = each.afterSteps;
          void ask(worker.session);
          await settle();
          worker = start();
        } else {
          server.losesAnswers = each.weather === 'answers_lost';
          server.fault = () => (each.weather === 'up' ? null : { code: 'offline' });
        }
        await settle();
      }
      server.losesAnswers = false;
      server.fault = () => null;
      await wake();
      worker = start();
      expect(await ask(worker.session)).toMatchObject({ ok: true });
      expect(server.devices.map(({ isEnded }) => isEnded)).toEqual([false]);
    }),
    { numRuns: 300 },
  );
});
