import { describe, expect, test } from 'vitest';
import { deviceListSchema, type ConnectTokens } from '#shared/wire/connect.ts';
import { setUp, START, type TestServer } from '#test/server/harness.ts';
import { holderWorld, refresh, refuseTokens, SEAT } from '#test/server/holder-world.ts';

describe('a device that is connected', () => {
  const devicesOf = async (server: TestServer, token: string) =>
    (await server.call(deviceListSchema, 'GET', '/v1/devices', { token })).devices;

  const idOf = async (server: TestServer, { accessToken }: ConnectTokens): Promise<string> =>
    (await devicesOf(server, accessToken)).find(({ isThis }) => isThis)?.id ?? '';

  test('is in the list of its person, its lead and its admin, and of nobody else', async () => {
    const { server, contract, nora } = await holderWorld();
    const own = await nora.connect(SEAT, 'Edge on Windows');
    const sam = server.person();
    const to = { role: 'recruiter', seat: 'seat-2' } as const;
    await sam.accept(await server.invite(contract, 'sam@example.com', to));
    const other = await sam.connect(to, 'Firefox on macOS');
    const lead = server.join(contract, { role: 'lead', teams: 'all' });
    const admin = server.join(contract, { role: 'admin' });
    const names = async (token: string) =>
      (await devicesOf(server, token)).map(({ name }) => name).sort();

    expect(await names(own.accessToken)).toEqual(['Edge on Windows']);
    expect(await names(other.accessToken)).toEqual(['Firefox on macOS']);
    const both = ['Edge on Windows', 'Firefox on macOS'];
    expect(await names(lead)).toEqual(['Chromium on Linux', ...both].sort());
    expect(await names(admin)).toEqual(
      ['Chromium on Linux', 'Chromium on Linux', 'Feed', ...both].sort(),
    );
    const [seen] = await devicesOf(server, own.accessToken);
    expect(seen).toMatchObject({
      role: 'recruiter',
      seat: { id: 'seat-1', holder: 'Holder 1' },
      person: { name: 'Robin Ellery', email: 'nora@example.com' },
      connectedAt: START,
      isThis: true,
    });
  });

  test.each(['itself', 'another of its person', 'a lead', 'an admin', 'its person, on the page'])(
    'is ended by %s',
    async (by) => {
      const { server, contract, nora } = await holderWorld();
      const tokens = await nora.connect(SEAT);
      const id = await idOf(server, tokens);
      const path = `/v1/devices/${id}/end`;
      if (by === 'itself') {
        await server.ask('POST', '/v1/connect/end', { token: tokens.accessToken });
      } else if (by === 'another of its person') {
        const { accessToken } = await nora.connect(SEAT);
        await server.ask('POST', path, { token: accessToken });
      } else if (by === 'its person, on the page') {
        expect(await (await nora.open('/devices')).text()).toContain(id);
        await nora.send('/devices/end', { contract, device: id });
      } else {
        const role = by === 'a lead' ? ({ role: 'lead', teams: 'all' } as const) : null;
        const token = server.join(contract, role ?? { role: 'admin' });
        expect((await server.ask('POST', path, { token })).status).toBe(200);
      }
      const ended = await server.problem('GET', '/v1/me', { token: tokens.accessToken });
      expect(ended).toMatchObject({ status: 401, code: 'token_unknown' });
      expect(await refuseTokens(server, refresh(tokens))).toBe('token_unknown');
    },
  );

  test('is ended by nobody else, who cannot tell whether it is there', async () => {
    const { server, contract, nora } = await holderWorld();
    const tokens = await nora.connect(SEAT);
    const id = await idOf(server, tokens);
    const sam = server.person();
    const to = { role: 'recruiter', seat: 'seat-2' } as const;
    await sam.accept(await server.invite(contract, 'sam@example.com', to));
    const { accessToken: token } = await sam.connect(to);
    const foreign = await setUp(server, { name: 'Other Company' });
    for (const each of [token, foreign.lead, foreign.admin]) {
      const there = await server.problem('POST', `/v1/devices/${id}/end`, { token: each });
      const not = await server.problem('POST', '/v1/devices/none/end', { token: each });
      expect({ ...there, requestId: '' }).toEqual({ ...not, requestId: '' });
      expect(there).toMatchObject({ status: 404, code: 'device_unknown' });
    }
    await sam.send('/devices/end', { contract, device: id });
    expect((await server.ask('GET', '/v1/me', { token: tokens.accessToken })).status).toBe(200);
  });
});
