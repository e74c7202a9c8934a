import { createRef, render } from 'preact';
import type { Scene, StartPart } from '#extension/features/feature.ts';
import { noticeContent } from '#extension/features/notice-content.ts';
import { markAcknowledged, openNotice, type OpenNotice } from '#extension/features/open-notice.ts';
import { onReadRequest } from '#extension/features/read-request.ts';
import { coversAbove, Place } from '#extension/surfaces/place.ts';
import { MustRead } from '#extension/ui/must-read.tsx';

/** Home, and every composer that writes to several people. */
function isCovered({ seen }: Scene): boolean {
  if (seen.page === 'home') return true;
  return seen.composers.some(({ recipients }) => recipients !== null && recipients > 1);
}

function isSame(one: OpenNotice | null, other: OpenNotice | null): boolean {
  return one !== null && one.type === other?.type && one.issuedAt === other.issuedAt;
}

/** Keeps Tab inside the dialog; the browser's own would go on to the address bar. */
function cycle(event: KeyboardEvent, root: ShadowRoot, stops: readonly HTMLElement[]): void {
  const at = stops.findIndex((stop) => stop === root.activeElement);
  const next = stops.at((at + (event.shiftKey ? -1 : 1)) % stops.length);
  event.preventDefault();
  next?.focus();
}

/** The one notice that has to be read before going on. */
export const startMustRead: StartPart = ({ tell, now, lookSoon, onOwnKey }, styles) => {
  const place = new Place('must-read', styles['must-read']);
  const dialog = createRef<HTMLDialogElement>();
  let notKept: OpenNotice | null = null;
  let wanted: OpenNotice | null = null;
  let isShowing = false;

  onReadRequest((notice) => {
    wanted = notice;
    lookSoon();
  });
  onOwnKey((event, host) => {
    if (host !== place.host || dialog.current === null) return;
    if (event.key === 'Escape') event.preventDefault();
    if (event.key === 'Tab') {
      const text = dialog.current.firstElementChild;
      const button = dialog.current.lastElementChild?.lastElementChild;
      // The text is a stop only where it has to be scrolled.
      const isLong = text !== null && text.scrollHeight > text.clientHeight;
      const stops = [isLong ? text : null, button].filter((stop) => stop instanceof HTMLElement);
      cycle(event, place.root, stops);
    }
  });

  const proceed = async (notice: OpenNotice) => {
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
    const { view, numbers, words } = scene;
    const notice = openNotice(view);
    const isAsked = isSame(notice, wanted);
    if (notice === null || view.reading === null || !(isAsked || isCovered(scene))) {
      take();
      return;
    }
    isShowing = true;
    place.keepAt({ parent: document.body, before: null });
    const content = noticeContent(notice, view.reading, view, { numbers, words });
    render(
      <MustRead
        content={content}
        fault={isSame(notice, notKept) ? content.notKept : null}
        dialog={dialog}
        onContinue={(event) => {
          // The page's scripts can reach the button too; reading is a person's.
          if (dialog.current !== null && place.isPressed(event, dialog.current)) {
            void proceed(notice);
          }
        }}
        onClose={lookSoon}
      />,
      place.drawing,
    );
    if (dialog.current !== null) coversAbove(dialog.current);
  };
};
