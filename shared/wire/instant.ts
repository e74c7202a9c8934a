import { z } from 'zod';
import { formatInstant, parseInstant } from '#shared/policy/instant.ts';

/** On the wire an instant is ISO 8601 in UTC; on both sides of it, milliseconds. */
export const instant = z.codec(
  z.string().refine((text) => parseInstant(text) !== null, {
    error: 'An instant looks like 2026-01-05T09:00:00.000Z.',
  }),
  z.number(),
  {
    decode: (text) => parseInstant(text) ?? Number.NaN,
    encode: formatInstant,
  },
);
