import { createRef, render } from 'preact';
import type { Scene, StartPart } from '#extension/features/feature.ts';
import { markAcknowledged } from '#extension/features/open-notice.ts';
import { onReadRequest } from '#extension/features/read-request.ts';
import type { ToldNotice } from '#extension/state/messages.ts';
import { coversAbove, Place, stopsIn } from '#extension/surfaces/place.ts';
import { MustRead } from '#extension/ui/must-read.tsx';
import type { NoticeType } from '#shared/policy/standing.ts';
import type { PolicyQuestion } from '#shared/words/plain-policy-words.ts';

/** What somebody who reads a notice wants to know more of. */
const QUESTIONS: Readonly<Record<NoticeType, PolicyQuestion>> = {
  warning: 'first-time-below',
  improvement_started: 'what-happens-below',
  improvement_renewed: 'what-happens-below',
  improvement_ended: 'end-of-the-period',
  inherited: 'transferred-seats',
};

/** Home, and every composer that writes to several people. */
function isCovered({ seen }: Scene): boolean {
  if (seen.page === 'home') return true;
  return seen.composers.some(({ recipients }) => recipients !== null && recipients > 1);
}

type Told = Pick<ToldNotice, 'type' | 'issuedAt'>;

function isSame(one: Told | null, other: Told | null): boolean {
  return one !== null && one.type === other?.type && one.issuedAt === other.issuedAt;
}

/** Keeps Tab inside the dialog; the browser's own would go on to the address bar. */
function cycle(event: KeyboardEvent, root: ShadowRoot, stops: readonly HTMLElement[]): void {
  const at = stops.findIndex((stop) => stop === root.activeElement);
  // From the title, which is no stop, Tab goes to the first and Shift+Tab to the last.
  const next = at === -1 && event.shiftKey ? -1 : at + (event.shiftKey ? -1 : 1);
  event.preventDefault();
  stops.at(next % stops.length)?.focus();
}

/** The one notice that has to be read before going on. */
export const startMustRead: StartPart = ({ tell, now, lookSoon, onOwnKey }, styles) => {
  const place = new Place('must-read', styles['must-read']);
  const dialog = createRef<HTMLDialogElement>();
  let notKept: Told | null = null;
  let wanted: Told | null = null;
  let isShowing = false;

  onReadRequest((notice) => {
    wanted = notice;
    lookSoon();
  });
  onOwnKey((event, host) => {
    if (host !== place.host || dialog.current === null) return;
    if (event.key === 'Escape') event.preventDefault();
    if (event.key === 'Tab') {
      cycle(event, place.root, stopsIn(dialog.current));
    }
  });

  const proceed = async (notice: ToldNotice) => {
    try {
      await tell.acknowledged(notice.type, now());
      markAcknowledged(notice);
    } catch {
      notKept = notice;
    }
    lookSoon();
  };
  const take = () => {
    if (!isShowing) return;
    isShowing = false;
    dialog.current?.close();
    place.keepAt(null);
  };
  return (scene) => {
    const { notice, seen } = scene;
    const isAsked = isSame(notice, wanted);
    if (notice === null || !(isAsked || isCovered(scene))) {
      take();
      return;
    }
    isShowing = true;
    place.keepAt({ parent: document.body, before: null });
    const { content } = notice;
    const { language } = seen;
    const isOurs = (event: Event) =>
      dialog.current !== null && place.isPressed(event, dialog.current);
    render(
      <MustRead
        content={content}
        fault={isSame(notice, notKept) ? content.notKept : null}
        dialog={dialog}
        onContinue={(event) => {
          // The page's scripts can reach the button too; reading is a person's.
          if (isOurs(event)) void proceed(notice);
        }}
        onLearnMore={(event) => {
          const question = QUESTIONS[notice.type];
          if (isOurs(event)) tell.open({ page: 'policy', question, language });
        }}
        onReview={(event) => {
          if (isOurs(event)) tell.open({ page: 'review' });
        }}
        onTraining={(index, event) => {
          if (isOurs(event)) tell.open({ page: 'training', index });
        }}
        onClose={lookSoon}
      />,
      place.drawing,
    );
    if (dialog.current !== null) coversAbove(dialog.current);
  };
};
