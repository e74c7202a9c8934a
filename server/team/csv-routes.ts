import type { Context } from 'hono';
import { maySee, requireMaySee } from '#server/http/access.ts';
import { answerFile } from '#server/http/answer-file.ts';
import { Fault } from '#server/http/problems.ts';
import type { RequestEnv } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { csvOfHistory, csvOfSeats } from '#server/team/csv.ts';
import { readHistory } from '#server/team/history.ts';

const answerCsv = (c: Context<RequestEnv>, csv: string, name: string): Response =>
  answerFile(c, { name, type: 'text/csv; charset=utf-8' }, csv);

export const csvRoutes = [
  route(
    {
      name: 'exportSeats',
      method: 'GET',
      path: '/v1/seats.csv',
      summary: 'The seats of the contract as CSV, soonest at risk first.',
      details: 'A cell that a spreadsheet would take for a formula begins with an apostrophe.',
      callers: ['lead', 'admin'],
      answer: { type: 'text/csv' },
      isLarge: true,
      problems: [],
      example: {
        as: 'lead',
        answer: { piece: 'seat-1,Nora Lindqvist,,enforce,warning_due,10,9,3' },
      },
    },
    ({ fleets }) =>
      async (c) => {
        const caller = c.get('caller');
        const { seats, asOf } = await fleets.list(caller.contract.id, null);
        const rows = seats.map(({ row }) => row).filter(({ seat }) => maySee(caller, seat.id));
        return answerCsv(c, csvOfSeats(rows, asOf), `${caller.contract.id}-seats.csv`);
      },
  ),
  route(
    {
      name: 'exportHistory',
      method: 'GET',
      path: '/v1/seats/:seat/history.csv',
      summary: 'Every change of a seat’s standing as CSV, the latest first.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'text/csv' },
      problems: ['seat_unknown'],
      example: {
        as: 'lead',
        path: '/v1/seats/seat-1/history.csv',
        answer: { piece: 'good,warning_due,,,10,9,3,108,120,13,100,1,,warning' },
      },
    },
    ({ ledger: context }) =>
      async (c) => {
        const caller = c.get('caller');
        const seat = c.req.param('seat');
        requireMaySee(caller, seat);
        const history = await readHistory(context, caller.contract.id, seat);
        if (history === null) throw new Fault('seat_unknown', undefined, 'seat');
        return answerCsv(c, csvOfHistory(history), `${seat}-history.csv`);
      },
  ),
];
