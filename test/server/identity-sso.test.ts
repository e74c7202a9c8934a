import { OAuth2Server } from 'oauth2-mock-server';
import { afterEach, describe, expect, test } from 'vitest';
import { listSignIns } from '#server/identity/sign-in-store.ts';
import { setUp, TestServer } from '#test/server/harness.ts';
import { PASSWORD, type TestPerson } from '#test/server/people.ts';

type Claims = { sub: string; email: string; email_verified?: boolean; name: string };

const providers: OAuth2Server[] = [];
afterEach(async () => {
  for (const provider of providers.splice(0)) {
    if (provider.listening) await provider.stop();
  }
});

/** A provider that knows one person, who signs in there by being sent to it. */
async function startProvider(claims: Claims) {
  const provider = new OAuth2Server();
  await provider.issuer.keys.generate('RS256');
  await provider.start(0, '127.0.0.1');
  providers.push(provider);
  const known = { current: claims };
  provider.service.on('beforeTokenSigning', (token: { payload: object }) => {
    Object.assign(token.payload, known.current, { aud: 'good-standing' });
  });
  provider.service.on('beforeUserinfo', (answer: { body: unknown }) => {
    answer.body = known.current;
  });
  return { issuer: provider.issuer.url ?? '', known, provider };
}

const KIM: Claims = {
  sub: 'kim-1',
  email: 'kim@example.com',
  email_verified: true,
  name: 'Kim Ito',
};

async function world(claims: Claims = KIM, vouchesForAddresses = false) {
  const { issuer, known, provider } = await startProvider(claims);
  const client = { clientId: 'good-standing', clientSecret: 'a client secret' };
  const singleSignOn = { issuer, ...client, name: 'Example ID', vouchesForAddresses };
  const server = await TestServer.start(undefined, { identity: { singleSignOn } });
  const { contract } = await setUp(server);
  return { server, contract, known, provider };
}

/** Follows the way through the provider, and tells where it ends here. */
async function signInBy(person: TestPerson, next: string): Promise<string> {
  const started = await person.open(`/sign-in/sso?next=${encodeURIComponent(next)}`);
  const there = await fetch(started.headers.get('location') ?? '', { redirect: 'manual' });
  const back = await person.open(there.headers.get('location') ?? '');
  const { pathname, search } = new URL(back.headers.get('location') ?? '', 'http://here');
  return pathname + search;
}

describe('single sign-on by configuration', () => {
  test('is offered under its name, and lets in by invitation somebody new', async () => {
    const { server, contract } = await world();
    const link = await server.invite(contract, 'kim@example.com', { role: 'admin' });
    const kim = server.person();
    expect(await (await kim.open(link)).text()).toContain('Continue with Example ID');
    expect(await (await kim.open('/sign-in')).text()).toContain('Continue with Example ID');
    expect(await signInBy(kim, link)).toBe(link);
    expect(await (await kim.open(link)).text()).toContain('Signed in as kim@example.com');
    await kim.accept(link);
    const { accessToken: token } = await kim.connect({ role: 'admin' });
    expect((await server.ask('GET', '/v1/me', { token })).status).toBe(200);
    const again = server.person();
    expect(await signInBy(again, '/devices')).toBe('/devices');
    expect(await (await again.open('/devices')).text()).toContain('Chromium on Linux');
    const signIns = await server.running.ledger.database.read((reader) => listSignIns(reader, 9));
    expect(signIns[0]).toMatchObject({ method: 'single_sign_on', outcome: 'signed_in' });
  });

  test('lets in nobody who was not invited, however well the provider knows them', async () => {
    const { server } = await world();
    const stranger = server.person();
    expect(await signInBy(stranger, '/devices')).toMatch(/^\/sign-in\?error=/);
    const page = await (await stranger.open('/sign-in?error=x')).text();
    expect(page).toContain('Ask whoever runs this server to invite your address');
    expect((await stranger.open('/devices')).status).toBe(303);
    const [latest] = await server.running.ledger.database.read((reader) => listSignIns(reader, 1));
    expect(latest).toMatchObject({ method: 'single_sign_on', outcome: 'refused', email: null });
  });

  test('joins who has a password already, by an address that the provider has verified', async () => {
    const { server, contract } = await world();
    const link = await server.invite(contract, 'kim@example.com', { role: 'admin' });
    await server.person().accept(link, PASSWORD);
    const kim = server.person();
    expect(await signInBy(kim, '/connect')).toBe('/connect');
    await kim.connect({ role: 'admin' });
  });

  test.each([
    ['says that it has not verified', { ...KIM, email_verified: false }],
    ['says nothing of', { sub: KIM.sub, email: KIM.email, name: KIM.name }],
  ])(
    'does not take an address that the provider %s, unless it vouches for all',
    async (_what, claims) => {
      for (const vouches of [false, true]) {
        const { server, contract } = await world(claims, vouches);
        const link = await server.invite(contract, 'kim@example.com', { role: 'admin' });
        await server.person().accept(link, PASSWORD);
        const kim = server.person();
        const ended = await signInBy(kim, '/devices');
        if (vouches) expect(ended).toBe('/devices');
        else expect(ended).toMatch(/^\/sign-in\?error=/);
      }
    },
  );

  test('an invitation is taken by its own address alone', async () => {
    const { server, contract, known } = await world();
    const mine = await server.invite(contract, 'kim@example.com', { role: 'admin' });
    const theirs = await server.invite(contract, 'lee@example.com', { role: 'admin' });
    const kim = server.person();
    await signInBy(kim, theirs);
    expect(await (await kim.open(theirs)).text()).toContain('is for lee@example.com');
    await kim.send(theirs, {});
    await kim.accept(mine);
    known.current = { ...KIM, sub: 'lee-1', email: 'lee@example.com' };
    const lee = server.person();
    await signInBy(lee, theirs);
    await lee.accept(theirs);
  });

  test('a way back that nobody was sent on, or that another browser was, leads nowhere', async () => {
    const { server, contract } = await world();
    const link = await server.invite(contract, 'kim@example.com', { role: 'admin' });
    await server.person().accept(link, PASSWORD);
    const [kim, eve] = [server.person(), server.person()];
    const started = await eve.open('/sign-in/sso?next=/devices');
    const there = await fetch(started.headers.get('location') ?? '', { redirect: 'manual' });
    const back = there.headers.get('location') ?? '';
    const forged = await kim.open(back);
    expect(forged.headers.get('location')).toMatch(/error=/);
    expect((await kim.open('/devices')).status).toBe(303);
    const made = await kim.open('/auth/callback/single-sign-on?code=x&state=y');
    expect(made.headers.get('location')).toMatch(/error=/);
  });

  test('a provider that cannot be reached is said, and passwords go on working', async () => {
    const { server, contract, provider } = await world();
    await provider.stop();
    await server.restart();
    const kim = server.person();
    const asked = await kim.open('/sign-in/sso?next=/devices');
    expect([asked.status, await asked.text()]).toEqual([
      503,
      expect.stringContaining('cannot be reached just now'),
    ]);
    await kim.accept(await server.invite(contract, 'kim@example.com', { role: 'admin' }), PASSWORD);
  });

  test('nothing of the library answers but the one way back', async () => {
    const { server } = await world();
    for (const path of ['sign-in/email', 'sign-up/email', 'get-session', 'device/code', 'error']) {
      for (const method of ['GET', 'POST']) {
        expect((await server.problem(method, `/auth/${path}`)).code).toBe('route_unknown');
      }
    }
  });
});
