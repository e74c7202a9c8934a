import { profileList } from '#extension/surfaces/profile-list.ts';
import { surface } from '#extension/surfaces/surface.ts';

/** Search results, of the whole of LinkedIn or inside a project. */
export const search = /* @__PURE__ */ surface({
  name: 'search',
  path: /^\/talent\/(search|hire\/\d+\/discover\/recruiterSearch)(\/profile\/.*)?\/?$/,
  pages: {
    yes: [
      'https://www.linkedin.com/talent/search?searchContextId=1&searchHistoryId=2&start=0',
      'https://www.linkedin.com/talent/search/profile/AEMAAA0?trk=SEARCH_GLOBAL&rightRail=composer',
      'https://www.linkedin.com/talent/hire/314159/discover/recruiterSearch?start=25',
      'https://www.linkedin.com/talent/hire/314159/discover/recruiterSearch/profile/AEMAAA0/messages',
    ],
    no: [
      'https://www.linkedin.com/talent/search/advanced',
      'https://www.linkedin.com/talent/search/recruiter-search-history',
      'https://www.linkedin.com/talent/search/saved-searches',
      'https://www.linkedin.com/talent/hire/314159/discover/applyStarters',
    ],
  },
  parts: profileList,
  required: ['area'],
  bulk: profileList,
});
