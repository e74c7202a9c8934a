import { describe, expect, test } from 'vitest';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { FOLD_RANK, isEventType, type EventType } from '#shared/policy/events.ts';
import { HOUR_MS } from '#shared/policy/instant.ts';
import { ROLES, type Role } from '#shared/wire/identity.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';

const AT = iso(START);
const send = (id: string, more: object = {}): Record<string, unknown> => ({
  id,
  type: 'inmail.sent',
  at: AT,
  seat: 'seat-1',
  inmail: `m-${id}`,
  mode: 'bulk',
  ...more,
});
const response = (id: string, inmail: string, more: object = {}): Record<string, unknown> => ({
  id,
  type: 'inmail.responded',
  at: AT,
  inmail,
  outcome: 'accepted',
  ...more,
});

describe('who may write what', () => {
  const samples: Readonly<Record<EventType, object>> = {
    'inmail.sent': send('s'),
    'inmail.responded': response('s', 'm'),
    'seat.transferred': { to: 'Ada' },
    'notice.acknowledged': { notice: 'warning' },
    'standing.restored': {},
    'mode.changed': { mode: 'observe' },
    'terms.changed': { terms: { thresholdBps: 1500 } },
    'seat.opened': {
      standing: 'good',
      everWarned: false,
      countsFrom: null,
      periodEndsAt: null,
      notice: null,
    },
  };
  // As the requirement has it, spelled out once more: the code's own table proves nothing.
  const YES = true;
  const no = false;
  const expected: Readonly<Record<EventType, Readonly<Record<Role, boolean>>>> = {
    'inmail.sent': { recruiter: YES, lead: no, admin: no, feed: YES },
    'inmail.responded': { recruiter: no, lead: no, admin: no, feed: YES },
    'seat.transferred': { recruiter: no, lead: YES, admin: YES, feed: no },
    'notice.acknowledged': { recruiter: YES, lead: no, admin: no, feed: no },
    'standing.restored': { recruiter: no, lead: YES, admin: YES, feed: no },
    'mode.changed': { recruiter: no, lead: YES, admin: YES, feed: no },
    'terms.changed': { recruiter: no, lead: no, admin: YES, feed: no },
    'seat.opened': { recruiter: no, lead: no, admin: no, feed: no },
  };
  const cases = Object.keys(FOLD_RANK)
    .filter(isEventType)
    .flatMap((type) => ROLES.map((role): [Role, EventType] => [role, type]));

  test.each(cases)('%s, %s', async (role, type) => {
    const server = await TestServer.start();
    const { recruiters, ...tokens } = await setUp(server);
    const token = { ...tokens, recruiter: recruiters[0] ?? '' }[role];
    const base = { id: 's', type, at: AT, seat: 'seat-1' };
    const receipt = await server.events(token, [{ ...base, ...samples[type], type }]);
    const isAllowed = expected[type][role];
    expect(receipt.accepted).toBe(isAllowed ? 1 : 0);
    expect(receipt.conflicts.map(({ code }) => code)).toEqual(isAllowed ? [] : ['not_allowed']);
  });

  test('CONTINUE may come among other events, and for the own seat alone', async () => {
    const server = await TestServer.start();
    const { feed, recruiters } = await setUp(server, { seats: 2 });
    const [own = ''] = recruiters;
    await server.events(feed, sends('a', START, { count: 100 }));
    await server.moveTo(START + 16 * HOUR_MS);
    const press = { type: 'notice.acknowledged', at: iso(server.clock.now), notice: 'warning' };
    const receipt = await server.events(own, [
      { ...press, id: 'own', seat: 'seat-1' },
      { ...press, id: 'other', seat: 'seat-2' },
    ]);
    expect(receipt.conflicts).toMatchObject([{ id: 'other', code: 'not_allowed', field: 'seat' }]);
    expect(receipt.readings).toMatchObject([{ standing: 'warned', notice: null }]);
  });

  test('a lead moves one seat to another mode', async () => {
    const server = await TestServer.start();
    const { lead } = await setUp(server, { seats: 2 });
    const change = { id: 'm', type: 'mode.changed', at: AT, seat: 'seat-2', mode: 'enforce' };
    expect((await server.events(lead, [change])).readings).toMatchObject([{ mode: 'enforce' }]);
    expect((await server.reading(lead, 'seat-1')).mode).toBe('inform');
  });

  test("nobody enforces on the overlay's evidence before that is accepted", async () => {
    const server = await TestServer.start();
    const given = { source: 'overlay', acceptsPartialEvidence: false } as const;
    const { lead, contract } = await setUp(server, given);
    const change = { type: 'mode.changed', at: AT, seat: 'seat-1' };
    const asked = await server.events(lead, [
      { ...change, id: 'm1', mode: 'enforce' },
      { ...change, id: 'm2', mode: 'observe' },
    ]);
    expect(asked.conflicts).toMatchObject([{ id: 'm1', code: 'partial_evidence', field: 'mode' }]);
    expect(asked.accepted).toBe(1);
    const accepting = { mode: 'inform', acceptsPartialEvidence: true } as const;
    await changeContractMode(server.running.ledger, contract, accepting);
    expect(await server.events(lead, [{ ...change, id: 'm1', mode: 'enforce' }])).toMatchObject({
      accepted: 1,
      readings: [{ mode: 'enforce', evidence: { isPartialAccepted: true } }],
    });
  });

  test('terms get tighter, or are free; a looser one is refused', async () => {
    const server = await TestServer.start();
    const { admin } = await setUp(server);
    const change = { type: 'terms.changed', at: AT };
    const { accepted, conflicts } = await server.events(admin, [
      { ...change, id: 't1', terms: { thresholdBps: 1500, closeBps: 1400 } },
      { ...change, id: 't2', terms: { closeBps: 1700, minimumVolume: 101 } },
      { ...change, id: 't3', terms: { windowDays: 28 } },
    ]);
    expect(accepted).toBe(1);
    expect(conflicts.map(({ id, code, field }) => [id, code, field])).toEqual([
      ['t2', 'term_loosened', 'terms.minimumVolume'],
      ['t3', 'malformed', 'windowDays'],
    ]);
    const { terms } = await server.reading(admin);
    expect(terms).toMatchObject({ version: 2, thresholdBps: 1500, minimumVolume: 100 });
  });

  test('a recruiter reports for no other seat, whether there is one or not', async () => {
    const server = await TestServer.start();
    const { recruiters } = await setUp(server, { seats: 2, source: 'overlay' });
    const [token = ''] = recruiters;
    const receipt = await server.events(token, [
      send('a'),
      send('b', { seat: 'seat-2' }),
      send('c', { seat: 'seat-9' }),
    ]);
    expect(receipt.accepted).toBe(1);
    const said = receipt.conflicts.map(({ code, field }) => [code, field]);
    expect(said).toEqual([
      ['not_allowed', 'seat'],
      ['not_allowed', 'seat'],
    ]);
    expect(receipt.readings.map(({ seat, tally }) => [seat.id, tally.total])).toEqual([
      ['seat-1', 1],
    ]);
  });

  test('a feed writes nothing where the overlay is the source', async () => {
    const server = await TestServer.start();
    const { feed } = await setUp(server, { source: 'overlay' });
    const receipt = await server.events(feed, [send('a'), response('r', 'm-a')]);
    expect(receipt.conflicts.map(({ code }) => code)).toEqual(['not_the_source', 'not_the_source']);
  });

  test('the lead gets the readings of the seats that were touched', async () => {
    const server = await TestServer.start();
    const { lead } = await setUp(server, { seats: 2 });
    const transfer = { id: 't', type: 'seat.transferred', at: AT, seat: 'seat-2', to: 'Ada' };
    const first = await server.events(lead, [transfer]);
    expect(first.readings.map(({ seat }) => seat)).toEqual([{ id: 'seat-2', holder: 'Ada' }]);
    const again = await server.events(lead, [transfer]);
    expect(again).toMatchObject({ duplicates: 1, readings: [{ seat: { holder: 'Ada' } }] });
  });
});
