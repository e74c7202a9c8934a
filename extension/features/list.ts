import { startChip } from '#extension/features/chip.tsx';
import { startComposerStrip } from '#extension/features/composer-strip.tsx';
import type { StartFeature, StartPart } from '#extension/features/feature.ts';
import { startInboxAnswers } from '#extension/features/inbox-answers.ts';
import { startHeldSends } from '#extension/features/held-sends.ts';
import { startHeldControls } from '#extension/features/held-controls.tsx';
import { startMustRead } from '#extension/features/must-read.tsx';
import { startObservedSends } from '#extension/features/observed-sends.ts';
import { startReportPanel } from '#extension/features/report-panel.tsx';

// Everything the overlay does. A new feature is a file and a line here.

/** What works from the first moment on. */
export const FEATURES: readonly StartFeature[] = [
  startHeldSends,
  startObservedSends,
  startInboxAnswers,
];

/** What is shown once the words of the page's language are here. */
export const PARTS: readonly StartPart[] = [
  startHeldControls,
  startChip,
  startMustRead,
  startComposerStrip,
  startReportPanel,
];
