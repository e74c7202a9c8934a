import { profileList } from '#extension/surfaces/profile-list.ts';
import { surface } from '#extension/surfaces/surface.ts';

/** Search results, of the whole of LinkedIn or inside a project. */
export const search = /* @__PURE__ */ surface({
  name: 'search',
  path: /^\/talent\/(search|hire\/\d+\/discover\/recruiterSearch)(\/profile\/.*)?\/?$/,
  parts: profileList,
  required: ['area'],
  bulk: profileList,
});
