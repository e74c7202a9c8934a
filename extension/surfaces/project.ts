import { profileList } from '#extension/surfaces/profile-list.ts';
import { surface } from '#extension/surfaces/surface.ts';

/** The pipeline of a project, whole or one stage of it. */
export const project = /* @__PURE__ */ surface({
  name: 'project',
  path: /^\/talent\/hire\/\d+\/manage(\/.*)?$/,
  parts: profileList,
  required: ['area'],
  bulk: profileList,
});
