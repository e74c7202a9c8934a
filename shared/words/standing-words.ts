import type { Says } from '#shared/words/speak.ts';

/** Why nothing is known of the seat. */
export const UNKNOWN_REASONS = [
  'not_connected',
  'not_connected_here',
  'signed_out',
  'offline',
  'no_reading',
  'check_due',
  'reload',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** What chip and card say of a standing. Rates, counts and instants come in ready to be read. */
export type StandingWords = {
  product: string;
  onTrack: string;
  close: string;
  below: string;
  warned: string;
  /** A warning whose notice has not been read yet. */
  noticeToRead: string;
  paused: string;
  /** The Improvement Period where a pilot refuses nothing. */
  improvement: string;
  noInMails: string;
  ofMinimum: Says<'total' | 'minimum'>;
  unknown: Record<UnknownReason, { word: string; sentence: string }>;
  chipTitle: Says<'word' | 'rate' | 'answered' | 'total'>;
  line: (rate: string) => string;
  answered: Says<'answered' | 'accepted' | 'declined'>;
  waiting: (count: string) => string;
  means: {
    onTrack: (line: string) => string;
    close: Says<'line' | 'spare', 'isOne'>;
    below: Says<'line' | 'when'>;
    warningDue: string;
    warned: Says<'until' | 'line' | 'minimum'>;
    paused: (until: string) => string;
    improvement: (until: string) => string;
    collectingLow: Says<'minimum' | 'line'>;
    collecting: (minimum: string) => string;
  };
  /** The next check judges only what is sent from a day on that is still to come. */
  judgesFrom: Says<'check' | 'from'>;
  nextCheck: string;
  afterContinue: string;
  inTime: (duration: string) => string;
  asOf: (time: string) => string;
  live: string;
  offlineFor: (duration: string) => string;
  carriedForward: string;
  signedOut: string;
  provisional: Says<'count', 'isOne'>;
  /** Said after `provisional`: what only the confirmed InMails come to. */
  withoutThem: Says<'rate' | 'answered' | 'total'>;
  ownEvidence: (since: string) => string;
  inboxRead: (time: string) => string;
};
