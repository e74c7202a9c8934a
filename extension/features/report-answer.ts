import { reportContent } from '#extension/features/report-content.ts';
import { viewOf, type Known } from '#extension/features/view.ts';
import type { ReportWanted } from '#extension/state/messages.ts';
import type { StoredReport } from '#extension/state/stored-report.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { overlayWords } from '#shared/words/overlay-words.ts';
import type { ReportContent } from '#shared/words/report-content.ts';

/** Which reading is shown in the page is the page's to say, as only it sees which contract is open. */
export type ReportSources = Pick<Known, 'stored' | 'connection' | 'now'> &
  Readonly<{ report: StoredReport | null }>;

/** What the panel over a report says, put into words by the worker: a page has no room for it. */
export function answerReport(
  { language, timeZone }: ReportWanted,
  { report, ...known }: ReportSources,
): ReportContent | null {
  const view = viewOf({ ...known, contractName: null, isOrphan: false });
  if (view.reading === null || view.shown === 'nothing') return null;
  const speech = { numbers: numbersIn(language, timeZone), words: overlayWords(language) };
  return reportContent(view, view.reading, report, speech);
}
