import { cardText } from '#extension/features/card-text.ts';
import { latelyText } from '#extension/features/lately-text.ts';
import { noticeContent } from '#extension/features/notice-content.ts';
import { openNotice } from '#extension/features/open-notice.ts';
import { reportContent } from '#extension/features/report-content.ts';
import { viewOf, type Known, type View } from '#extension/features/view.ts';
import type { RecipientsAsked, Spoken, ToldNotice } from '#extension/state/messages.ts';
import type { StoredReport } from '#extension/state/stored-report.ts';
import type { LatelyMessaged } from '#shared/wire/lately-messaged.ts';
import type { CardContent } from '#shared/words/card-content.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import type { ReportContent } from '#shared/words/report-content.ts';
import { toldWords } from '#shared/words/told-words.ts';

// What the worker puts into words for Recruiter's page, which has no room for all of them.

/** Whether it is shown is the page's to say, as only it sees which contract is open. */
export type Sources = Pick<Known, 'stored' | 'connection' | 'now'>;

function viewFrom(known: Sources): View {
  return viewOf({ ...known, contractName: null, isOrphan: false });
}

function speechIn({ language, timeZone }: Spoken) {
  return { numbers: numbersIn(language, timeZone), words: toldWords(language) };
}

/** What the panel over a report says. */
export function answerReport(
  spoken: Spoken,
  known: Sources,
  report: StoredReport | null,
): ReportContent | null {
  const view = viewFrom(known);
  if (view.reading === null || view.shown === 'nothing') return null;
  return reportContent(view, view.reading, report, speechIn(spoken));
}

/** What the card under the chip says. */
export function answerCard(spoken: Spoken, known: Sources): CardContent | null {
  const view = viewFrom(known);
  if (view.reading === null || view.shown === 'nothing') return null;
  const { numbers, words } = speechIn(spoken);
  return { ...cardText(view, numbers, words.standing), review: words.notice.review };
}

/** What the must-read of the open notice says. */
export function answerNotice(spoken: Spoken, known: Sources): ToldNotice | null {
  const view = viewFrom(known);
  const notice = openNotice(view);
  if (view.reading === null || notice === null) return null;
  const { type, issuedAt } = notice;
  return { type, issuedAt, content: noticeContent(notice, view.reading, view, speechIn(spoken)) };
}

/** What is known of those that a bulk composer writes to. */
export function answerRecipients(asked: RecipientsAsked, lately: LatelyMessaged): string | null {
  const { numbers, words } = speechIn({ language: asked.language, timeZone: 'UTC' });
  return latelyText(lately, asked.recipients, words.lately, numbers);
}
