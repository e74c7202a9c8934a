import type { SurfaceName } from '#extension/surfaces/surface.ts';

type Examples = Readonly<{ yes: readonly string[]; no: readonly string[] }>;

/**
 * Addresses that are a surface's page and addresses that are not, for every surface that has pages of
 * its own. Beside the declarations, as these go into every page of Recruiter and examples need not.
 */
export const PAGE_EXAMPLES: Readonly<Partial<Record<SurfaceName, Examples>>> = {
  clipboard: {
    yes: [
      'https://www.linkedin.com/recruiter/smartsearch/clipboard?searchHistoryId=1',
      'https://www.linkedin.com/recruiter/smartsearch/clipboard',
    ],
    no: [
      'https://www.linkedin.com/recruiter/smartsearch?searchHistoryId=1',
      'https://www.linkedin.com/recruiter/projects/1',
    ],
  },
  home: {
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
  inbox: {
    yes: [
      'https://www.linkedin.com/talent/inbox/0/main',
      'https://www.linkedin.com/talent/inbox/0/main/id/2-AAA?filter=ACCEPTED',
      'https://www.linkedin.com/talent/inbox/0/projects?projectId=314159&filter=unread',
      'https://www.linkedin.com/talent/inbox',
    ],
    no: ['https://www.linkedin.com/talent/inboxes', 'https://www.linkedin.com/talent/messages'],
  },
  profile: {
    yes: [
      'https://www.linkedin.com/talent/profile/AEMAAA0?trk=SEARCH_GLOBAL&rightRail=composer',
      'https://www.linkedin.com/talent/profile/ACoAAA0/messages',
    ],
    no: ['https://www.linkedin.com/talent/profile/', 'https://www.linkedin.com/in/somebody/'],
  },
  project: {
    yes: [
      'https://www.linkedin.com/talent/hire/314159/manage/all',
      'https://www.linkedin.com/talent/hire/314159/manage/2718?start=0',
      'https://www.linkedin.com/talent/hire/314159/manage/all/profile/AEMAAA0?project=314159',
    ],
    no: [
      'https://www.linkedin.com/talent/hire/314159/overview',
      'https://www.linkedin.com/talent/hire/314159',
      'https://www.linkedin.com/talent/projects',
    ],
  },
  reports: {
    yes: [
      'https://www.linkedin.com/talent/reports',
      'https://www.linkedin.com/talent/reports/pipeline-report?days=30',
    ],
    no: ['https://www.linkedin.com/talent/reporting', 'https://www.linkedin.com/talent/jobs'],
  },
  search: {
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
};
