import { plain } from '../dom.ts';

const TINTS = 8;

/** Initials on one of a few tints; nobody's picture. */
export function avatar(name: string, size: 'small' | 'medium' | 'large'): HTMLElement {
  const initials = name.split(' ').map((word) => word.charAt(0));
  const tint =
    Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TINTS;
  return plain(
    'span',
    { look: `avatar avatar-${size} tint-${tint}`, set: { 'aria-hidden': 'true' } },
    initials.join(''),
  );
}
