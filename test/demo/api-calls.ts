import type { Instant } from '#shared/policy/instant.ts';

/** What the demo asks of the process that runs its API. */
export type Call =
  | { do: 'open'; databaseUrl: string; at: Instant }
  | { do: 'prepare' }
  /** Sets the clock, and makes the checks that are due by then. */
  | { do: 'move'; at: Instant; isRunning: boolean }
  | { do: 'close' };

export type Asked = { id: number; call: Call };

export type Answered = {
  prepare: { lead: string; feed: string; seats: [seat: string, token: string][] };
};
