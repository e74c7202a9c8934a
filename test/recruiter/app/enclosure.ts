import type { Enclosure } from '../variants.ts';
import { plain } from './dom.ts';

function styles(): HTMLLinkElement {
  const link = plain('link', { set: { rel: 'stylesheet' } });
  link.href = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.href ?? '';
  return link;
}

function inShadow(content: HTMLElement): HTMLElement {
  const host = plain('div', { look: 'enclosure' });
  host.attachShadow({ mode: 'open' }).append(styles(), content);
  return host;
}

/** The page asks for trusted types, which a document in an attribute is one of. */
function documentText(): string {
  const { lang } = document.documentElement;
  const policy = Reflect.get(window, 'trustedTypes')?.createPolicy(`enclosure-${Math.random()}`, {
    createHTML: (text: string) => text,
  });
  return policy.createHTML(`<!doctype html><html lang="${lang}"><body></body></html>`);
}

function inFrame(content: HTMLElement, hasDocument: boolean): HTMLElement {
  const frame = plain('iframe', { look: 'enclosure', set: { title: 'content' } });
  if (hasDocument) frame.srcdoc = documentText();
  frame.addEventListener('load', () => {
    const inside = frame.contentDocument;
    inside?.head.append(styles());
    inside?.body.append(content);
  });
  return frame;
}

function inDialog(content: HTMLElement): HTMLElement {
  const dialog = plain('dialog', { look: 'enclosure-dialog' }, content);
  // Once it is on the page.
  queueMicrotask(() => {
    dialog.showModal();
  });
  return dialog;
}

/** What stands on the page for something that has a place of its own. */
export function enclosed(enclosure: Enclosure, content: HTMLElement): HTMLElement {
  switch (enclosure) {
    case 'none':
      return content;
    case 'shadow':
      return inShadow(content);
    case 'frame':
      return inFrame(content, false);
    case 'srcdoc':
      return inFrame(content, true);
    case 'dialog':
      return inDialog(content);
  }
}
