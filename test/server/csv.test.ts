import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { addSeat } from '#server/contracts/seats.ts';
import { HOUR_MS } from '#shared/policy/instant.ts';
import { sends, setUp, START, TestServer } from '#test/server/harness.ts';

const rowsSchema = z.array(z.record(z.string(), z.string()));

async function download(server: TestServer, path: string, token: string) {
  const { status, headers, text } = await server.fetch('GET', path, { token });
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  return { headers, rows: rowsSchema.parse(parse(text, { bom: true, columns: true })) };
}

test('the list and a history come as CSV, and no cell of them is a formula', async () => {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 1 });
  const names = ['=HYPERLINK("http://x")', '@SUM(A1)', '+1', '-1+2', 'Ada, "the first"', 'Zoë\nB'];
  for (const holder of names) await addSeat(server.running.ledger, of.contract, { holder });
  await server.events(of.feed, sends('a', START, { seat: 'seat-2', count: 101, accepted: 12 }));
  await server.moveTo(START + 16 * HOUR_MS);
  const { headers, rows } = await download(server, '/v1/seats.csv', of.lead);
  expect(headers.get('content-disposition')).toContain(
    "filename*=UTF-8''fernhill-talent-seats.csv",
  );
  expect(rows).toHaveLength(7);
  const holders = rows.map(({ holder }) => holder ?? '');
  expect(holders.every((holder) => !/^[=@+\-\t\r]/.test(holder))).toBe(true);
  const given = ['Holder 1', ...names.map((name) => (/^[=@+-]/.test(name) ? `'${name}` : name))];
  expect(holders.toSorted()).toEqual(given.toSorted());
  expect(rows[0]).toMatchObject({
    seat: 'seat-2',
    standing: 'warning_due',
    response_rate_percent: '11.88',
    accepted: '12',
    total: '101',
    open_notice: 'warning',
  });
  const history = await download(server, '/v1/seats/seat-2/history.csv', of.lead);
  expect(history.rows).toEqual([
    expect.objectContaining({
      seat: 'seat-2',
      holder: `'${names[0]}`,
      at: '2026-01-06T00:00:00.000Z',
      response_rate_percent: '11.88',
      threshold_percent: '13',
      terms_version: '1',
      acknowledged_by: '',
    }),
  ]);
});

test('a lead’s files are not a recruiter’s', async () => {
  const server = await TestServer.start();
  const { recruiters } = await setUp(server, { seats: 2 });
  const [token = ''] = recruiters;
  for (const path of ['/v1/seats.csv', '/v1/seats/seat-2/history.csv']) {
    const refused = await server.problem('GET', path, { token });
    expect(refused).toMatchObject({ status: 403, code: 'not_allowed' });
  }
  await download(server, '/v1/seats/seat-1/history.csv', token);
});
