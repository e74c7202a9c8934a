import { part, plain } from '../dom.ts';

export type Editor = {
  element: HTMLElement;
  text(): string;
  write(text: string): void;
  /** Puts a variable in, as a chip that cannot be edited. */
  insert(variable: string): void;
};

/** The body of a message: what the rich text library makes, without the library. */
export function editor(
  words: { label: string; placeholder: string },
  on: { change: () => void; submit: () => void },
): Editor {
  const text = part('editorText', {
    look: 'editor-text editor-empty',
    set: {
      contenteditable: 'true',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': words.label,
      'aria-placeholder': words.placeholder,
    },
  });
  const [emptyLook] = [...text.classList].filter((name) => name.includes('editor-empty'));
  const read = () => text.textContent.trim();
  const changed = () => {
    if (emptyLook !== undefined) text.classList.toggle(emptyLook, read() === '');
    on.change();
  };
  text.append(plain('p', {}, document.createElement('br')));
  text.addEventListener('input', changed);
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    on.submit();
  });
  const container = part('editorContainer', {}, text);
  return {
    element: part('body', {}, part('editor', { look: 'editor' }, container)),
    text: read,
    write(given) {
      text.replaceChildren(plain('p', {}, given));
      changed();
    },
    insert(variable) {
      const chip = plain('span', { look: 'chip', set: { contenteditable: 'false' } }, variable);
      (text.lastElementChild ?? text).append(chip, ' ');
      changed();
    },
  };
}
