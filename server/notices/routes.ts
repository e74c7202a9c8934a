import { z } from 'zod';
import { EXAMPLE_READING } from '#server/described/example-reading.ts';
import { Fault } from '#server/http/problems.ts';
import { readBody } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { actingFor } from '#server/ledger/author.ts';
import { acknowledge } from '#server/notices/acknowledge.ts';
import { readSeat } from '#server/standing/readings.ts';
import { acknowledgementSchema } from '#shared/wire/acknowledgement.ts';
import { readingSchema } from '#shared/wire/reading.ts';

export const noticeRoutes = [
  route(
    {
      name: 'acknowledgeNotice',
      method: 'POST',
      path: '/v1/seats/:seat/acknowledge',
      summary: 'CONTINUE: the holder has read the open notice.',
      details: 'For the own seat alone. Sent again with its id it changes nothing.',
      callers: ['recruiter'],
      body: { name: 'Acknowledgement', schema: acknowledgementSchema },
      answer: { type: 'application/json', name: 'Reading', schema: readingSchema },
      problems: ['seat_unknown', 'id_conflict'],
      example: {
        as: 'recruiter',
        path: '/v1/seats/seat-1/acknowledge',
        body: {
          id: '018f9c1e-0000-7000-8000-000000000003',
          notice: 'warning',
          at: EXAMPLE_READING.asOf,
        },
        answer: {
          whole: {
            ...EXAMPLE_READING,
            standing: 'warned',
            notice: null,
            periodEndsAt: '2026-01-20T09:00:00.000Z',
            nextCheckAt: '2026-01-20T09:00:00.000Z',
          },
        },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const caller = c.get('caller');
        const context = actingFor(ledger, caller);
        const seat = c.req.param('seat');
        // The must-read is the holder's; nobody reads it in their place.
        const isOwn = caller.role === 'recruiter' && caller.seat === seat;
        if (!isOwn)
          throw new Fault('not_allowed', 'Only the recruiter of the seat may press CONTINUE.');
        const press = await readBody(c, acknowledgementSchema);
        const outcome = await acknowledge(context, caller.contract.id, seat, press);
        if (!outcome.ok) throw new Fault(outcome.code, undefined, 'id');
        const reading = await readSeat(context, caller.contract.id, seat);
        if (reading === null) throw new Fault('seat_unknown', undefined, 'seat');
        return c.json(z.encode(readingSchema, reading));
      },
  ),
];
