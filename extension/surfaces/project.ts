import { profileList } from '#extension/surfaces/profile-list.ts';
import { surface } from '#extension/surfaces/surface.ts';

/** The pipeline of a project, whole or one stage of it. */
export const project = /* @__PURE__ */ surface({
  name: 'project',
  path: /^\/talent\/hire\/\d+\/manage(\/.*)?$/,
  pages: {
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
  parts: profileList,
  required: ['area'],
  bulk: profileList,
});
