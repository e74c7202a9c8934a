import type { Spell } from '#shared/policy/spells.ts';
import type { ProfileName, TermName } from '#shared/policy/terms.ts';

/** A count of many, and its share of them with its interval, ready to be read. */
export type Part = Readonly<{ part: string; of: string; share: string }>;

type ProfileFigures = Readonly<{
  line: string;
  minimum: string;
  /** In days. */
  window: string;
  /** As `every` says it. */
  every: string;
  /** In days. */
  grace: string;
}>;

/** One sentence each on what was assumed, and on what the figures cannot say. */
type Assumptions = {
  /** Each warning counts as read so many days after it was issued. */
  readAfter: (days: string) => string;
  readAtOnce: string;
  /** What the history holds counts, and nothing else. */
  readAsInHistory: (acknowledgements: string) => string;
  neverRead: string;
  /** Under terms where the check starts the warning period. */
  needsNoReading: string;
  /** Of the history's own changes of terms; only where there are any. */
  termsSetAside: (changes: string) => string;
};

/** What a backtest tells, as text and as a page. Figures, dates and days come in ready to be read. */
export type BacktestWords = {
  title: string;
  /** What the history is. */
  history: (seats: string, inmails: string, from: string, until: string) => string;
  madeAt: (when: string) => string;
  summary: string;
  lead: (terms: string, warned: Part, restricted: Part) => string;
  /** Warnings are told only where some were issued, and so are restrictions. */
  warningsCameTo: (issued: string, restricted: string, recovered: string, tooFew: string) => string;
  warningsUnread: (count: string) => string;
  restrictionsEnded: (recovered: string, tooFew: string, running: string) => string;
  heldInMails: (held: Part) => string;
  notEnough: string;
  /** The terms take effect after the history ends. */
  notInForce: (from: string) => string;
  warningsBecame: string;
  warningEnds: Record<'restricted' | 'recovered' | 'tooFew' | 'unread' | 'other', string>;
  pausesEnded: string;
  more: (count: string) => string;
  tiles: { warned: string; restricted: string; days: string; held: string };
  ofMany: (part: string, of: string) => string;
  daysEach: (days: string) => string;
  compared: string;
  comparedNote: string;
  /** Beside the terms that all else is about. */
  inDetail: string;
  atATime: string;
  atATimeNote: (most: string, when: string) => string;
  segments: string;
  segmentsMet: string;
  segmentsNote: (line: string) => string;
  noSegment: string;
  who: string;
  whoNote: (shown: string, all: string) => string;
  nobody: string;
  assumed: string;
  limits: string;
  /** What a profile is, by its own figures. */
  profiles: Record<ProfileName, (figures: ProfileFigures) => string>;
  assumptions: Assumptions;
  limitsOf: readonly string[];
  heads: {
    terms: string;
    segment: string;
    seat: string;
    seats: string;
    judged: string;
    warned: string;
    restricted: string;
    renewed: string;
    days: string;
    recovered: string;
    tooFew: string;
    inmails: string;
    rate: string;
    held: string;
    from: string;
    until: string;
    end: string;
    interval: string;
  };
  ends: Record<Spell['end'], string>;
  /** How far a value of a term is from the profile's, in a few words. */
  terms: Record<TermName, (value: string) => string>;
  yesOrNo: { yes: string; no: string };
  starts: { acknowledgement: string; check: string };
  every: (days: string, isOne: boolean) => string;
  days: (count: string, isOne: boolean) => string;
};
