import { composer } from '#extension/surfaces/composer.ts';
import { SURFACES } from '#extension/surfaces/list.ts';
import {
  listHeader,
  messageToOne,
  row,
  rowBox,
  rowLink,
} from '#extension/surfaces/profile-list.ts';
import type { Part } from '#extension/surfaces/surface.ts';

/** A part by an older anchor, with what has to be left out of the page so that nothing else finds it. */
export type Fallback = {
  surface: string;
  part: string;
  selectors: readonly string[];
  /** Which of them is the one that works. */
  index: number;
  without: readonly string[];
};

/** What a selector leans on: attributes, classes and ids, each as the stand-in leaves it out. */
function marksOf(selector: string): string[] {
  // What it must not be inside of is nothing that it leans on.
  const found = selector
    .replaceAll(/:not\([^)]*\)/g, '')
    .matchAll(/\[([\w-]+)|(\.[\w-]+)|(#[\w-]+)/g);
  return [...found].map(([, attribute, ofClass, id]) => attribute ?? ofClass ?? id ?? '');
}

function fallbacksOf(surface: string, name: string, part: Part): Fallback[] {
  const selectors = part.map(([selector]) => selector);
  return selectors.slice(1).map((selector, at) => {
    const own = new Set(marksOf(selector));
    const others = selectors.filter((other) => other !== selector).flatMap(marksOf);
    const without = [...new Set(others)].filter((mark) => !own.has(mark));
    return { surface, part: name, selectors, index: at + 1, without };
  });
}

/** Parts of a row are no surface's: those who are written to are read from them. */
const ROWS = { listHeader, row, rowLink, rowBox, messageToOne };

/** Every older anchor of the table, each once however many surfaces share it. */
export function fallbacks(): Fallback[] {
  const known = new Set<Part>();
  const once = (surface: string, parts: Readonly<Record<string, Part>>) =>
    Object.entries(parts).flatMap(([name, part]) => {
      if (known.has(part)) return [];
      known.add(part);
      return fallbacksOf(surface, name, part);
    });
  return [...SURFACES.flatMap(({ name, parts }) => once(name, parts)), ...once('rows', ROWS)];
}

/** All that Send, the text and the subject have ever been known by. */
export const ANY = {
  send: composer.parts['send']?.map(([selector]) => selector).join() ?? '',
  body: composer.parts['body']?.map(([selector]) => selector).join() ?? '',
  subject: composer.parts['subject']?.map(([selector]) => selector).join() ?? '',
};
