import { createClient } from '@libsql/client';
import { describe, expect, test } from 'vitest';
import { endPerson } from '#server/identity/end-person.ts';
import { networkOf } from '#server/identity/sign-ins.ts';
import { listSignIns } from '#server/identity/sign-in-store.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { setUp, START, TestServer } from '#test/server/harness.ts';
import { PASSWORD } from '#test/server/people.ts';

const ADMIN = { role: 'admin' } as const;

async function begin() {
  const server = await TestServer.start();
  const { contract } = await setUp(server);
  const invite = (email = 'kim@example.com') => server.invite(contract, email, ADMIN);
  return { server, contract, invite };
}

const signInsOf = (server: TestServer) =>
  server.running.ledger.database.read((reader) => listSignIns(reader, 100));

describe('an invitation', () => {
  test('lets its person in once, with a password of their own', async () => {
    const { server, invite } = await begin();
    const link = await invite();
    const kim = server.person();
    const page = await (await kim.open(link)).text();
    for (const shown of ['Join Fernhill Talent', 'kim@example.com', 'as an admin']) {
      expect(page).toContain(shown);
    }
    await kim.accept(link);
    const { accessToken: token } = await kim.connect({ role: 'admin' });
    expect((await server.ask('GET', '/v1/seats', { token })).status).toBe(200);
    const again = server.person();
    expect((await again.open(link)).status).toBe(404);
    const form = { name: 'Eve', password: PASSWORD, again: PASSWORD };
    expect((await again.send(link, form)).status).toBe(404);
    expect((await server.person().open('/invite/gsi_none')).status).toBe(404);
  });

  test('is good for a week, and a later one takes it back', async () => {
    const { server, invite } = await begin();
    const [first, second] = [await invite(), await invite()];
    expect((await server.person().open(first)).status).toBe(404);
    server.sleepTo(START + 7 * DAY_MS - 1);
    expect((await server.person().open(second)).status).toBe(200);
    server.sleepTo(START + 7 * DAY_MS);
    expect((await server.person().open(second)).status).toBe(404);
  });

  test.each([
    ['a short password', 'eleven char', 'eleven char', 'at least 12 characters'],
    ['a long one', 'x'.repeat(129), 'x'.repeat(129), 'at most 128 characters'],
    ['the address', 'kim@example.com', 'kim@example.com', 'is no password'],
    ['two that differ', PASSWORD, `${PASSWORD}!`, 'passwords differ'],
  ])('refuses %s, and can be tried again', async (_what, password, again, why) => {
    const { server, invite } = await begin();
    const link = await invite();
    const kim = server.person();
    const refused = await kim.send(link, { name: 'Kim', password, again });
    const page = await refused.text();
    expect([refused.status, page]).toEqual([400, expect.stringContaining(why)]);
    expect(page).not.toMatch(/type="password"\s+value="[^"]/);
    await kim.accept(link);
  });

  test('is no way past the password of who has one, nor for somebody else', async () => {
    const { server, contract, invite } = await begin();
    await server.person().accept(await invite());
    const to = { role: 'lead', teams: 'all' } as const;
    const link = await server.invite(contract, 'kim@example.com', to);
    const eve = server.person();
    expect(await (await eve.open(link)).text()).toContain('Sign in as kim@example.com');
    const form = { name: 'Eve', password: 'a password that Eve knows', again: '' };
    await eve.send(link, { ...form, again: form.password });
    expect((await eve.signIn('kim@example.com', form.password)).status).toBe(400);
    await eve.accept(await invite('eve@example.com'));
    expect(await (await eve.open(link)).text()).toContain('is for kim@example.com');
    await eve.send(link, {});
    const kim = server.person();
    expect((await kim.signIn('kim@example.com')).status).toBe(303);
    await kim.accept(link);
    await kim.connect({ role: 'lead' });
  });

  test('to a new password ends all sessions, and leaves devices connected', async () => {
    const { server, contract, invite } = await begin();
    const kim = server.person();
    await kim.accept(await invite());
    const { accessToken: token } = await kim.connect({ role: 'admin' });
    const link = await server.invite(contract, 'kim@example.com', { role: null });
    const elsewhere = server.person();
    await elsewhere.accept(link, 'another sentence entirely');
    expect((await kim.open('/devices')).status).toBe(303);
    expect((await kim.signIn('kim@example.com', PASSWORD)).status).toBe(400);
    expect((await kim.signIn('kim@example.com', 'another sentence entirely')).status).toBe(303);
    expect((await server.ask('GET', '/v1/me', { token })).status).toBe(200);
  });

  test('to a seat ends the devices of who was invited to it before', async () => {
    const { server, contract } = await begin();
    const to = { role: 'recruiter', seat: 'seat-1' } as const;
    const [before, after] = [server.person(), server.person()];
    await before.accept(await server.invite(contract, 'before@example.com', to));
    const { accessToken: token } = await before.connect(to);
    await after.accept(await server.invite(contract, 'after@example.com', to));
    expect((await server.problem('GET', '/v1/me', { token })).code).toBe('token_unknown');
    await expect(before.connect(to)).rejects.toThrow();
    await after.connect(to);
  });
});

