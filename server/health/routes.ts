import { z } from 'zod';
import { PARTS } from '#server/health/readiness.ts';
import { route } from '#server/http/route.ts';

const aliveSchema = z.object({ status: z.literal('ok') });
const readinessSchema = z.object({
  status: z.enum(['ok', 'failing']),
  parts: z.record(z.enum(PARTS), z.enum(['ok', 'failing'])),
});

const alive = {
  method: 'GET',
  callers: 'anyone',
  answer: { type: 'application/json', name: 'Alive', schema: aliveSchema },
  problems: [],
  example: { answer: { whole: { status: 'ok' } } },
} as const;

export const healthRoutes = [
  route(
    { ...alive, name: 'health', path: '/health', summary: 'The process answers.' },
    () => (c) => c.json(z.encode(aliveSchema, { status: 'ok' })),
  ),
  route(
    {
      ...alive,
      name: 'isAlive',
      path: '/health/live',
      summary: 'The process answers; one that does not should be started again.',
    },
    () => (c) => c.json(z.encode(aliveSchema, { status: 'ok' })),
  ),
  route(
    {
      name: 'isReady',
      method: 'GET',
      path: '/health/ready',
      summary: 'Whether every part works: reading, writing, migrations, and checks in time.',
      callers: 'anyone',
      answer: { type: 'application/json', name: 'Readiness', schema: readinessSchema },
      otherwise: { status: 503, when: 'A part is failing, or did not answer within two seconds.' },
      problems: [],
      example: {
        answer: {
          whole: {
            status: 'ok',
            parts: { database: 'ok', writes: 'ok', migrations: 'ok', checks: 'ok' },
          },
        },
      },
    },
    ({ readiness }) =>
      async (c) => {
        const parts = await readiness();
        const isReady = Object.values(parts).every((state) => state === 'ok');
        const status = isReady ? 'ok' : 'failing';
        c.header('Cache-Control', 'no-store');
        return c.json(z.encode(readinessSchema, { status, parts }), isReady ? 200 : 503);
      },
  ),
];
