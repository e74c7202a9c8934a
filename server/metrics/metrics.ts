import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type Metrics = ReturnType<typeof createMetrics>;

/** What the server counts. No label says who: routes are patterns, and seats are only counted. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Counter({
      name: 'good_standing_http_requests_total',
      help: 'Requests answered, by the pattern of the route.',
      labelNames: ['route', 'method', 'status'] as const,
      registers,
    }),
    latency: new Histogram({
      name: 'good_standing_http_request_duration_seconds',
      help: 'How long requests took to answer.',
      labelNames: ['route', 'method'] as const,
      buckets: SECONDS,
      registers,
    }),
    events: new Counter({
      name: 'good_standing_events_total',
      help: 'Events offered: accepted, known already (duplicate), or refused with a code.',
      labelNames: ['outcome', 'code'] as const,
      registers,
    }),
    checks: new Counter({
      name: 'good_standing_checks_total',
      help: 'Checks of seats made.',
      registers,
    }),
    overdue: new Gauge({
      name: 'good_standing_checks_overdue_seconds',
      help: 'How long the check that has waited longest is overdue; 0 where none is.',
      registers,
    }),
    seats: new Gauge({
      name: 'good_standing_seats',
      help: 'Seats of all contracts, by standing and mode.',
      labelNames: ['standing', 'mode'] as const,
      registers,
    }),
    queueWait: new Histogram({
      name: 'good_standing_write_queue_wait_seconds',
      help: 'How long a write waited for those before it.',
      buckets: SECONDS,
      registers,
    }),
  };
}
