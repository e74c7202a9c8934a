/**
 * How well an element of Recruiter's page is known.
 * A: seen in captures of the page or read from a live seat in 2026. B: used by code or notes of a
 * live run in 2026; B+: the same in two unrelated places. C: used somewhere public, undated or
 * older. D: legacy, a fall-back, or inferred.
 */
export type Confidence = 'A' | 'B+' | 'B' | 'C' | 'D';

declare global {
  // The page uses this custom element for everything that slides in from the right.
  interface HTMLElementTagNameMap {
    'base-slidein-container': HTMLElement;
  }
}

export type Tag = keyof HTMLElementTagNameMap;

export type Known<T extends Tag = Tag> = {
  readonly tag: T;
  readonly id: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  readonly confidence: Confidence;
  /** The month in which it was last seen, or null where no date is known. */
  readonly seen: string | null;
  readonly fact: string;
};

/** Marks are written as in a selector: `.class#id[attribute="value"]`, in any order. */
export function known<T extends Tag>(
  tag: T,
  marks: string,
  confidence: Confidence,
  seen: string | null,
  fact: string,
): Known<T> {
  const classes: string[] = [];
  const attributes: Record<string, string> = {};
  let id: string | null = null;
  for (const mark of marks.matchAll(
    /\.(?<cls>[\w-]+)|#(?<id>[\w-]+)|\[(?<name>[\w-]+)(?:="(?<value>[^"]*)")?\]/g,
  )) {
    const { cls, name, value } = mark.groups ?? {};
    if (cls !== undefined) classes.push(cls);
    else if (name !== undefined) attributes[name] = value ?? '';
    else id = mark.groups?.['id'] ?? null;
  }
  return { tag, id, attributes, classes, confidence, seen, fact };
}
