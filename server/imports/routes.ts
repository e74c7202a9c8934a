import { z } from 'zod';
import { requireMaySee } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import { route } from '#server/http/route.ts';
import { compareRows } from '#server/imports/import-usage.ts';
import { hasSeat, listUsage } from '#server/imports/usage-store.ts';
import { usageSchema } from '#shared/wire/usage.ts';

export const importRoutes = [
  route(
    {
      name: 'readUsage',
      method: 'GET',
      path: '/v1/seats/:seat/usage',
      summary: 'Recruiter’s usage report of a seat beside the ledger’s own figures.',
      details:
        'The latest period first, with the likely cause of each difference. It judges nobody.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'Usage', schema: usageSchema },
      problems: ['seat_unknown'],
      example: {
        as: 'recruiter',
        path: '/v1/seats/seat-1/usage',
        answer: { whole: { seat: 'seat-1', periods: [] } },
      },
    },
    ({ ledger: context }) =>
      async (c) => {
        const caller = c.get('caller');
        const seat = c.req.param('seat');
        requireMaySee(caller, seat);
        const { id } = caller.contract;
        const { database } = context;
        const isThere = await database.read((reader) => hasSeat(reader, id, seat));
        if (!isThere) throw new Fault('seat_unknown', undefined, 'seat');
        const rows = await database.read((reader) => listUsage(reader, id, seat));
        const periods = await compareRows(context, id, rows);
        return c.json(z.encode(usageSchema, { seat, periods }));
      },
  ),
];
