import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addSeat } from '#server/contracts/seats.ts';
import { identitySchema } from '#shared/wire/identity.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { START, TestServer } from '#test/server/harness.ts';
import {
  fetchTokens,
  holderWorld,
  redeem,
  refresh,
  refuseTokens,
  requestCode,
  SEAT,
} from '#test/server/holder-world.ts';
import { PASSWORD } from '#test/server/people.ts';

const MINUTE_MS = 60_000;

describe('a device that asks to be connected', () => {
  test('waits until its code is approved, and is given tokens once', async () => {
    const { server, contract, nora } = await holderWorld();
    const code = await requestCode(server);
    expect(code.userCode).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(code).toMatchObject({ expiresInSeconds: 600, intervalSeconds: 5 });
    expect(code.verificationUrl).toBe(`${server.running.url}/connect?code=${code.userCode}`);
    expect(await refuseTokens(server, redeem(code))).toBe('approval_pending');
    expect(await refuseTokens(server, redeem(code))).toBe('slow_down');

    const page = await (await nora.open(code.verificationUrl)).text();
    for (const shown of ['Firefox on Linux', code.userCode, 'seat-1', 'Holder 1', 'Fernhill']) {
      expect(page).toContain(shown);
    }
    const settled = await nora.settle(code.verificationUrl, SEAT);
    expect([settled.status, await settled.text()]).toEqual([
      200,
      expect.stringContaining('Connected'),
    ]);
    const another = await requestCode(server);
    await nora.settle(another.verificationUrl, SEAT);
    const tokens = await fetchTokens(server, redeem(another));
    expect(tokens).toMatchObject({ accessExpiresInSeconds: 900 });
    expect(await refuseTokens(server, redeem(another))).toBe('approval_expired');

    const token = tokens.accessToken;
    const me = await server.call(identitySchema, 'GET', '/v1/me', { token });
    expect(me).toMatchObject({ contract: { id: contract }, role: 'recruiter', seat: 'seat-1' });
    expect(me.device?.name).toBe('Firefox on Linux');
    expect((await server.reading(token)).seat.id).toBe('seat-1');
  });

  test('that is denied is told so, and its code is used up', async () => {
    const { server, nora } = await holderWorld();
    const code = await requestCode(server);
    expect((await nora.settle(code.verificationUrl, SEAT, 'deny')).status).toBe(200);
    expect(await refuseTokens(server, redeem(code))).toBe('approval_denied');
    expect(await refuseTokens(server, redeem(code))).toBe('approval_expired');
    expect((await nora.open(code.verificationUrl)).status).toBe(404);
  });

  test('asks too often from one address, and is told when to ask again', async () => {
    const server = await TestServer.start();
    const ask = () =>
      server.ask('POST', '/v1/connect/code', { body: { device: 'Firefox on Linux' } });
    let answer = await ask();
    for (let count = 1; answer.status === 200 && count < 100; count += 1) answer = await ask();
    expect(answer).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('with a code that nobody has heard of is told what an expired one is told', async () => {
    const { server } = await holderWorld();
    const body = { grant: 'device_code', deviceCode: 'x'.repeat(40) };
    expect(await refuseTokens(server, body)).toBe('approval_expired');
  });

  test('cannot be approved for a seat of somebody else, nor by somebody else once opened', async () => {
    const { server, contract, nora } = await holderWorld();
    const code = await requestCode(server);
    await nora.open(code.verificationUrl);
    const seat2 = JSON.stringify([contract, 'recruiter', 'seat-2']);
    const form = { code: code.userCode, place: seat2, decision: 'approve' };
    expect((await nora.send('/connect', form)).status).toBe(404);
    const lead = JSON.stringify([contract, 'lead', null]);
    expect((await nora.send('/connect', { ...form, place: lead })).status).toBe(404);

    const sam = server.person();
    const to = { role: 'recruiter', seat: 'seat-2' } as const;
    await sam.accept(await server.invite(contract, 'sam@example.com', to));
    expect((await sam.open(code.verificationUrl)).status).toBe(404);
    expect((await sam.send('/connect', form)).status).toBe(404);
    expect(await refuseTokens(server, redeem(code))).toBe('approval_pending');
  });

  test('whose person has lost the seat meanwhile gets nothing', async () => {
    const { server, contract, nora } = await holderWorld();
    const lead = server.join(contract, { role: 'lead', teams: 'all' });
    const code = await requestCode(server);
    await nora.settle(code.verificationUrl, SEAT);
    const event = { id: 't', type: 'seat.transferred', at: '2026-01-05T09:00:00Z' };
    await server.events(lead, [{ ...event, seat: 'seat-1', to: 'Ada' }]);
    expect(await refuseTokens(server, redeem(code))).toBe('approval_denied');
    expect(await (await nora.open('/connect?code=ABCDEFGH')).text()).toContain('no such code');
  });

  test('is not let in by a stranger: the approval page asks to sign in, and comes back', async () => {
    const { server } = await holderWorld();
    const code = await requestCode(server);
    const stranger = server.person();
    const asked = await stranger.open(code.verificationUrl);
    const next = encodeURIComponent(`/connect?code=${code.userCode}`);
    expect([asked.status, asked.headers.get('location')]).toEqual([303, `/sign-in?next=${next}`]);
    const back = await stranger.send('/sign-in', {
      email: 'Nora@Example.com',
      password: PASSWORD,
      next: `/connect?code=${code.userCode}`,
    });
    expect(back.headers.get('location')).toBe(`/connect?code=${code.userCode}`);
    expect((await stranger.settle(code.verificationUrl, SEAT)).status).toBe(200);
  });

  test('of a person with several places is connected to the one that they choose', async () => {
    const { server, contract, nora } = await holderWorld();
    await addSeat(server.running.ledger, contract, { id: 'seat-9', holder: 'Nora too' });
    const invite = (to: Parameters<TestServer['invite']>[2]) =>
      server.invite(contract, 'nora@example.com', to);
    await nora.accept(await invite({ role: 'recruiter', seat: 'seat-9' }));
    await nora.accept(await invite({ role: 'admin' }));
    const seat = await nora.connect({ role: 'recruiter', seat: 'seat-9' });
    expect((await server.reading(seat.accessToken, 'seat-9')).seat.holder).toBe('Nora too');
    const admin = await nora.connect({ role: 'admin' });
    const token = admin.accessToken;
    expect(await server.call(identitySchema, 'GET', '/v1/me', { token })).toMatchObject({
      role: 'admin',
      seat: null,
    });
  });
});

describe('tokens', () => {
  test('an access token expires after a quarter of an hour, and is refreshed', async () => {
    const { server, nora } = await holderWorld();
    const tokens = await nora.connect(SEAT);
    server.sleepTo(START + 15 * MINUTE_MS - 1);
    expect((await server.ask('GET', '/v1/me', { token: tokens.accessToken })).status).toBe(200);
    server.sleepTo(START + 15 * MINUTE_MS);
    const expired = await server.problem('GET', '/v1/me', { token: tokens.accessToken });
    expect(expired).toMatchObject({ status: 401, code: 'token_expired' });
    const fresh = await fetchTokens(server, refresh(tokens));
    expect((await server.ask('GET', '/v1/me', { token: fresh.accessToken })).status).toBe(200);
  });

  test('a refresh ends the access token before', async () => {
    const { server, nora } = await holderWorld();
    const tokens = await nora.connect(SEAT);
    await fetchTokens(server, refresh(tokens));
    const before = await server.problem('GET', '/v1/me', { token: tokens.accessToken });
    expect(before.code).toBe('token_unknown');
  });

  test('a lost answer may be asked for again within a minute', async () => {
    const { server, nora } = await holderWorld();
    const tokens = await nora.connect(SEAT);
    await fetchTokens(server, refresh(tokens));
    server.sleepTo(START + MINUTE_MS);
    const again = await fetchTokens(server, refresh(tokens));
    expect((await server.ask('GET', '/v1/me', { token: again.accessToken })).status).toBe(200);
    const next = await fetchTokens(server, refresh(again));
    expect((await server.ask('GET', '/v1/me', { token: next.accessToken })).status).toBe(200);
  });

  test.each([
    ['the one before, after a minute', MINUTE_MS + 1, 1],
    ['an older one, at once', 0, 2],
  ])(
    '%s: a refresh token that is used again ends its device',
    async (_what, laterMs, refreshes) => {
      const { server, nora } = await holderWorld();
      const stolen = await nora.connect(SEAT);
      const other = await nora.connect(SEAT);
      let current = stolen;
      for (let count = 0; count < refreshes; count += 1) {
        current = await fetchTokens(server, refresh(current));
      }
      server.sleepTo(START + laterMs);
      expect(await refuseTokens(server, refresh(stolen))).toBe('token_unknown');
      const { code } = await server.problem('GET', '/v1/me', { token: current.accessToken });
      expect(code).toBe('token_unknown');
      expect(await refuseTokens(server, refresh(current))).toBe('token_unknown');
      expect((await server.ask('GET', '/v1/me', { token: other.accessToken })).status).toBe(200);
    },
  );

  test('a refresh token of no device, of another shape, or of an access token is not known', async () => {
    const { server, nora } = await holderWorld();
    const { accessToken, refreshToken } = await nora.connect(SEAT);
    const forged = `${refreshToken.slice(0, 4)}${'A'.repeat(65)}`;
    for (const each of [forged, accessToken, 'x']) {
      expect(await refuseTokens(server, { grant: 'refresh', refreshToken: each })).toBe(
        'token_unknown',
      );
    }
    expect((await server.ask('GET', '/v1/me', { token: accessToken })).status).toBe(200);
    const asAccess = await server.problem('GET', '/v1/me', { token: refreshToken });
    expect(asAccess.code).toBe('token_unknown');
  });

  test('a device that nobody has used for 90 days is connected anew', async () => {
    const { server, nora } = await holderWorld();
    const [used, unused] = [await nora.connect(SEAT), await nora.connect(SEAT)];
    server.sleepTo(START + 60 * DAY_MS);
    const fresh = await fetchTokens(server, refresh(used));
    server.sleepTo(START + 90 * DAY_MS + 1);
    expect(await refuseTokens(server, refresh(unused))).toBe('token_unknown');
    await fetchTokens(server, refresh(fresh));
  });

  test('outlive a restart of the server', async () => {
    const { server, nora } = await holderWorld();
    const tokens = await nora.connect(SEAT);
    await server.restart();
    expect((await server.ask('GET', '/v1/me', { token: tokens.accessToken })).status).toBe(200);
    await fetchTokens(server, refresh(tokens));
    expect((await nora.open('/devices')).status).toBe(200);
  });

  test('no secret is in the database file: neither of devices nor of people', async () => {
    const { server, contract, nora } = await holderWorld();
    const waiting = await requestCode(server);
    const tokens = await nora.connect(SEAT);
    const next = await fetchTokens(server, refresh(tokens));
    const link = await server.invite(contract, 'new@example.com', { role: 'admin' });
    const [, session = ''] = /session_token=([^.;]+)/.exec(decodeURIComponent(nora.cookie)) ?? [];
    expect(session.length).toBeGreaterThan(20);
    const secrets = [
      waiting.deviceCode,
      ...[tokens, next].flatMap((each) => [each.accessToken, each.refreshToken]),
      link.split('/').at(-1) ?? '',
      session,
      PASSWORD,
    ];
    await server.stop();
    const bytes = readdirSync(server.folder)
      .filter((name) => name.startsWith('good-standing.db') && !name.endsWith('.secret'))
      .map((name) => readFileSync(join(server.folder, name), 'latin1'))
      .join('');
    // What is looked for would be found: the code that people read is no secret.
    expect(bytes).toContain(waiting.userCode.replace('-', ''));
    for (const secret of secrets) {
      expect(bytes).not.toContain(secret);
      // Nor as its random part alone.
      expect(bytes).not.toContain(secret.replace(/^gs[ri]?_/, ''));
    }
  });
});
