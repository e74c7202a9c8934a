import { z } from 'zod';
import { EXAMPLE_READING } from '#server/described/example-reading.ts';
import { route } from '#server/http/route.ts';
import { readingOfContract, readingOfSeat, readSeats } from '#server/standing/readings.ts';
import { compareRisk } from '#shared/policy/risk.ts';
import { seatListSchema } from '#shared/wire/seats.ts';

const { contract, terms, relationshipManager: _notARow, ...exampleRow } = EXAMPLE_READING;

export const teamRoutes = [
  route(
    {
      name: 'readSeats',
      method: 'GET',
      path: '/v1/seats',
      summary: 'Every seat of the contract, soonest at risk first.',
      callers: ['lead', 'admin'],
      answer: { type: 'application/json', name: 'SeatList', schema: seatListSchema },
      problems: [],
      example: {
        as: 'lead',
        answer: { whole: { contract, asOf: EXAMPLE_READING.asOf, terms, seats: [exampleRow] } },
      },
    },
    ({ ledger: context }) =>
      async (c) => {
        const caller = c.get('caller');
        const { contract: of, seats: live, asOf } = await readSeats(context, caller.contract.id);
        const { contract, terms } = readingOfContract(of);
        const seats = live
          .map((seat) => readingOfSeat(of, seat, asOf))
          .sort((one, other) => compareRisk({ ...one, terms }, { ...other, terms }, asOf));
        c.header('Cache-Control', 'private, no-cache');
        return c.json(z.encode(seatListSchema, { contract, asOf, terms, seats }));
      },
  ),
];
