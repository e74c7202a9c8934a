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
};
