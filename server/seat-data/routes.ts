import { z } from 'zod';
import { requireMaySee } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import { route } from '#server/http/route.ts';
import { readSeatData } from '#server/seat-data/seat-data.ts';
import { seatDataSchema } from '#shared/wire/seat-data.ts';

export const seatDataRoutes = [
  route(
    {
      name: 'readSeatData',
      method: 'GET',
      path: '/v1/seats/:seat/data',
      summary: 'Everything that is kept of a seat and who holds it, on request.',
      details:
        'A recruiter gets the seat’s own, and of people’s what is theirs, with when they signed in. Times in rows are UTC milliseconds; recipients are keyed hashes.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'SeatData', schema: seatDataSchema },
      isLarge: true,
      problems: ['seat_unknown'],
      example: {
        as: 'recruiter',
        path: '/v1/seats/seat-1/data',
        answer: { piece: '"seat":{"id":"seat-1","holder":"Nora Lindqvist"}' },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const caller = c.get('caller');
        const seat = c.req.param('seat');
        requireMaySee(caller, seat);
        const whom = caller.role === 'recruiter' ? { personId: caller.personId } : 'contract';
        const data = await readSeatData(ledger, caller.contract.id, seat, whom);
        if (data === null) throw new Fault('seat_unknown', undefined, 'seat');
        return c.json(z.encode(seatDataSchema, data));
      },
  ),
];
