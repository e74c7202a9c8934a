import type { App } from '../app.ts';
import { enclosed } from '../enclosure.ts';
import { composer } from './composer.ts';
import { slideIn } from './outlets.ts';
import type { Selection } from './selection.ts';

/** The bulk composer slides in over the page it was opened from; the address stays. */
export function openBulkComposer(app: App, selection: Selection): void {
  const element = composer(app, {
    kind: 'bulk',
    recipients: selection.recipients,
    closed: (wasSent) => {
      opened.close();
      if (wasSent) selection.clear();
    },
  });
  const opened = slideIn('narrow', enclosed(app.session.flags.enclosure, element));
}
