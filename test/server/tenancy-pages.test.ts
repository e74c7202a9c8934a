import { expect, test } from 'vitest';
import { PAGES } from '#server/pages/pages.ts';
import { setUp, TestServer } from '#test/server/harness.ts';
import { requestCode } from '#test/server/holder-world.ts';
import { idsOf, liveForeign, makeForeign, rowsOf, type Ids } from '#test/server/tenancy-world.ts';

type Asked = { path?: string; form?: Record<string, string> };

/** What somebody could ask each page for by what they have come to know of another contract. */
function askedOf(ids: Ids, code: string): Readonly<Record<string, readonly Asked[]>> {
  const { contract, seat, device, person, invitation, endpoint } = ids;
  const known = [contract, seat, device, person, invitation, endpoint].map(String);
  const places = [
    ['admin', null],
    ['lead', null],
    ['recruiter', seat],
  ].map(([role, of]) => JSON.stringify([contract, role, of]));
  const links = known.map((token) => ({ path: `/invite/${token}` }));
  const password = 'a sentence that nobody else has';
  const taking = { name: 'Robin Ellery', password, again: password };
  return {
    'GET /connect': [{}, { path: `/connect?code=${code}` }, { path: `/connect?code=${contract}` }],
    'POST /connect': places.map((place) => ({ form: { code, place, decision: 'approve' } })),
    'GET /devices': [{}],
    'POST /devices/end': known.map((id) => ({ form: { contract: String(contract), device: id } })),
    'GET /invite/:token': links,
    'POST /invite/:token': links.map(({ path }) => ({ path, form: taking })),
    'GET /sign-in': [{}, { path: `/sign-in?next=/invite/${contract}` }],
    'GET /sign-in/sso': [{}, { path: `/sign-in/sso?next=/invite/${contract}` }],
    'GET /auth/callback/single-sign-on': [
      {},
      { path: `/auth/callback/single-sign-on?state=${person}&code=${contract}` },
    ],
    'GET /signed-out': [{}],
    'GET /welcome': [{}, { path: `/welcome?contract=${contract}` }],
  };
}

/** What differs from one server to the next although both say the same. */
const settled = (text: string): string =>
  text
    .replaceAll(/127\.0\.0\.1:\d+/g, '<here>')
    .replaceAll(/\b[A-Z\d]{4}-?[A-Z\d]{4}\b/g, '<code>');

async function walk(server: TestServer, contract: string, ids: Ids) {
  const someone = server.person();
  const to = { role: 'recruiter', seat: 'seat-1' } as const;
  await someone.accept(await server.invite(contract, 'nora@example.com', to));
  const { userCode } = await requestCode(server);
  // A code is whoever's opens it first, and then nobody else's.
  await someone.open(`/connect?code=${userCode}`);
  const calls = askedOf(ids, userCode);
  const answers: string[] = [];
  for (const [name, asked] of Object.entries(calls)) {
    for (const { path = name.replace(/^\w+ /, ''), form } of asked) {
      const answer = await (form ? someone.send(path, form) : someone.open(path));
      answers.push(settled(`${name}: ${answer.status} ${await answer.text()}`));
    }
  }
  return { answers, pages: Object.keys(calls) };
}

// These would be asked to take what somebody types about themselves, or end what they began.
const OF_THE_PERSON_ALONE = ['POST /sign-in', 'POST /sign-out'];

test('no page tells anybody whether there is another contract, or changes anything of it', async () => {
  const shared = await TestServer.start();
  const foreign = await makeForeign(shared);
  const { contract } = await setUp(shared);
  await liveForeign(shared, foreign);
  const ids = await idsOf(shared, foreign);
  const before = await rowsOf(shared);
  const { answers, pages } = await walk(shared, contract, ids);
  expect(await rowsOf(shared)).toEqual(before);
  expect(PAGES.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
    [...pages, ...OF_THE_PERSON_ALONE].sort(),
  );
  const alone = await TestServer.start();
  const own = await setUp(alone);
  expect(answers).toEqual((await walk(alone, own.contract, ids)).answers);
  expect(
    answers.filter((answer) => /quarry/i.test(answer.replaceAll(String(ids['contract']), ''))),
  ).toEqual([]);
});
