import { say, type App } from '../app.ts';
import { part, plain } from '../dom.ts';
import { icon } from '../icons.ts';

type Outlets = {
  modal: HTMLElement;
  toasts: HTMLElement;
  slideIn: HTMLElement;
  asksBy: 'dialog' | 'alertdialog';
};

let mounted: Outlets | null = null;

function outlets(): Outlets {
  if (mounted === null) throw new Error('the outlets are mounted first');
  return mounted;
}

/** The fixed places in which everything that lies over the page is mounted. */
export function mountOutlets(areNewer: boolean): void {
  const modal = part('outletModal');
  const toasts = part('outletToasts', { look: 'toasts' });
  const hueModal = part('outletHueModal');
  const hueToasts = part('outletHueToast', { look: areNewer ? 'toasts' : '' });
  const slideIn = part('outletSlideIn');
  mounted = areNewer
    ? { modal: hueModal, toasts: hueToasts, slideIn, asksBy: 'dialog' }
    : { modal, toasts, slideIn, asksBy: 'alertdialog' };
  document.body.append(
    part('penaltyBox', { set: { hidden: '' } }),
    slideIn,
    modal,
    part('outletHoverable'),
    toasts,
    hueModal,
    hueToasts,
    part('outletHueMenu'),
  );
}

const TOAST_MS = 5_000;

export function toast(app: App, kind: 'good' | 'bad', text: string): void {
  const item = part(
    'toast',
    { look: `toast toast-${kind}`, set: { role: kind === 'bad' ? 'alert' : 'status' } },
    part('toastMessage', { look: 'toast-words' }, text),
    plain(
      'button',
      {
        look: 'icon-button',
        set: { 'aria-label': say(app, 'dismiss') },
        onClick: () => {
          item.remove();
        },
      },
      icon('close'),
    ),
  );
  outlets().toasts.append(item);
  setTimeout(() => {
    item.remove();
  }, TOAST_MS);
}

type SlideIn = { close(): void };

/** Only one thing slides in at a time; the next one takes its place. */
export function slideIn(size: 'narrow' | 'wide', content: HTMLElement): SlideIn {
  const panel = plain('div', { look: `slide-in slide-in-${size}` }, content);
  const container = part('slideIn', { look: 'slide-in-layer' }, panel);
  outlets().slideIn.replaceChildren(container);
  panel.tabIndex = -1;
  panel.focus();
  return {
    close() {
      container.remove();
    },
  };
}

export function clearSlideIns(): void {
  outlets().slideIn.replaceChildren();
}

/** Asks; resolves to whether the answer was Ok. */
export function confirmed(app: App, question: string): Promise<boolean> {
  return new Promise((answered) => {
    const button = (text: string, answer: boolean) =>
      plain(
        'button',
        {
          look: answer ? 'button primary' : 'button',
          set: { 'aria-label': text },
          onClick: () => {
            layer.remove();
            answered(answer);
          },
        },
        text,
      );
    const ok = button(say(app, 'ok'), true);
    const layer = plain(
      'div',
      { look: 'modal-layer' },
      part(
        'modal',
        {
          look: 'modal',
          set: { role: outlets().asksBy, 'aria-modal': 'true', 'aria-label': question },
        },
        plain('p', {}, question),
        part(
          'modalConfirmActions',
          { look: 'modal-actions' },
          button(say(app, 'cancel'), false),
          ok,
        ),
      ),
    );
    outlets().modal.append(layer);
    ok.focus();
  });
}

/** A dialog to write a note in. */
export function writeNote(app: App): void {
  const text = part('noteText', {
    look: 'field area',
    set: { 'aria-label': say(app, 'noteLabel') },
  });
  const close = () => {
    layer.remove();
  };
  const submit = part(
    'noteSubmit',
    {
      look: 'button primary',
      onClick: () => {
        close();
        toast(app, 'good', say(app, 'noted'));
      },
    },
    say(app, 'noteSubmit'),
  );
  const cancel = plain('button', { look: 'button', onClick: close }, say(app, 'cancel'));
  const layer = plain(
    'div',
    { look: 'modal-layer' },
    part(
      'modal',
      {
        look: 'modal',
        set: { role: 'dialog', 'aria-modal': 'true', 'aria-label': say(app, 'addNote') },
      },
      part('noteBox', {}, text),
      plain('div', { look: 'modal-actions' }, cancel, submit),
    ),
  );
  outlets().modal.append(layer);
  text.focus();
}
