import type { Confidence } from './elements/known.ts';

/** What may differ from seat to seat and from month to month. */
export type Flags = {
  /** Which attribute families are on the page. */
  attributes: 'all' | 'live-only' | 'none';
  /** Every bulk action is behind the overflow button, at any width. */
  barOverflows: boolean;
  /** The bulk composer shows its subject only after a first attempt to send. */
  subjectHidden: boolean;
  /** A dialog asks before anything is sent. */
  asksBeforeSend: boolean;
  /** A send that worked shows a toast; without it only the composer goes away. */
  toasts: boolean;
  /** The composer opens with a draft, after some seconds of ghost content. */
  drafts: boolean;
  pageSize: number;
  /** Another vendor's layer stands in the body. */
  foreignSiblings: boolean;
  /** A send that worked leaves the composer open and empty; only the toast tells. */
  composerStays: boolean;
  /** The nav and the bulk bar are made anew again and again, in one step each. */
  rerenders: boolean;
  /** Toasts and questions mount in the newer outlets, and a question is a plain dialog. */
  newerOutlets: boolean;
  /** What lists and composers stand in: the page itself, or a place of their own in it. */
  enclosure: Enclosure;
  /** Marks that are left out: names of attributes, `.class` and `#id`. */
  without: readonly string[];
};

/**
 * An open shadow root, a frame with an empty document or one with a document of its own, or (for
 * composers) a dialog that makes the rest of the page inert.
 */
export type Enclosure = 'none' | 'shadow' | 'frame' | 'srcdoc' | 'dialog';

const USUAL: Flags = {
  attributes: 'all',
  barOverflows: false,
  subjectHidden: false,
  asksBeforeSend: false,
  toasts: true,
  drafts: false,
  pageSize: 25,
  foreignSiblings: false,
  composerStays: false,
  rerenders: false,
  newerOutlets: false,
  enclosure: 'none',
  without: [],
};

type Variant = { confidence: Confidence; fact: string; flags: Partial<Flags> };

/** A new variant is one row here. */
export const VARIANTS = {
  'live-attributes-only': {
    confidence: 'D',
    fact: 'one attribute family may be stripped from production; so far neither was',
    flags: { attributes: 'live-only' },
  },
  'classes-only': {
    confidence: 'D',
    fact: 'the same for all families',
    flags: { attributes: 'none' },
  },
  'bar-overflow': {
    confidence: 'B',
    fact: 'the bulk actions move behind a button when there is no room',
    flags: { barOverflows: true },
  },
  'subject-hidden': {
    confidence: 'B',
    fact: 'the bulk subject may appear only with the error that it is empty',
    flags: { subjectHidden: true },
  },
  'confirm-send': {
    confidence: 'C',
    fact: 'some seats are asked once more',
    flags: { asksBeforeSend: true },
  },
  'no-toast': {
    confidence: 'B',
    fact: 'a send is proved by a toast or by the composer going away',
    flags: { toasts: false },
  },
  draft: {
    confidence: 'B',
    fact: 'a composer may open with a draft, after ghost content',
    flags: { drafts: true },
  },
  'page-of-26': {
    confidence: 'B',
    fact: 'one list had 26 rows on a page',
    flags: { pageSize: 26 },
  },
  'foreign-siblings': {
    confidence: 'A',
    fact: 'walk-through layers put iframes and boxes into the body',
    flags: { foreignSiblings: true },
  },
  'composer-stays': {
    confidence: 'D',
    fact: 'the other half of the same: the toast alone',
    flags: { composerStays: true },
  },
  rerenders: {
    confidence: 'D',
    fact: 'ids change with each render; how often the page renders is not known',
    flags: { rerenders: true },
  },
  'newer-outlets': {
    confidence: 'A',
    fact: 'newer outlets for dialogs and toasts stand beside the older ones; what mounts in them is not known',
    flags: { newerOutlets: true },
  },
  'in-shadow': {
    confidence: 'D',
    fact: 'one note says that the composer is in an open shadow root, a later reading that it is not',
    flags: { enclosure: 'shadow' },
  },
  'in-frame': {
    confidence: 'D',
    fact: 'other layers of the page stand in frames; no list or composer was seen in one',
    flags: { enclosure: 'frame' },
  },
  'in-srcdoc': {
    confidence: 'D',
    fact: 'the same, in a frame with a document of its own',
    flags: { enclosure: 'srcdoc' },
  },
  'in-dialog': {
    confidence: 'D',
    fact: 'some layers are modal; whether by the dialog element is not known',
    flags: { enclosure: 'dialog' },
  },
} satisfies Record<string, Variant>;

export type VariantName = keyof typeof VARIANTS;

export function isVariant(name: string): name is VariantName {
  return Object.hasOwn(VARIANTS, name);
}

const WITHOUT = 'without:';

/** @param names of variants, `without:.class|data-mark` among them; others say nothing. */
export function flagsOf(names: readonly string[]): Flags {
  const marks = names
    .filter((name) => name.startsWith(WITHOUT))
    .flatMap((name) => name.slice(WITHOUT.length).split('|'));
  return names
    .filter(isVariant)
    .reduce<Flags>((flags, name) => ({ ...flags, ...VARIANTS[name].flags }), {
      ...USUAL,
      without: marks,
    });
}
