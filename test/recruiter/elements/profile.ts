import { known } from './known.ts';

/** A profile, as a page or as a slide-in over a list. */
export const PROFILE = {
  slideInProfile: known('div', '.profile-slidein__container', 'B', '2026-03', 'over a list'),
  profileMain: known(
    'div',
    '.profile__main-container[data-live-test-profile-container]',
    'B',
    '2026-03',
    'the profile (attribute: C)',
  ),
  profileExit: known('div', '', 'B', '2026-06', 'role=button, known by its English label only'),
  profileStep: known('button', '.skyline-pagination-button', 'B', '2026-03', 'previous, next'),
  topCard: known('div', '.topcard-condensed__actions', 'C', null, 'actions of a profile'),
  publicLink: known('a', '[data-test-public-profile-link]', 'C', null, 'public profile'),
  tabIndex: known('a', '[data-test-index-tab]', 'A', '2026-07', 'tab'),
  tabProjects: known('a', '[data-test-projects-tab]', 'A', '2026-07', 'tab'),
  tabMessages: known('a', '[data-test-messages-tab]', 'A', '2026-07', 'tab'),
  tabAttachments: known('a', '[data-test-attachments-tab]', 'A', '2026-07', 'tab'),
  tabFeedback: known('a', '[data-test-feedback-tab]', 'A', '2026-07', 'tab'),
  tabActivities: known('a', '[data-test-recruiting-activities-tab]', 'A', '2026-07', 'tab'),
  rightRailComposer: known(
    'div',
    '.profile__right-rail-composer.profile__right-rail-message-composer',
    'C',
    null,
    'holds the one-to-one composer',
  ),
  similar: known('div', '.similar-profiles__container', 'C', null, 'similar profiles'),
  similarRow: known('section', '.similar-profiles__row', 'C', null, 'one of them'),
  similarTitle: known('span', '.lockup__content-title', 'C', null, 'its name, holds a link'),
  noteBox: known('div', '[data-test-add-note-container]', 'B', '2026-06', 'a note being written'),
  noteText: known('textarea', '[data-test-mentions-edit-textarea]', 'B', '2026-06', 'its text'),
  noteSubmit: known(
    'button',
    '[data-test-create-edit-note-submit-btn]',
    'B',
    '2026-06',
    'keeps the note',
  ),
};
