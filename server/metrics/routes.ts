import { listContracts } from '#server/contracts/store.ts';
import { route, type Services } from '#server/http/route.ts';
import { countSeats } from '#server/metrics/store.ts';
import { overdueMs } from '#server/standing/overdue.ts';
import { MODES } from '#shared/policy/rollout.ts';
import { STANDINGS } from '#shared/policy/standing.ts';

/** What is not counted as it happens is looked up when somebody asks. */
async function lookUp({ ledger, metrics }: Services): Promise<void> {
  const { database, now } = ledger;
  metrics.overdue.set((await overdueMs(database, now())) / 1000);
  // A series that vanishes cannot be told from one that is no longer collected.
  for (const standing of STANDINGS) {
    for (const mode of MODES) metrics.seats.set({ standing, mode }, 0);
  }
  for (const { id } of await database.read(listContracts)) {
    for (const { count, ...of } of await database.read((reader) => countSeats(reader, id))) {
      metrics.seats.inc(of, count);
    }
  }
}

export const metricsRoutes = [
  route(
    {
      name: 'metrics',
      method: 'GET',
      path: '/metrics',
      summary: 'What the server counts, as Prometheus reads it.',
      details: 'It is of all contracts, so that no contract’s token opens it.',
      callers: 'operator',
      answer: { type: 'text/plain' },
      problems: ['busy'],
      example: { answer: { piece: '# TYPE good_standing_http_requests_total counter' } },
    },
    (services) => async (c) => {
      await lookUp(services);
      const { registry } = services.metrics;
      return c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType });
    },
  ),
];
