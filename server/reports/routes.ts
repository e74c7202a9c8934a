import { z } from 'zod';
import { requireMaySee } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import { readQuery } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { readSeries } from '#server/reports/series.ts';
import { seriesDaysSchema, seriesSchema, type SeriesJson } from '#shared/wire/series.ts';

const TERMS = { thresholdBps: 1300, minimumVolume: 100 };

const EXAMPLE_SERIES = {
  seat: 'seat-1',
  asOf: '2026-01-06T09:00:00.000Z',
  windowDays: 14,
  points: [
    {
      at: '2026-01-05T00:00:00.000Z',
      tally: { accepted: 0, declined: 0, pending: 0, total: 0 },
      responseRateBps: null,
      acceptanceRateBps: null,
      ...TERMS,
    },
    {
      at: '2026-01-06T00:00:00.000Z',
      tally: { accepted: 9, declined: 3, pending: 108, total: 120 },
      responseRateBps: 1000,
      acceptanceRateBps: 750,
      ...TERMS,
    },
  ],
} satisfies SeriesJson;

const daysSchema = z.object({ days: seriesDaysSchema });

export const reportRoutes = [
  route(
    {
      name: 'readSeries',
      method: 'GET',
      path: '/v1/seats/:seat/series',
      query: { days: 'How many days back, from 1 to 366; 90 when left out.' },
      summary: 'A seat’s rate day by day, with the volume beside each point.',
      details:
        'Each point is what a check at that hour judges: the window that ended then, with the answers that had come by then. Late reports are in it; a check that was made stays as it was.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'Series', schema: seriesSchema },
      problems: ['seat_unknown', 'field_invalid'],
      example: {
        as: 'recruiter',
        path: '/v1/seats/seat-1/series?days=2',
        answer: { whole: EXAMPLE_SERIES },
      },
    },
    ({ ledger: context }) =>
      async (c) => {
        const caller = c.get('caller');
        const seat = c.req.param('seat');
        requireMaySee(caller, seat);
        const { days } = readQuery(c, daysSchema);
        const series = await readSeries(context, caller.contract.id, seat, days);
        if (series === null) throw new Fault('seat_unknown', undefined, 'seat');
        return c.json(z.encode(seriesSchema, series));
      },
  ),
];
