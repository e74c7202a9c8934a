import { z } from 'zod';
import { requireMaySee } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import { readQuery } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { proveCheck } from '#server/proofs/prove.ts';
import { instant } from '#shared/wire/instant.ts';
import { proofSchema } from '#shared/wire/proof.ts';

const atSchema = z.object({ at: instant.optional() });

export const proofRoutes = [
  route(
    {
      name: 'proveCheck',
      method: 'GET',
      path: '/v1/seats/:seat/proof',
      query: {
        at: 'An earlier check: the last one made by then, such as 2026-01-06T00:00:00.000Z.',
      },
      summary: 'What the last check of a seat counted, compared and came to, with a hash over it.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'Proof', schema: proofSchema },
      problems: ['seat_unknown', 'never_checked', 'evidence_gone', 'field_invalid'],
      example: {
        as: 'recruiter',
        path: '/v1/seats/seat-1/proof',
        answer: { piece: '"answeredTimes10000":120000,"thresholdBpsTimesTotal":156000' },
      },
    },
    ({ ledger: context }) =>
      async (c) => {
        const caller = c.get('caller');
        const seat = c.req.param('seat');
        requireMaySee(caller, seat);
        const { at } = readQuery(c, atSchema);
        const outcome = await proveCheck(context, caller.contract.id, seat, at);
        if (!outcome.ok) throw new Fault(outcome.code, undefined, 'seat');
        return c.json(z.encode(proofSchema, outcome.proof));
      },
  ),
];
