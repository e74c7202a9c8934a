// Apart from the schemas that hold to them: a page that shows a limit carries no schema for it.

/** Seats whose trends are asked for at once. */
export const MOST_TRENDS = 100;

/** What a recruiter asks of a review, and a lead's reason. */
export const MOST_REVIEW_CHARACTERS = 2000;
