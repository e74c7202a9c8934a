import type { Part } from '#extension/surfaces/surface.ts';

export const container: Part = [
  ['.messaging-composer', '2026-09', 'B'],
  ['[data-view-name="messaging-composer"]', null, 'C'],
  ['.multi-message-composer', '2026-09', 'B'],
  ['.compose-form', null, 'C'],
];
export const send: Part = [
  ['button[data-test-messaging-submit-btn]', '2026-09', 'B+'],
  ['button[data-live-test-messaging-submit-btn]', '2026-09', 'B+'],
  ['button.compose-actions__submit-button', null, 'C'],
  ['button.msg-cmpt__button--small', null, 'C'],
];
export const body: Part = [
  ['[data-test-compose-body] .ql-editor', '2026-06', 'B'],
  ['.ql-editor', '2026-09', 'B'],
  ['.compose-textarea__textarea', null, 'C'],
];
export const subject: Part = [
  ['input[data-test-compose-subject-input]', '2026-09', 'B'],
  ['input.compose-subject__input', '2026-09', 'B+'],
  // Seen in the bulk composer, whatever its name says.
  ['.single-message-composer__subject input', '2026-06', 'B'],
  // Of a bulk message it ends so, in English.
  ['input[aria-label$="essage subject"]', '2026-06', 'B'],
];
/** Only the composer of one profile has been seen in here. */
export const rightRail: Part = [
  ['.profile__right-rail-composer', null, 'C'],
  ['.profile__right-rail-message-composer', null, 'C'],
];
export const actions: Part = [['.compose-actions', '2026-06', 'B']];
