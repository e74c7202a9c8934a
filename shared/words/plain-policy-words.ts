/** The questions that the policy in plain words answers, in the order in which it is read. */
export const POLICY_QUESTIONS = [
  'what-is-it',
  'the-rule',
  'how-it-starts',
  'what-is-a-response',
  'how-the-rate-is-counted',
  'bulk-answers-count',
  'where-is-my-rate',
  'first-time-below',
  'again-below',
  'what-happens-below',
  'where-messages-appear',
  'one-to-one-while-paused',
  'end-of-the-period',
  'transferred-seats',
  'why-one-line-for-all',
  'why-bulk-at-all',
  'bought-packages',
  'who-to-ask',
  'what-helps',
  'training',
  'leaving-the-contract',
] as const;
export type PolicyQuestion = (typeof POLICY_QUESTIONS)[number];

/** The terms as people read them. */
export type PolicyFigures = Readonly<{
  line: string;
  minimum: string;
  days: string;
  warningDays: string;
  improvementDays: string;
  /** Null where the warning period is judged as soon as it ends. */
  graceDays: string | null;
  /** The warning period starts with CONTINUE, or with the check that finds the rate below. */
  startsAtContinue: boolean;
  warnsOnce: boolean;
  /** Days between checks; null where there is one every day. */
  checkEveryDays: string | null;
  /** Time of day of the checks, in UTC. */
  checkTime: string;
  /** Of as many InMails as the minimum: the fewest answers that are enough, and one fewer. */
  enough: string;
  oneTooFew: string;
}>;

export type Answer = Readonly<{
  ask: string;
  /** One string a paragraph. */
  answer: (figures: PolicyFigures) => readonly string[];
}>;

export type PlainPolicyWords = Readonly<{
  title: string;
  /** What this page is, and what it is not. */
  intro: (figures: PolicyFigures) => string;
  /** A contract may have set stricter terms. */
  stricter: string;
  questions: string;
  answers: Readonly<Record<PolicyQuestion, Answer>>;
}>;
