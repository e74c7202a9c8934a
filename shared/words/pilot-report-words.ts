import type { Doubt } from '#shared/policy/pilot.ts';
import type { Reaction } from '#shared/policy/reactions.ts';

/** The rule by which the numbers are too small to tell, in figures. */
type Rule = Readonly<{ seats: string; inmails: string; days: string }>;

/** What the report on a pilot tells, as text and as a page. Figures come in ready to be read. */
export type PilotReportWords = {
  title: string;
  about: (contract: string, treated: string, observed: string) => string;
  /** When the pilot began; null while no seat is in it. */
  since: (entered: string | null) => string;
  /** The same where it is not known of every seat. */
  sinceKnown: (entered: string) => string;
  madeAt: (when: string) => string;
  verdict: string;
  /** By how many percentage points, and between which. */
  better: (points: string, interval: string) => string;
  worse: (points: string, interval: string) => string;
  tooSmall: string;
  doubts: Record<Doubt, (rule: Rule) => string>;
  /** A difference of rates: with its sign, in percentage points. */
  points: (value: string) => string;
  tiles: { notices: string; read: string; held: string; difference: string };
  warningsOf: (warnings: string) => string;
  medianDays: (days: number, written: string) => string;
  heldTo: (inmails: string, seats: string) => string;
  rates: string;
  ratesNote: (days: string) => string;
  /** Seats whose time after is shortened, and seats that are left out, as nothing before is known. */
  shortened: (seats: string) => string;
  withoutBefore: (seats: string) => string;
  /** Seats of which a retention has removed when they entered. */
  startUnknown: (seats: string) => string;
  treated: string;
  observed: string;
  before: string;
  after: string;
  reactions: string;
  reactionsNote: (days: string) => string;
  reactionsOf: Record<Reaction, string>;
  nobodyWarned: string;
  sizes: (before: string, after: string) => string;
  heads: {
    group: string;
    seats: string;
    compared: string;
    inmails: string;
    bulk: string;
    perSeatWeek: string;
    rate: string;
    change: string;
    warned: string;
  };
  rule: string;
  ruleOf: (rule: Rule) => readonly string[];
  limits: string;
  limitsOf: readonly string[];
};
