/** Why a recruiter believes that a seat was judged wrongly. */
export const REVIEW_REASONS = [
  'replies_missing',
  'not_my_inmails',
  'numbers_wrong',
  'other',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

export const REVIEW_OUTCOMES = ['upheld', 'declined'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];
