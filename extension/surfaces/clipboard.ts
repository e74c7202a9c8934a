import { surface, type BulkControl } from '#extension/surfaces/surface.ts';

/** Nothing beside the control itself is known of it. */
export const clipboardBulk: BulkControl = {
  control: [['button#project-bulk-action', null, 'D']],
  bar: [],
  area: [],
  counter: [],
};

/** The clipboard of the retired product. */
export const clipboard = /* @__PURE__ */ surface({
  name: 'clipboard',
  path: /^\/recruiter\/smartsearch\/clipboard\/?$/,
  parts: clipboardBulk,
  required: ['control'],
  bulk: clipboardBulk,
});
