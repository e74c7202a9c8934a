import { known } from './known.ts';

/** The choice of a contract, projects, their stages and searches inside them. */
export const PROJECT = {
  contractSelect: known(
    'button',
    '[data-test-contract-select][data-live-test-contract-select]',
    'B',
    '2026-06',
    'chooses a contract; the second value names it',
  ),
  projectItem: known(
    'li',
    '.hp-project-list-item[data-test-hp-project-list-item]',
    'A',
    '2026-06',
    'a project in a list',
  ),
  projectItemActions: known(
    'button',
    '[data-test-project-list-item-actions-trigger]',
    'B',
    '2026-06',
    'actions of a project',
  ),
  prompt: known('textarea', '.copilot-chat-input__textbox', 'A', '2026-06', 'prompt of the home'),
  breadcrumbId: known('span', '[data-test-breadcrumbs-project-id]', 'A', '2026-07', 'project id'),
  breadcrumbName: known(
    'a',
    '[data-test-breadcrumbs-project-name]',
    'A',
    '2026-07',
    'project name',
  ),
  stage: known(
    'a',
    '[data-test-pipeline-state][data-live-test-pipeline-state]',
    'B',
    '2026-06',
    'value: SHORTLISTED (shown as uncontacted), CONTACTED, ARCHIVED, ALL',
  ),
  stageCount: known('span', '[data-test-pipeline-profile-count]', 'B', '2026-06', 'of a stage'),
  stageSearch: known(
    'input',
    '.actions-bar-filters__search-input-box[data-test-pipeline-keyword-search]',
    'B',
    '2026-06',
    'search in a project',
  ),
  filters: known('ul', '.applied-filters-bar__list', 'B', '2026-06', 'filters in use'),
};
