import { z } from 'zod';
import { EXAMPLE_READING } from '#server/described/example-reading.ts';
import { maySee } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import { readBody } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { actingFor } from '#server/ledger/author.ts';
import { receiveBatch, type Received } from '#server/ledger/receive.ts';
import { WRITERS } from '#server/ledger/who-may-write.ts';
import type { Metrics } from '#server/metrics/metrics.ts';
import { settleAfterSends } from '#server/observations/settle.ts';
import { readSeat } from '#server/standing/readings.ts';
import { eventBatchSchema, eventReceiptSchema } from '#shared/wire/events.ts';
import type { Reading } from '#shared/wire/reading.ts';

function count({ events }: Metrics, received: Omit<Received, 'seats'>): void {
  events.inc({ outcome: 'accepted', code: '' }, received.accepted);
  events.inc({ outcome: 'duplicate', code: '' }, received.duplicates);
  for (const { code } of received.conflicts) events.inc({ outcome: 'refused', code });
}

/** Which events each role may report, in words. */
const WHO_REPORTS_WHAT = Object.entries(WRITERS)
  .filter(([, roles]) => roles.length > 0)
  .map(([type, roles]) => `${type}: ${roles.join(', ')}`)
  .join('; ');

export const ledgerRoutes = [
  route(
    {
      name: 'reportEvents',
      method: 'POST',
      path: '/v1/events',
      summary: 'Takes up to 1000 events; each is kept once, known already, or refused by itself.',
      details: `Who may report what: ${WHO_REPORTS_WHAT}. Only a feed sends completeUpTo.`,
      callers: ['recruiter', 'lead', 'admin', 'feed'],
      body: { name: 'EventBatch', schema: eventBatchSchema },
      answer: { type: 'application/json', name: 'EventReceipt', schema: eventReceiptSchema },
      problems: [],
      example: {
        as: 'recruiter',
        body: {
          events: [
            {
              id: '018f9c1e-0000-7000-8000-000000000001',
              type: 'inmail.sent',
              at: EXAMPLE_READING.asOf,
              seat: 'seat-1',
              inmail: '018f9c1e-0000-7000-8000-000000000002',
              mode: 'one_to_one',
            },
            {
              id: '018f9c1e-0000-7000-8000-000000000003',
              type: 'inmail.sent',
              at: EXAMPLE_READING.asOf,
              seat: 'seat-2',
              inmail: '018f9c1e-0000-7000-8000-000000000004',
              mode: 'one_to_one',
            },
          ],
        },
        answer: {
          whole: {
            accepted: 1,
            duplicates: 0,
            conflicts: [
              {
                id: '018f9c1e-0000-7000-8000-000000000003',
                index: 1,
                code: 'not_allowed',
                field: 'seat',
                detail: 'This token may not report such an event, or not for this seat.',
              },
            ],
            readings: [
              {
                ...EXAMPLE_READING,
                tally: { accepted: 9, declined: 3, pending: 109, total: 121 },
                responseRateBps: 991,
                acceptanceRateBps: 743,
                evidence: { ...EXAMPLE_READING.evidence, provisional: 1 },
              },
            ],
          },
        },
      },
    },
    ({ ledger, metrics }) =>
      async (c) => {
        const caller = c.get('caller');
        const context = actingFor(ledger, caller);
        const batch = await readBody(c, eventBatchSchema);
        if (batch.completeUpTo !== undefined && caller.role !== 'feed') {
          throw new Fault('not_allowed', 'Only a feed says how complete it is.', 'completeUpTo');
        }
        const { seats, ...received } = await receiveBatch(context, caller, batch);
        count(metrics, received);
        if (caller.role === 'recruiter' && caller.seat !== null && received.accepted > 0) {
          await settleAfterSends(context, caller.contract.id, caller.seat);
        }
        const readings: Reading[] = [];
        for (const seat of seats) {
          if (!maySee(caller, seat)) continue;
          const reading = await readSeat(context, caller.contract.id, seat);
          if (reading !== null) readings.push(reading);
        }
        return c.json(z.encode(eventReceiptSchema, { ...received, readings }));
      },
  ),
];
