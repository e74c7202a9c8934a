import { surface } from '#extension/surfaces/surface.ts';

/** Recruiter's home page. Nothing of it is read; a must-read covers it. */
export const home = /* @__PURE__ */ surface({
  name: 'home',
  path: /^\/talent(\/(home(\/[\w-]+)?|hire)?)?\/?$/,
  parts: {},
  required: [],
  bulk: null,
});
