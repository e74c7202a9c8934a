import type { Locale, ReportAnswer, Theme } from './wire.ts';
import type { VariantName } from './variants.ts';

/** What can be changed while the stand-in runs; the next load of a page shows it. */
export type Settings = {
  /** Language of the page. Default: en. */
  locale: Locale;
  /** Default: light. */
  theme: Theme;
  /** Name of the contract in the nav. */
  contractName: string;
  /** Name of the person whose seat it is. */
  seatName: string;
  /** Every send fails: an error toast, and the composer stays. Default: false. */
  failSends: boolean;
  /** How long a send takes. Default: 120. */
  sendDelayMs: number;
  /** Members who cannot be written to again within 24 hours. Default: none. */
  paused24h: readonly string[];
  /** Lists come back empty, with status 200, as they do when something is wrong behind them. */
  emptyReads: boolean;
  /** Whoever was written to is held for 24 hours by the clock. Default: false. */
  hold24h: boolean;
  /** Every bulk action is behind the overflow button. Default: false. */
  narrowBar: boolean;
  /** Variants of the page, beside those that the address names. Default: none. */
  variants: readonly VariantName[];
  /** Parts of a page arrive after a time between these two. Default: 50 to 400. */
  lateMs: readonly [number, number];
  /** Figures of the report page; null counts what the stand-in knows. Default: null. */
  report: Pick<ReportAnswer, 'sent' | 'accepted' | 'declined'> | null;
};

export const DEFAULT_SETTINGS: Settings = {
  locale: 'en',
  theme: 'light',
  contractName: 'Tallowmere Staffing',
  seatName: 'Robin Ellery',
  failSends: false,
  sendDelayMs: 120,
  paused24h: [],
  emptyReads: false,
  hold24h: false,
  narrowBar: false,
  variants: [],
  lateMs: [50, 400],
  report: null,
};
