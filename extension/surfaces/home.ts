import { surface } from '#extension/surfaces/surface.ts';

/** Recruiter's home page. Nothing of it is read; a must-read covers it. */
export const home = /* @__PURE__ */ surface({
  name: 'home',
  path: /^\/talent(\/(home(\/[\w-]+)?|hire)?)?\/?$/,
  pages: {
    yes: [
      'https://www.linkedin.com/talent/home',
      'https://www.linkedin.com/talent/home/reminders',
      'https://www.linkedin.com/talent/hire',
      'https://www.linkedin.com/talent/',
      'https://www.linkedin.com/talent?trk=nav',
    ],
    no: [
      'https://www.linkedin.com/talent/homepage',
      'https://www.linkedin.com/talent/projects',
      'https://www.linkedin.com/talent/hire/314159/overview',
      'https://www.linkedin.com/feed/',
    ],
  },
  parts: {},
  required: [],
  bulk: null,
});