describe('signing in', () => {
  test('takes the right password alone, and says the same of a wrong one and of nobody', async () => {
    const { server, invite } = await begin();
    await server.person().accept(await invite());
    const said = async (email: string, password: string) => {
      const answer = await server.person().signIn(email, password);
      return [answer.status, (await answer.text()).replaceAll(email, '')];
    };
    const wrong = await said('kim@example.com', `${PASSWORD} `);
    expect(wrong[0]).toBe(400);
    expect(await said('nobody@example.com', PASSWORD)).toEqual(wrong);
    expect((await server.person().signIn('KIM@example.com')).status).toBe(303);
  });

  test('leads to a page of this server and nowhere else', async () => {
    const { server, invite } = await begin();
    await server.person().accept(await invite());
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'x']) {
      const form = { email: 'kim@example.com', password: PASSWORD, next };
      const answer = await server.person().send('/sign-in', form);
      expect(answer.headers.get('location')).toBe('/devices');
    }
  });

  test('ends with signing out, on the server too', async () => {
    const { server, invite } = await begin();
    const kim = server.person();
    await kim.accept(await invite());
    const { cookie } = kim;
    expect((await kim.send('/sign-out', {})).headers.get('location')).toBe('/signed-out');
    const stolen = await server.person().open('/devices', { cookie });
    expect([stolen.status, stolen.headers.get('location')]).toEqual([
      303,
      '/sign-in?next=%2Fdevices',
    ]);
  });

  test('its cookie cannot be read by scripts, nor goes along with forms of other sites', async () => {
    const { server, invite } = await begin();
    const kim = server.person();
    await kim.accept(await invite());
    const answer = await server.person().signIn('kim@example.com');
    const cookies = answer.headers.getSetCookie().filter((each) => each.includes('session_token'));
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/; HttpOnly/);
    expect(cookies[0]).toMatch(/; SameSite=Lax/);
    for (const origin of ['https://evil.example', 'null', '']) {
      const forged = await kim.send('/sign-out', {}, { origin });
      expect(forged.status).toBe(403);
    }
    expect((await kim.open('/devices')).status).toBe(200);
  });

  test('is limited on one account, with when to try again', async () => {
    const { server, invite } = await begin();
    await server.person().accept(await invite());
    const statuses: number[] = [];
    let last: Response | null = null;
    for (let count = 0; count < 9; count += 1) {
      last = await server.person().signIn('kim@example.com', 'not the password');
      statuses.push(last.status);
    }
    expect(statuses).toEqual([...Array.from({ length: 8 }, () => 400), 429]);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(30);
    expect(await last?.text()).toContain('That was too often');
    // Not even the right one: it would tell which one is right.
    expect((await server.person().signIn('kim@example.com')).status).toBe(429);
    expect((await signInsOf(server))[0]).toMatchObject({ outcome: 'too_many' });
  });

  test('is written down: who, when, from where, and how it went', async () => {
    const { server, invite } = await begin();
    const kim = server.person();
    await kim.accept(await invite());
    server.sleepTo(START + DAY_MS);
    await kim.signIn('kim@example.com', 'wrong, but long enough');
    await kim.signIn('nobody@example.com');
    await kim.signIn('kim@example.com');
    const from = { network: '127.0.0.0/24', at: START + DAY_MS, method: 'password' };
    const invited = { at: START, method: 'invitation', outcome: 'signed_in' };
    expect(await signInsOf(server)).toMatchObject([
      { ...from, email: 'kim@example.com', outcome: 'signed_in' },
      { ...from, email: null, outcome: 'refused' },
      { ...from, email: 'kim@example.com', outcome: 'refused' },
      { ...invited, email: 'kim@example.com', network: '127.0.0.0/24' },
    ]);
    server.sleepTo(START + 182 * DAY_MS);
    await kim.signIn('kim@example.com');
    expect(await signInsOf(server)).toHaveLength(1);
  });

  test.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:db8::6', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['', 'unknown'],
  ])('from %s is from %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a person who is taken out of a contract', () => {
  test('has nothing there any more, and is forgotten who is in no other', async () => {
    const { server, contract, invite } = await begin();
    const kim = server.person();
    await kim.accept(await invite());
    const other = await setUp(server, { name: 'Other Company' });
    await kim.accept(await server.invite(other.contract, 'kim@example.com', ADMIN));
    const here = await kim.connect({ role: 'admin', contract });
    const there = await kim.connect({ role: 'admin', contract: other.contract });

    const { ledger } = server.running;
    expect(await endPerson(ledger, contract, 'Kim@example.com')).toEqual({ isForgotten: false });
    const me = (token: string) => server.fetch('GET', '/v1/me', { token });
    expect((await me(here.accessToken)).status).toBe(401);
    expect((await me(there.accessToken)).status).toBe(200);
    await expect(kim.connect({ role: 'admin', contract })).rejects.toThrow();

    expect(await endPerson(ledger, other.contract, 'kim@example.com')).toEqual({
      isForgotten: true,
    });
    expect((await kim.open('/devices')).status).toBe(303);
    expect((await kim.signIn('kim@example.com')).status).toBe(400);
    const client = createClient({ url: server.databaseUrl });
    const { rows } = await client.execute("select * from person where email like 'kim%'");
    client.close();
    expect(rows).toEqual([]);
  });

  test('who has not come yet cannot come any more', async () => {
    const { server, contract, invite } = await begin();
    const link = await invite();
    const { ledger } = server.running;
    expect(await endPerson(ledger, contract, 'kim@example.com')).toEqual({ isForgotten: true });
    await expect(server.person().accept(link)).rejects.toThrow();
    await expect(endPerson(ledger, contract, 'kim@example.com')).rejects.toThrow('Nobody signs in');
  });
});
