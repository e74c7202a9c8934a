import { z } from 'zod';
import { requireMaySee } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import { readQuery } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { readBreakdown, readLeaving } from '#server/team/breakdown.ts';
import { readHistory } from '#server/team/history.ts';
import { BREAKDOWNS, breakdownSchema, MOST_BREAKDOWN_DAYS } from '#shared/wire/breakdown.ts';
import { historySchema } from '#shared/wire/history.ts';
import { DEFAULT_LEAVING_DAYS, leavingSchema, MOST_LEAVING_DAYS } from '#shared/wire/leaving.ts';

const number = z.coerce.number().int().min(1);
const breakdownQuery = z.object({
  by: z.enum(BREAKDOWNS),
  days: number.max(MOST_BREAKDOWN_DAYS).nullable().default(null),
});
const leavingQuery = z.object({
  days: number.max(MOST_LEAVING_DAYS).default(DEFAULT_LEAVING_DAYS),
});

function found<Value>(value: Value | null): Value {
  if (value === null) throw new Fault('seat_unknown', undefined, 'seat');
  return value;
}

export const seatRoutes = [
  route(
    {
      name: 'readHistory',
      method: 'GET',
      path: '/v1/seats/:seat/history',
      summary: 'Every change of a seat’s standing, with the numbers and terms it was judged by.',
      details:
        'The latest first, with its notice, who acknowledged it and when, and who held the seat.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'SeatHistory', schema: historySchema },
      problems: ['seat_unknown'],
      example: {
        as: 'lead',
        path: '/v1/seats/seat-1/history',
        answer: { piece: '"from":"good","to":"warning_due"' },
      },
    },
    ({ ledger: context }) =>
      async (c) => {
        const caller = c.get('caller');
        const seat = c.req.param('seat');
        requireMaySee(caller, seat);
        const history = found(await readHistory(context, caller.contract.id, seat));
        return c.json(z.encode(historySchema, history));
      },
  ),
  route(
    {
      name: 'readBreakdown',
      method: 'GET',
      path: '/v1/seats/:seat/breakdown',
      query: {
        by: `What its InMails are told apart by: ${BREAKDOWNS.join(', ')}.`,
        days: `How many days back, from 1 to ${MOST_BREAKDOWN_DAYS}; the window that counts now when left out.`,
      },
      summary: 'A seat’s InMails in groups, each with its rate and counts, the largest first.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'SeatBreakdown', schema: breakdownSchema },
      problems: ['seat_unknown', 'field_invalid'],
      example: {
        as: 'lead',
        path: '/v1/seats/seat-1/breakdown?by=mode',
        answer: {
          whole: {
            seat: 'seat-1',
            asOf: '2026-01-06T09:00:00.000Z',
            by: 'mode',
            after: '2025-12-23T09:00:00.000Z',
            through: '2026-01-06T09:00:00.000Z',
            groups: [
              {
                key: 'bulk',
                tally: { accepted: 9, declined: 3, pending: 108, total: 120 },
                responseRateBps: 1000,
              },
            ],
          },
        },
      },
    },
    ({ ledger: context }) =>
      async (c) => {
        const caller = c.get('caller');
        const seat = c.req.param('seat');
        requireMaySee(caller, seat);
        const wanted = readQuery(c, breakdownQuery);
        const breakdown = found(await readBreakdown(context, caller.contract.id, seat, wanted));
        return c.json(z.encode(breakdownSchema, breakdown));
      },
  ),
  route(
    {
      name: 'readLeaving',
      method: 'GET',
      path: '/v1/seats/:seat/leaving',
      query: {
        days: `How many days ahead, from 1 to ${MOST_LEAVING_DAYS}; ${DEFAULT_LEAVING_DAYS} when left out.`,
      },
      summary: 'Which InMails leave a seat’s window in the days to come, with their answers.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'Leaving', schema: leavingSchema },
      problems: ['seat_unknown', 'field_invalid'],
      example: {
        as: 'lead',
        path: '/v1/seats/seat-1/leaving?days=1',
        answer: {
          whole: {
            seat: 'seat-1',
            asOf: '2026-01-06T09:00:00.000Z',
            tally: { accepted: 9, declined: 3, pending: 108, total: 120 },
            days: [
              {
                after: '2026-01-06T09:00:00.000Z',
                through: '2026-01-07T00:00:00.000Z',
                leaves: { accepted: 0, declined: 0, pending: 0, total: 0 },
              },
            ],
          },
        },
      },
    },
    ({ ledger: context }) =>
      async (c) => {
        const caller = c.get('caller');
        const seat = c.req.param('seat');
        requireMaySee(caller, seat);
        const { days } = readQuery(c, leavingQuery);
        const leaving = found(await readLeaving(context, caller.contract.id, seat, days));
        return c.json(z.encode(leavingSchema, leaving));
      },
  ),
];
