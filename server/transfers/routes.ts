import { z } from 'zod';
import { EXAMPLE_READING } from '#server/described/example-reading.ts';
import { requireMaySee } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import { readBody } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { actingFor } from '#server/ledger/author.ts';
import { readSeat } from '#server/standing/readings.ts';
import { previewTransfer } from '#server/transfers/preview.ts';
import { transfer } from '#server/transfers/transfer.ts';
import { readingSchema } from '#shared/wire/reading.ts';
import { inheritanceSchema, transferSchema } from '#shared/wire/transfer.ts';

const FIELDS = { seat_unknown: 'seat', already_holder: 'to', id_conflict: 'id' } as const;

function refuse(code: keyof typeof FIELDS): never {
  throw new Fault(code, undefined, FIELDS[code]);
}

const { seat, asOf, tally, responseRateBps, acceptanceRateBps, standing, everWarned, mode, gate } =
  EXAMPLE_READING;

export const transferRoutes = [
  route(
    {
      name: 'previewTransfer',
      method: 'GET',
      path: '/v1/seats/:seat/transfer/preview',
      query: { to: 'Who the new holder would be, such as Clara%20Weiss.' },
      summary: 'What a new holder would take over: rate, standing, days left and notice.',
      details: 'It changes nothing.',
      callers: ['lead', 'admin'],
      answer: { type: 'application/json', name: 'Inheritance', schema: inheritanceSchema },
      problems: ['seat_unknown', 'already_holder', 'field_invalid'],
      example: {
        as: 'lead',
        path: '/v1/seats/seat-1/transfer/preview?to=Clara%20Weiss',
        answer: {
          whole: {
            seat,
            to: 'Clara Weiss',
            asOf,
            tally,
            responseRateBps,
            acceptanceRateBps,
            standing,
            everWarned,
            periodEndsAt: null,
            daysLeft: null,
            nextCheckAt: null,
            mode,
            gate,
            openNotice: EXAMPLE_READING.notice,
            getsNotice: { type: 'warning', isPassedOn: true },
          },
        },
      },
    },
    ({ ledger: context }) =>
      async (c) => {
        const to = transferSchema.shape.to.safeParse(c.req.query('to'));
        if (!to.success) throw new Fault('field_invalid', 'Say to whom: ?to=…', 'to');
        const caller = c.get('caller');
        const seat = c.req.param('seat');
        requireMaySee(caller, seat);
        const outcome = await previewTransfer(context, caller.contract.id, seat, to.data);
        if (!outcome.ok) return refuse(outcome.code);
        return c.json(z.encode(inheritanceSchema, outcome.inheritance));
      },
  ),
  route(
    {
      name: 'transferSeat',
      method: 'POST',
      path: '/v1/seats/:seat/transfer',
      summary: 'Gives a seat to another holder, with its InMails, standing and open notice.',
      details: 'The devices of the seat end with it: the new holder is invited anew.',
      callers: ['lead', 'admin'],
      body: { name: 'Transfer', schema: transferSchema },
      answer: { type: 'application/json', name: 'Reading', schema: readingSchema },
      problems: ['seat_unknown', 'already_holder', 'id_conflict'],
      example: {
        as: 'lead',
        path: '/v1/seats/seat-1/transfer',
        body: { id: '018f9c1e-0000-7000-8000-000000000005', to: 'Clara Weiss', at: asOf },
        answer: {
          whole: { ...EXAMPLE_READING, seat: { id: 'seat-1', holder: 'Clara Weiss' } },
        },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const caller = c.get('caller');
        const { contract } = caller;
        const context = actingFor(ledger, caller);
        const seatId = c.req.param('seat');
        requireMaySee(caller, seatId);
        const wanted = await readBody(c, transferSchema);
        const outcome = await transfer(context, contract.id, seatId, wanted);
        if (!outcome.ok) return refuse(outcome.code);
        const reading = await readSeat(context, contract.id, seatId);
        return reading === null ? refuse('seat_unknown') : c.json(z.encode(readingSchema, reading));
      },
  ),
];
