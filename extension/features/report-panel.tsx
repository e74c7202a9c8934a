import { render } from 'preact';
import type { StartPart } from '#extension/features/feature.ts';
import { ReportStore } from '#extension/features/report-store.ts';
import { Place } from '#extension/surfaces/place.ts';
import { keepClearOfNav, spotUnderNav } from '#extension/surfaces/reports.ts';
import { ReportPanel } from '#extension/ui/report-panel.tsx';

/** The policy's figures over any of Recruiter's reports, and LinkedIn's own beside them. */
export const startReportPanel: StartPart = ({ tell, lookSoon }, styles) => {
  const place = new Place('report', styles.report);
  const store = new ReportStore(tell, lookSoon);
  return ({ view, seen }) => {
    const isWanted = seen.page === 'reports' && view.reading !== null && view.shown !== 'nothing';
    const content = isWanted ? store.contentIn(seen.language) : null;
    if (content === null) {
      place.keepAt(null);
      return;
    }
    place.keepAt(spotUnderNav(document, place.host));
    keepClearOfNav(document, place.host);
    render(
      <ReportPanel
        content={content}
        isOpen={store.isOpen}
        onToggle={() => {
          store.toggle();
        }}
      />,
      place.drawing,
    );
  };
};
