/** A notice that has to be read, every word of it. */
export type MustReadContent = Readonly<{
  title: string;
  /** What happened, in numbers. */
  happened: string;
  /** What it means, and until when. */
  means: readonly string[];
  tipsTitle: string;
  /** None where there is nothing to do better. */
  tips: readonly Readonly<{ tip: string; evidence: string }>[];
  /** Leads to the policy in plain words. */
  learnMore: string;
  /** Leads to where a review is asked for. */
  review: string;
  /** What the contract recommends to learn from, by its title. */
  training: readonly string[];
  /** Who to ask. */
  ask: string;
  proceed: string;
  notKept: string;
}>;
