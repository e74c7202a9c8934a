import { z } from 'zod';
import { requireMaySee } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import { route } from '#server/http/route.ts';
import { readTrends } from '#server/team/trends.ts';
import { MOST_TRENDS } from '#shared/wire/limits.ts';
import { trendsSchema } from '#shared/wire/trends.ts';

const wantedSchema = z.array(z.string().min(1)).min(1).max(MOST_TRENDS);

export const trendRoutes = [
  route(
    {
      name: 'readTrends',
      method: 'GET',
      path: '/v1/trends',
      query: { seat: `Of which seats, up to ${MOST_TRENDS}: once for each.` },
      summary: 'How the rates of some seats went over 90 days, for a line in a row of each.',
      details: 'A point for each third day. The whole of one seat is its series.',
      callers: ['lead', 'admin'],
      answer: { type: 'application/json', name: 'Trends', schema: trendsSchema },
      isLarge: true,
      problems: ['field_invalid'],
      example: {
        as: 'lead',
        path: '/v1/trends?seat=seat-1',
        answer: { piece: '"trends":[{"seat":"seat-1","answered":[0,' },
      },
    },
    ({ ledger: context }) =>
      async (c) => {
        const caller = c.get('caller');
        const wanted = wantedSchema.safeParse(c.req.queries('seat') ?? []);
        if (!wanted.success)
          throw new Fault('field_invalid', wanted.error.issues[0]?.message, 'seat');
        for (const seat of wanted.data) requireMaySee(caller, seat);
        const trends = await readTrends(context, caller.contract.id, wanted.data);
        return c.json(z.encode(trendsSchema, trends));
      },
  ),
];
