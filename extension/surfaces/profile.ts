import { surface } from '#extension/surfaces/surface.ts';

/** A profile as a page of its own; over a list it belongs to the page of the list. */
export const profile = /* @__PURE__ */ surface({
  name: 'profile',
  path: /^\/talent\/profile\/[^/]+/,
  parts: {},
  required: [],
  bulk: null,
});
