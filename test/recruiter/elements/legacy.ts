import { known } from './known.ts';

/** The clipboard of the retired product: a document of its own. */
export const LEGACY = {
  legacyUser: known('div', '#nav-tools-user', 'D', null, 'account'),
  legacySelectAll: known(
    'input',
    '[data-tracking-control-name="selectAllBtn"]',
    'D',
    null,
    'selects everybody',
  ),
  legacyBulkAction: known('button', '#project-bulk-action', 'D', null, 'acts on the selection'),
  legacyRecipient: known(
    'li',
    '.compose-recipients__msg-to-list-item',
    'C',
    null,
    'somebody that a bulk message goes to',
  ),
  legacyText: known('textarea', '.compose-textarea__textarea', 'C', null, 'what is written'),
  legacySend: known(
    'button',
    '.compose-actions__submit-button.msg-cmpt__button--small',
    'C',
    null,
    'Send',
  ),
};
