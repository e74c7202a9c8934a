import type { Instant } from '#shared/policy/instant.ts';

/** What the demo asks of the process that runs its API. */
export type Call =
  | { do: 'open'; databaseUrl: string; at: Instant }
  | { do: 'prepare' }
  /** A token of one who calls it that is good now: of a seat's recruiter, by the seat. */
  | { do: 'bearer'; who: string }
  /** Approves what a device asks at this address: as a seat's recruiter, or as the lead. */
  | { do: 'approve'; verificationUrl: string; who: string }
  /** Sets the clock, and makes the checks that are due by then. */
  | { do: 'move'; at: Instant; isRunning: boolean }
  | { do: 'close' };

export type Asked = { id: number; call: Call };
