import type { BulkControl, Part } from '#extension/surfaces/surface.ts';

/**
 * The list of people that search results and a project's pipeline have in common. That similar
 * profiles have its bulk control too is not known, but taken to be so.
 */
export const profileList: BulkControl = {
  control: [
    // Not inside a row: there the same action may write to one person.
    [
      'button[data-test-action="send-message"]:not([data-test-profile-list-view-list-row] *, .profile-list-item *)',
      '2026-06',
      'B',
    ],
  ],
  bar: [
    ['[data-test-profile-list-bulk-actions]', '2026-06', 'B'],
    ['[data-live-test-profile-list-bulk-actions]', '2026-06', 'B'],
    ['.bulk-actions', '2026-06', 'A'],
  ],
  area: [
    ['[data-test-profile-list-in-container]', '2026-06', 'A'],
    ['.profile-list-container', '2026-06', 'A'],
    ['.similar-profiles__container', null, 'C'],
  ],
  counter: [['[data-test-profile-list-num-selected]', null, 'C']],
};

/** What a note on the list's control comes after, so that it covers nothing. */
export const listHeader: Part = [
  ['.profile-list__header', '2026-06', 'A'],
  ['.profile-list__bulk-actions-pagination-wrapper', '2026-06', 'A'],
  ['.bulk-actions', '2026-06', 'A'],
];

export const row: Part = [
  ['[data-test-profile-list-view-list-row]', '2026-06', 'A'],
  ['.profile-list-item', '2026-06', 'A'],
];
export const rowLink: Part = [
  ['[data-test-row-lockup-full-name] a[data-test-link-to-profile-link]', '2026-06', 'A'],
  ['a[href*="/profile/"]', null, 'D'],
];

/** What a row is selected by. */
export const rowBox: Part = [
  ['.profile-list-item__selector input.small-input', '2026-06', 'A'],
  ['input[type="checkbox"]', null, 'D'],
];

/** Opens a composer to the one person of its row. */
export const messageToOne: Part = [
  ['button[data-test-component="message-icon-btn"]', '2026-06', 'A'],
  ['button[data-walkme-id="profile-message-icon-btn"]', '2026-06', 'A'],
];

/** Recruiter's id of the member that an address shows; null where it shows none. */
export function memberIdIn(address: string): string | null {
  return /\/profile\/([^/?#]+)/.exec(address)?.[1] ?? null;
}
