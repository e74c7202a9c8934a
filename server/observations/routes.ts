import { z } from 'zod';
import { EXAMPLE_READING } from '#server/described/example-reading.ts';
import { Fault } from '#server/http/problems.ts';
import { readBody } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { actingFor } from '#server/ledger/author.ts';
import { receiveObservations } from '#server/observations/receive.ts';
import { readSeat } from '#server/standing/readings.ts';
import { observationBatchSchema, observationReceiptSchema } from '#shared/wire/observations.ts';

export const observationRoutes = [
  route(
    {
      name: 'reportObservations',
      method: 'POST',
      path: '/v1/observations',
      summary: 'Takes what the overlay read in the inbox: who has answered, as keyed hashes.',
      details:
        'Each settles the newest InMail that waits and that it matches without a guess, or is kept unmatched.',
      callers: ['recruiter'],
      body: { name: 'ObservationBatch', schema: observationBatchSchema },
      answer: {
        type: 'application/json',
        name: 'ObservationReceipt',
        schema: observationReceiptSchema,
      },
      problems: ['seat_unknown'],
      example: {
        as: 'recruiter',
        body: { observations: [], inboxReadAt: EXAMPLE_READING.asOf },
        answer: {
          whole: {
            accepted: 0,
            duplicates: 0,
            conflicts: [],
            settled: 0,
            reading: {
              ...EXAMPLE_READING,
              evidence: { ...EXAMPLE_READING.evidence, inboxReadAt: EXAMPLE_READING.asOf },
            },
          },
        },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const caller = c.get('caller');
        const { contract, seat } = caller;
        const context = actingFor(ledger, caller);
        if (seat === null) throw new Fault('not_allowed', 'This token is of no seat.');
        const batch = await readBody(c, observationBatchSchema);
        const received = await receiveObservations(context, contract.id, seat, batch);
        const reading = await readSeat(context, contract.id, seat);
        if (reading === null) throw new Fault('seat_unknown', undefined, 'seat');
        return c.json(z.encode(observationReceiptSchema, { ...received, reading }));
      },
  ),
];
