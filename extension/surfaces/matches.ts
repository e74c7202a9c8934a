/** Recruiter's pages: today's, and those of the product that is being retired. */
export const RECRUITER_PAGES = [
  'https://www.linkedin.com/talent*',
  'https://www.linkedin.com/recruiter/*',
  'https://www.linkedin.com/cap/*',
];
