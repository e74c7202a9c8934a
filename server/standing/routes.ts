import { createHash } from 'node:crypto';
import { z } from 'zod';
import { EXAMPLE_READING } from '#server/described/example-reading.ts';
import { requireMaySee } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import { route } from '#server/http/route.ts';
import { readSeat } from '#server/standing/readings.ts';
import { readingSchema, type ReadingJson } from '#shared/wire/reading.ts';

/** Says whether a reading differs, `asOf` aside: a weak tag, as the bytes do differ in that. */
function tagOf(reading: ReadingJson): string {
  const said = JSON.stringify({ ...reading, asOf: null });
  const hash = createHash('sha256').update(said).digest('base64url');
  return `W/"${hash.slice(0, 27)}"`;
}

function isMatched(ifNoneMatch: string | undefined, tag: string): boolean {
  const given = (ifNoneMatch ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return given.includes('*') || given.includes(tag.slice(2));
}

export const standingRoutes = [
  route(
    {
      name: 'readSeat',
      method: 'GET',
      path: '/v1/seats/:seat/reading',
      summary: 'A seat as it stands now: tally, standing, next check, open notice and gate.',
      details: 'A recruiter reads the own seat, a lead every seat of the contract.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'Reading', schema: readingSchema },
      isConditional: true,
      problems: ['seat_unknown'],
      example: {
        as: 'recruiter',
        path: '/v1/seats/seat-1/reading',
        answer: { whole: EXAMPLE_READING },
      },
    },
    ({ ledger: context }) =>
      async (c) => {
        const caller = c.get('caller');
        const seat = c.req.param('seat');
        requireMaySee(caller, seat);
        const reading = await readSeat(context, caller.contract.id, seat);
        if (reading === null) throw new Fault('seat_unknown', undefined, 'seat');
        const json = z.encode(readingSchema, reading);
        const tag = tagOf(json);
        c.header('ETag', tag);
        return isMatched(c.req.header('if-none-match'), tag) ? c.body(null, 304) : c.json(json);
      },
  ),
];
