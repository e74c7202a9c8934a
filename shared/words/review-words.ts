import type { Standing } from '#shared/policy/standing.ts';
import type { ReviewOutcome, ReviewReason } from '#shared/policy/review.ts';

/** What a mail about a review says, ready to be read. */
export type ReviewMail = Readonly<{
  contract: string;
  seat: string;
  holder: string;
  reason: string;
  message: string;
  figures: string;
  asked: string;
  /** Of the proof; null where there is none. */
  hash: string | null;
}>;

/** Asking for a review, deciding it, and reading what was decided. */
export type ReviewWords = {
  ask: string;
  title: string;
  intro: string;
  manager: (name: string) => string;
  figures: (rate: string, answered: string, total: string) => string;
  noInMails: string;
  reason: string;
  reasons: Record<ReviewReason, string>;
  message: string;
  messageHint: string;
  carries: string;
  send: string;
  sending: string;
  isOpen: string;
  askedTitle: string;
  askedMeans: string;
  mail: string;
  mailHint: string;
  saveProof: string;
  saveMail: string;
  noProof: string;
  subject: (seat: string, holder: string) => string;
  mailBody: (mail: ReviewMail) => string;
  askedAt: (when: string) => string;
  waits: string;
  outcomes: Record<ReviewOutcome, string>;
  outcomeMeans: Record<ReviewOutcome, string>;
  because: (reason: string) => string;
  decidedAt: (when: string) => string;
  earlier: string;
  /** A lead's list and decision. */
  reviews: string;
  /** A link to them that says how many wait. */
  reviewsOf: (written: string) => string;
  /** Of seats, after how many they are. */
  askedFor: string;
  openCount: (count: number, written: string) => string;
  none: string;
  noneMeans: string;
  standings: Record<Standing, string>;
  /** What a request was about, each with its name before it. */
  about: { asked: string; check: string; terms: string; proof: string };
  counted: (accepted: string, declined: string, pending: string) => string;
  checkedAt: (when: string) => string;
  termsSay: (line: string, minimum: string, days: string) => string;
  termsOf: (profile: string, version: string) => string;
  hash: (hash: string) => string;
  seatPage: string;
  why: string;
  whyHint: string;
  uphold: string;
  decline: string;
  upholdMeans: string;
  declineMeans: string;
  decidedBefore: string;
};
