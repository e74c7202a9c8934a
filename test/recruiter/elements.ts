import { COMPOSER } from './elements/composer.ts';
import { FRAME } from './elements/frame.ts';
import { INBOX } from './elements/inbox.ts';
import type { Known } from './elements/known.ts';
import { LEGACY } from './elements/legacy.ts';
import { LIST } from './elements/list.ts';
import { PROFILE } from './elements/profile.ts';
import { PROJECT } from './elements/project.ts';

/**
 * Everything that is known about the marks on Recruiter's page. The stand-in makes each of its
 * Recruiter-like elements from a row of this table, and a test finds no mark outside it.
 */
export const ELEMENTS = {
  ...FRAME,
  ...LIST,
  ...PROJECT,
  ...COMPOSER,
  ...PROFILE,
  ...INBOX,
  ...LEGACY,
} satisfies Record<string, Known>;

export type ElementName = keyof typeof ELEMENTS;

const ROWS: readonly Known[] = Object.values(ELEMENTS);

/** Every `data-` attribute that may stand on a page. */
export function attributesInTable(): Set<string> {
  return new Set(ROWS.flatMap((row) => Object.keys(row.attributes)));
}

/** Every class that may stand on a page beside the hashed and the random ones. */
export function classesInTable(): Set<string> {
  return new Set(ROWS.flatMap((row) => row.classes));
}
