import type { NaiveMode, NaiveNotice, NaiveStanding } from '#test/policy/naive-events.ts';

export const DAY = 86_400_000;
const PROFILE_2014 = {
  thresholdBps: 1300,
  minimumVolume: 100,
  windowDays: 14,
  checkEveryDays: 1,
  checkHourUtc: 0,
  warningDays: 14,
  warningStarts: 'acknowledgement',
  warnsOnce: true,
  graceDays: 0,
  improvementDays: 14,
  effectiveFrom: Date.UTC(2014, 7, 13),
};
export const PROFILES = {
  'inmail-2014': PROFILE_2014,
  'inmail-current': {
    ...PROFILE_2014,
    checkEveryDays: 14,
    warningStarts: 'check',
    warnsOnce: false,
    graceDays: 7,
    effectiveFrom: Date.UTC(2023, 0, 1),
  },
};
export type Terms = typeof PROFILE_2014;

export interface Notice {
  name: NaiveNotice;
  issuedAt: number;
  /** When `--acknowledge-after` presses CONTINUE on this very issue. */
  acknowledgeAt: number | null;
}

export interface Seat {
  seat: string;
  standing: NaiveStanding;
  everWarned: boolean;
  countsFrom: number | null;
  periodEndsAt: number | null;
  notice: Notice | null;
  mode: NaiveMode;
  holder: string | null;
  checkAt: number | null;
}

export interface Tally {
  accepted: number;
  declined: number;
  pending: number;
  total: number;
}

export interface Line {
  at: number;
  seat: string;
  text: string;
}

export type Cause = 'check' | 'acknowledged' | 'transferred' | 'restored' | 'mode' | 'opened';

export function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function newSeat(name: string): Seat {
  return {
    seat: name,
    standing: 'good',
    everWarned: false,
    countsFrom: null,
    periodEndsAt: null,
    notice: null,
    mode: 'inform',
    holder: null,
    checkAt: null,
  };
}
