import { describe, expect, test } from 'vitest';
import { exportLedger } from '#server/ledger/export.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';

const PATH = '/v1/seats/seat-1/acknowledge';
const CHECK = START + 15 * HOUR_MS;

/** A seat with an open warning. */
async function warnedServer(): Promise<{ server: TestServer; of: SetUp; token: string }> {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 2 });
  await server.events(of.feed, sends('a', START, { count: 100 }));
  await server.moveTo(CHECK + HOUR_MS);
  return { server, of, token: of.recruiters[0] ?? '' };
}

describe('POST /v1/seats/{seat}/acknowledge', () => {
  test('closes the warning once, however often it is sent', async () => {
    const { server, of, token } = await warnedServer();
    const press = { id: 'p', notice: 'warning', at: iso(server.clock.now) };
    const first = await server.press(token, press);
    expect(first).toMatchObject({ standing: 'warned', notice: null });
    const ledger = await exportLedger(server.running.ledger.database, of.contract);
    server.sleepTo(server.clock.now + DAY_MS);
    const again = await server.press(token, press);
    expect(again.periodEndsAt).toBe(first.periodEndsAt);
    expect(await exportLedger(server.running.ledger.database, of.contract)).toEqual(ledger);
  });

  test('another press on what is closed, or was never open, changes nothing', async () => {
    const { server, token } = await warnedServer();
    const at = iso(server.clock.now);
    const other = await server.press(token, { id: 'p1', notice: 'inherited', at });
    expect(other).toMatchObject({ standing: 'warning_due', notice: { type: 'warning' } });
    const early = { id: 'p2', notice: 'warning', at: iso(CHECK - 1) };
    expect((await server.press(token, early)).standing).toBe('warning_due');
    const { periodEndsAt } = await server.press(token, { id: 'p3', notice: 'warning', at });
    server.sleepTo(server.clock.now + DAY_MS);
    const late = { id: 'p4', notice: 'warning', at: iso(server.clock.now) };
    expect(await server.press(token, late)).toMatchObject({ standing: 'warned', periodEndsAt });
  });

  test('the warning period starts when the server learns of it, not when it was pressed', async () => {
    const { server, token } = await warnedServer();
    server.sleepTo(CHECK + 3 * DAY_MS);
    const offline = { id: 'p', notice: 'warning', at: iso(CHECK + HOUR_MS) };
    const { periodEndsAt } = await server.press(token, offline);
    expect(periodEndsAt).toBe(CHECK + 17 * DAY_MS);
  });

  test('a clock that runs ahead presses now', async () => {
    const { server, of, token } = await warnedServer();
    const press = { id: 'p', notice: 'warning', at: iso(server.clock.now + DAY_MS) };
    const pressed = await server.press(token, press);
    expect(pressed.periodEndsAt).toBe(server.clock.now + 14 * DAY_MS);
    expect((await server.press(token, press)).standing).toBe('warned');
    const ledger = await exportLedger(server.running.ledger.database, of.contract);
    expect(ledger.at(-1)).toMatchObject({ id: 'p', at: iso(server.clock.now) });
  });

  test('an id that was used for something else is a conflict', async () => {
    const { server, token } = await warnedServer();
    const at = iso(server.clock.now);
    for (const id of ['a-1-s', 'p']) {
      const body = { id, notice: 'inherited', at };
      if (id === 'p') await server.press(token, { id, notice: 'warning', at });
      const problem = await server.problem('POST', PATH, { token, body });
      expect([problem.status, problem.code, problem.field]).toEqual([409, 'id_conflict', 'id']);
    }
  });

  test('is for the recruiter of the seat alone', async () => {
    const { server, of } = await warnedServer();
    const body = { id: 'p', notice: 'warning', at: iso(START) };
    for (const token of [of.lead, of.feed, of.recruiters[1] ?? '']) {
      const { status, code } = await server.problem('POST', PATH, { token, body });
      expect([status, code]).toEqual([403, 'not_allowed']);
    }
  });

  test('wants all three fields', async () => {
    const { server, token } = await warnedServer();
    const whole = { id: 'p', notice: 'warning', at: iso(START) };
    for (const [field, value] of Object.entries({ id: '', notice: 'nothing', at: 'today' })) {
      for (const body of [
        { ...whole, [field]: value },
        { ...whole, [field]: undefined },
      ]) {
        const problem = await server.problem('POST', PATH, { token, body });
        expect(problem).toMatchObject({ status: 400, code: 'field_invalid', field });
      }
    }
  });
});
