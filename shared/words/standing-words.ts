/** Why nothing is known of the seat. */
export type UnknownReason =
  | 'not_connected'
  | 'not_connected_here'
  | 'signed_out'
  | 'offline'
  | 'no_reading'
  | 'check_due'
  | 'reload';

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
  ofMinimum: (total: string, minimum: string) => string;
  unknown: Record<UnknownReason, { word: string; sentence: string }>;
  chipTitle: (word: string, rate: string, answered: string, total: string) => string;
  line: (rate: string) => string;
  answered: (answered: string, accepted: string, declined: string) => string;
  waiting: (count: string) => string;
  means: {
    onTrack: (line: string) => string;
    close: (line: string, spare: string, isOne: boolean) => string;
    below: (line: string, when: string) => string;
    warningDue: string;
    warned: (until: string, line: string, minimum: string) => string;
    paused: (until: string) => string;
    improvement: (until: string) => string;
    collectingLow: (minimum: string, line: string) => string;
    collecting: (minimum: string) => string;
  };
  /** The next check judges only what is sent from a day on that is still to come. */
  judgesFrom: (check: string, from: string) => string;
  nextCheck: string;
  afterContinue: string;
  inTime: (duration: string) => string;
  asOf: (time: string) => string;
  live: string;
  offlineFor: (duration: string) => string;
  carriedForward: string;
  signedOut: string;
  provisional: (count: string, isOne: boolean) => string;
  /** Said after `provisional`: what only the confirmed InMails come to. */
  withoutThem: (rate: string, answered: string, total: string) => string;
  ownEvidence: (since: string) => string;
  inboxRead: (time: string) => string;
};
