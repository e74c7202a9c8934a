import { known } from './known.ts';

/** The composer, one-to-one and bulk; nobody's capture of it could be had. */
export const COMPOSER = {
  composer: known(
    'div',
    '.messaging-composer[data-view-name="messaging-composer"]',
    'B',
    '2026-09',
    'container (attribute: C)',
  ),
  composerMulti: known(
    'div',
    '.multi-message-composer',
    'B',
    '2026-09',
    'seen in a one-to-one composer, whatever its name says',
  ),
  composerHeader: known('header', '#messaging-composer-header', 'C', null, 'title'),
  composerClose: known('button', '', 'B', '2026-06', 'known by its English label only'),
  composerForm: known('form', '.compose-form', 'C', null, 'everything to fill in'),
  banner: known('div', '', 'C', '2026-06', 'known by its text only'),
  bannerClose: known('button', '', 'B', '2026-06', 'known by its English label only'),
  recipients: known('div', '', 'D', '2026-06', 'bulk: text only, To: … View all N'),
  recipientsViewAll: known('button', '.inmail-component__button--tertiary', 'D', null, 'older'),
  templateSearch: known('input', '.ts-common-typeahead__input', 'B', '2026-09', 'role=combobox'),
  subjectWrapper: known(
    'div',
    '.single-message-composer__subject',
    'B',
    '2026-06',
    'seen in the bulk composer, whatever its name says',
  ),
  subject: known(
    'input',
    '.compose-subject__input[data-test-compose-subject-input]',
    'B+',
    '2026-09',
    'subject',
  ),
  body: known('div', '[data-test-compose-body]', 'B', '2026-06', 'holds the editor'),
  editor: known('div', '[data-test-rich-text-editor]', 'B', '2026-06', 'rich text editor'),
  editorContainer: known(
    'div',
    '.rich-text-editor__editor-elem.ql-container',
    'B',
    '2026-06',
    'container that the editor library makes',
  ),
  editorText: known('div', '.ql-editor', 'B', '2026-09', 'contenteditable, role=textbox'),
  variables: known('ul', '[data-test-variables-dropdown]', 'B', '2026-06', 'first name, …'),
  credits: known('span', '[data-test-inmail-credits-text]', 'B', '2026-09', '1/84 InMail Credits'),
  actions: known('div', '.compose-actions', 'B', '2026-06', 'row of the buttons'),
  send: known(
    'button',
    '.compose-actions__submit-button' +
      '[data-test-messaging-submit-btn][data-live-test-messaging-submit-btn]',
    'B+',
    '2026-09',
    'Send (class: older)',
  ),
  followUp: known('button', '', 'C', null, 'known by its label in English and German only'),
  saveTemplate: known('button', '', 'B', '2026-06', 'known by its English label only'),
};
