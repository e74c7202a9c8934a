import { defineContentScript } from 'wxt/utils/define-content-script';
import { run } from '#extension/features/run.ts';
import { RECRUITER_PAGES } from '#extension/surfaces/matches.ts';

export default defineContentScript({
  matches: RECRUITER_PAGES,
  // Keys and focus in our own places have to be kept from the page's listeners, which come next.
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main() {
    run();
  },
});
