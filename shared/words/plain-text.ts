/**
 * What shows nothing of its own: control characters, and marks that turn the direction of all that
 * is written after them, by which one name could be made to look like another. The joiners, which
 * some scripts need, stay.
 */
const UNSEEN =
  /[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;

/** A text without what nobody can see in it. */
export function plainText(text: string): string {
  return text.replaceAll(UNSEEN, '');
}
