import { z } from 'zod';
import { Fault } from '#server/http/problems.ts';
import { readBody } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { keepHolds } from '#server/pilots/holds.ts';
import { pilotReportJson } from '#server/pilots/report-json.ts';
import { reportPilot } from '#server/pilots/report.ts';
import { holdBatchSchema, holdReceiptSchema } from '#shared/wire/holds.ts';
import { pilotReportSchema, type PilotReportJson } from '#shared/wire/pilot-report.ts';

const NOTHING = { inmails: 0, answered: 0, bulk: 0, rate: null, perSeatWeek: null };
const NO_REACTION = {
  warned: 0,
  stopped: 0,
  cut: 0,
  split: 0,
  as_before: 0,
  no_bulk: 0,
  too_recent: 0,
  sizeBefore: null,
  sizeAfter: null,
};
const NOBODY = {
  seats: 0,
  compared: 0,
  shortened: 0,
  withoutBefore: 0,
  before: NOTHING,
  after: NOTHING,
  change: null,
  reactions: NO_REACTION,
};

/** A pilot on its second day, which tells nothing yet. */
const EXAMPLE: PilotReportJson = {
  contract: { id: 'fernhill-talent', name: 'Fernhill Talent' },
  mode: 'enforce',
  asOf: '2026-01-06T09:00:00.000Z',
  enteredAt: '2026-01-05T09:00:00.001Z',
  startUnknown: 0,
  ripeDays: 7,
  treated: {
    ...NOBODY,
    seats: 1,
    withoutBefore: 1,
    reactions: { ...NO_REACTION, warned: 1, too_recent: 1 },
  },
  observed: NOBODY,
  notices: { issued: 1, read: 0, medianDays: null, warnings: 1 },
  held: { sends: 0, inmails: 0, seats: 0 },
  difference: null,
  verdict: {
    tells: 'too_small',
    doubts: ['no_comparison', 'short_before', 'few_seats', 'few_inmails'],
  },
};

const HOLD = {
  id: '018f9c1e-0000-7000-8000-00000000000a',
  at: '2026-01-06T09:00:00.000Z',
  surface: 'search',
  recipients: 30,
};

export const pilotReportRoutes = [
  route(
    {
      name: 'readPilotReport',
      method: 'GET',
      path: '/v1/pilot/report',
      summary: 'What the pilot changed: its seats against those left in observe, before and after.',
      details:
        'It says by a stated rule when the numbers are too small to tell. Figures of seats together; no seat is named.',
      callers: ['lead', 'admin'],
      answer: { type: 'application/json', name: 'PilotReport', schema: pilotReportSchema },
      problems: [],
      example: { as: 'lead', answer: { whole: EXAMPLE } },
    },
    ({ ledger }) =>
      async (c) => {
        const reported = await reportPilot(ledger, c.get('caller').contract.id);
        return c.json(pilotReportJson(reported));
      },
  ),
  route(
    {
      name: 'reportHolds',
      method: 'POST',
      path: '/v1/holds',
      summary: 'Takes which bulk sends the extension held back, each once.',
      details: 'When, where and to how many; never to whom. They change no standing.',
      callers: ['recruiter'],
      body: { name: 'HoldBatch', schema: holdBatchSchema },
      answer: { type: 'application/json', name: 'HoldReceipt', schema: holdReceiptSchema },
      problems: [],
      example: {
        as: 'recruiter',
        body: { holds: [HOLD] },
        answer: { whole: { accepted: 1, duplicates: 0 } },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const { contract, seat } = c.get('caller');
        if (seat === null) throw new Fault('not_allowed', 'This token is of no seat.');
        const { holds } = await readBody(c, holdBatchSchema);
        return c.json(
          z.encode(holdReceiptSchema, await keepHolds(ledger, contract.id, seat, holds)),
        );
      },
  ),
];
