import { defineContentScript } from 'wxt/utils/define-content-script';
import { run } from '#extension/features/run.ts';

export default defineContentScript({
  matches: ['https://www.linkedin.com/talent*', 'https://www.linkedin.com/recruiter/*'],
  // Keys and focus in our own places have to be kept from the page's listeners, which come next.
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main() {
    run();
  },
});
