import { createClient } from '@libsql/client';
import { describe, expect, test } from 'vitest';
import { connectCodeSchema, connectTokensSchema } from '#shared/wire/connect.ts';
import { fetchTokens, holderWorld, redeem, refresh, SEAT } from '#test/server/holder-world.ts';
import type { TestServer } from '#test/server/harness.ts';
import { PASSWORD } from '#test/server/people.ts';

/** Another process's hold on the file, let go after a moment; what is written meanwhile has to wait. */
async function whileLocked<Result>(
  server: TestServer,
  work: () => Promise<Result>,
): Promise<Result> {
  const other = createClient({ url: server.databaseUrl });
  const held = await other.transaction('write');
  const release = async (): Promise<void> => {
    await held.rollback();
    other.close();
  };
  const released = new Promise<void>((resolve) => {
    setTimeout(() => void release().then(resolve), 150);
  });
  const [result] = await Promise.all([work(), released]);
  return result;
}

async function countIn(server: TestServer, table: string): Promise<number> {
  const third = createClient({ url: server.databaseUrl });
  const { rows } = await third.execute(`select count(*) as n from ${table}`);
  third.close();
  return Number(rows[0]?.['n']);
}

describe("what the identity library writes goes through the server's one queue", () => {
  test('a session that was acknowledged while the file was locked is on disk', async () => {
    const { server, nora } = await holderWorld();
    const before = await countIn(server, 'person_session');
    const signedIn = await whileLocked(server, () =>
      Promise.all(Array.from({ length: 4 }, () => nora.signIn('nora@example.com'))),
    );
    expect(signedIn.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    // Without the queue a write after the lock seems to succeed, and is gone with its connection.
    await nora.signIn('nora@example.com');
    await server.restart();
    expect(await countIn(server, 'person_session')).toBe(before + 5);
    expect((await nora.open('/devices')).status).toBe(200);
  });

  test('so is a request, its approval, the device and its refreshed tokens', async () => {
    const { server, nora } = await holderWorld();
    const body = { device: 'Chromium on Linux' };
    const code = await whileLocked(server, () =>
      server.call(connectCodeSchema, 'POST', '/v1/connect/code', { body }),
    );
    await whileLocked(server, () => nora.settle(code.verificationUrl, SEAT));
    const tokens = await whileLocked(server, () => fetchTokens(server, redeem(code)));
    const fresh = await whileLocked(server, () => fetchTokens(server, refresh(tokens)));
    await server.restart();
    const token = connectTokensSchema.parse(fresh).accessToken;
    expect((await server.ask('GET', '/v1/me', { token })).status).toBe(200);
    expect(await countIn(server, 'device_request')).toBe(0);
  });

  test('and it writes between the ledger’s own writes, all of which are kept', async () => {
    const { server, contract } = await holderWorld();
    const invite = (email: string) => server.invite(contract, email, { role: 'admin' });
    const links = await Promise.all(['a', 'b', 'c'].map((name) => invite(`${name}@example.com`)));
    await whileLocked(server, () =>
      Promise.all(links.map((link) => server.person().accept(link, PASSWORD))),
    );
    await server.restart();
    for (const name of ['a', 'b', 'c']) {
      expect((await server.person().signIn(`${name}@example.com`)).status).toBe(303);
    }
  });
});
