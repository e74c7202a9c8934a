import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Answered } from '#extension/features/answered.ts';
import type { StartPart } from '#extension/features/feature.ts';
import { isOrphan } from '#extension/features/live.ts';
import { Place } from '#extension/surfaces/place.ts';
import { keepClearOfNav, spotUnderNav } from '#extension/surfaces/reports.ts';
import { ReportPanel } from '#extension/ui/report-panel.tsx';

/** The policy's figures over any of Recruiter's reports, and LinkedIn's own beside them. */
export const startReportPanel: StartPart = ({ tell, lookSoon }, styles) => {
  const place = new Place('report', styles.report);
  const answered = new Answered(tell.report, lookSoon);
  /** As this person left it. */
  let isOpen = true;
  const readOpen = async () => {
    const items = await browser.storage.local.get<{ isReportOpen?: boolean }>('isReportOpen');
    isOpen = items.isReportOpen ?? true;
    lookSoon();
  };
  void readOpen();
  const toggle = () => {
    isOpen = !isOpen;
    lookSoon();
    if (!isOrphan()) void browser.storage.local.set({ isReportOpen: isOpen });
  };
  return ({ view, seen }) => {
    const isWanted = seen.page === 'reports' && view.reading !== null && view.shown !== 'nothing';
    const content = isWanted ? answered.in(seen.language) : null;
    if (content === null) {
      place.keepAt(null);
      return;
    }
    place.keepAt(spotUnderNav(document, place.host));
    keepClearOfNav(document, place.host);
    render(<ReportPanel content={content} isOpen={isOpen} onToggle={toggle} />, place.drawing);
  };
};
