import type { Mode } from '#shared/policy/rollout.ts';

type ByMode = Record<Mode, string>;

/** How far a contract's pilot goes, with which seats, and what changing that would do. */
export type PilotWords = {
  title: (contract: string) => string;
  nowTitle: string;
  modes: ByMode;
  means: ByMode;
  /** "Enforce for 30 % of the seats, and for 2 by name". */
  setTo: (mode: string, share: string, named: number) => string;
  /** Of no share: the seats by name alone. */
  setToNamed: (mode: string, named: number) => string;
  seatsIn: (observe: string, inform: string, enforce: string) => string;
  setBy: (who: string, when: string) => string;
  who: Record<'recruiter' | 'lead' | 'admin' | 'feed' | 'operator' | 'server', string>;
  whoUnknown: string;
  partialAccepted: (when: string) => string;
  earlier: string;
  readOnly: string;
  changeTitle: string;
  mode: string;
  share: string;
  shareHint: string;
  named: string;
  namedHint: string;
  add: string;
  notFound: string;
  remove: (seat: string) => string;
  show: string;
  busy: string;
  previewTitle: string;
  nothing: string;
  enter: (count: number, written: string) => string;
  leave: (count: number, written: string) => string;
  other: (count: number, written: string) => string;
  held: (count: number, written: string) => string;
  released: (count: number, written: string) => string;
  anew: (count: number, written: string) => string;
  anewMeans: string;
  columns: { seat: string; from: string; to: string; atOnce: string };
  bulkHeld: string;
  bulkReleased: string;
  startsAnew: string;
  more: (written: string) => string;
  partialTitle: string;
  partialMeans: string;
  partialAdmin: string;
  partialAccept: string;
  confirm: (count: number, written: string) => string;
  confirmSettings: string;
  change: string;
  doneTitle: string;
};
