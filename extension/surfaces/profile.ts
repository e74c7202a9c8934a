import { surface } from '#extension/surfaces/surface.ts';

/** A profile as a page of its own; over a list it belongs to the page of the list. */
export const profile = /* @__PURE__ */ surface({
  name: 'profile',
  path: /^\/talent\/profile\/[^/]+/,
  pages: {
    yes: [
      'https://www.linkedin.com/talent/profile/AEMAAA0?trk=SEARCH_GLOBAL&rightRail=composer',
      'https://www.linkedin.com/talent/profile/ACoAAA0/messages',
    ],
    no: ['https://www.linkedin.com/talent/profile/', 'https://www.linkedin.com/in/somebody/'],
  },
  parts: {},
  required: [],
  bulk: null,
});
