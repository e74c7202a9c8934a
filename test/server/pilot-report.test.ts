import { expect, test } from 'vitest';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { holdReceiptSchema } from '#shared/wire/holds.ts';
import { pilotReportSchema } from '#shared/wire/pilot-report.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';

const day = (days: number): number => START + days * DAY_MS;

const report = (server: TestServer, { lead }: SetUp) =>
  server.call(pilotReportSchema, 'GET', '/v1/pilot/report', { token: lead });

/** Seat 1 enters the pilot on day 20, and answers twice as often then; seat 2 stays in observe. */
async function pilot(): Promise<{ server: TestServer; of: SetUp }> {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 2, mode: 'observe' });
  for (const days of [8, 16, 20, 24, 32]) {
    await server.moveTo(day(days));
    if (days === 20) {
      const wanted = { mode: 'enforce', namedSeats: ['seat-1'], sharePercent: 0 } as const;
      const { ledger } = server.running;
      await changeContractMode({ ...ledger, by: { role: 'server', id: null } }, of.contract, {
        ...wanted,
        acceptsPartialEvidence: false,
      });
      continue;
    }
    const accepted = days < 20 ? 6 : 12;
    await server.events(of.feed, [
      ...sends(`one-${days}`, day(days), { seat: 'seat-1', count: 60, accepted }),
      ...sends(`two-${days}`, day(days), { seat: 'seat-2', count: 60, accepted: 6 }),
    ]);
  }
  await server.moveTo(day(40));
  return { server, of };
}

test('a pilot’s report compares its seats with those in observe, and counts what was shown', async () => {
  const { server, of } = await pilot();
  const first = await report(server, of);
  expect([first.mode, first.enteredAt]).toEqual(['enforce', day(20)]);
  // Thirteen days before and after: what was sent in the last week could still be answered.
  expect(first.treated).toMatchObject({
    seats: 1,
    compared: 1,
    before: { inmails: 120, answered: 12, bulk: 120, rate: { bps: 1000 } },
    after: { inmails: 120, answered: 24, rate: { bps: 2000 } },
    // Its window still held the days before, so that it was warned on its first day.
    reactions: { warned: 1, as_before: 1, sizeBefore: 60, sizeAfter: 60 },
  });
  expect(first.treated.before.perSeatWeek).toBeCloseTo(120 / (13 / 7));
  expect(first.observed).toMatchObject({
    seats: 1,
    before: { inmails: 120, answered: 12 },
    after: { inmails: 120, answered: 12 },
    reactions: { warned: 0 },
  });
  expect(first.notices).toEqual({ issued: 1, read: 0, medianDays: null, warnings: 1 });
  expect(first.verdict).toEqual({ tells: 'too_small', doubts: ['few_seats'] });

  const [one = '', two = ''] = of.recruiters;
  const { notice } = await server.reading(of.lead, 'seat-1');
  await server.press(one, { id: 'press', notice: 'warning', at: iso(server.clock.now) });
  const hold = (id: string, at: number, recipients: number | null) => {
    return { id, at: iso(at), surface: 'search', recipients };
  };
  const holds = [
    hold('h1', day(30), 40),
    hold('h2', day(31), null),
    // Reported by a clock that runs ahead: it was held by now at the latest.
    hold('h3', day(40) + HOUR_MS, 2),
  ];
  const post = (token: string, body: unknown) =>
    server.call(holdReceiptSchema, 'POST', '/v1/holds', { token, body });
  expect(await post(one, { holds })).toEqual({ accepted: 3, duplicates: 0 });
  expect(await post(one, { holds })).toEqual({ accepted: 0, duplicates: 3 });
  // What is held outside the pilot is none of its figures.
  await post(two, { holds: [hold('h4', day(30), 9)] });
  const toOne = await server.problem('POST', '/v1/holds', {
    token: one,
    body: { holds: [hold('h5', day(30), 1)] },
  });
  expect([toOne.status, toOne.code]).toEqual([400, 'field_invalid']);
  const second = await report(server, of);
  expect(second.held).toEqual({ sends: 3, inmails: 42, seats: 1 });
  expect(second.notices).toMatchObject({ issued: 1, read: 1 });
  expect(second.notices.medianDays).toBeCloseTo((day(40) - (notice?.issuedAt ?? 0)) / DAY_MS);

  const asked = ['pilot-report', '--contract', of.contract, '--database', server.databaseUrl];
  const json = await run('server/cli.ts', [...asked, '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject({ held: { sends: 3 }, treated: { seats: 1 } });
  const text = await run('server/cli.ts', asked);
  expect(text.stdout).toContain('too small to tell');
  expect(text.stdout).toContain('Bulk sends held: 3 (InMails 42, seats 1)');
  const nowhere = await run('server/cli.ts', [...asked, '--html', 'no-such-folder/pilot.html']);
  expect([nowhere.status, nowhere.stdout]).toEqual([1, '']);
  expect(nowhere.stderr).toContain('There is no folder no-such-folder: make it');
}, 240_000);
