import type { Known } from '#extension/features/view.ts';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import { tallyOf } from '#shared/policy/tally.ts';
import type { Shown } from '#shared/policy/shown.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { reading } from '#test/extension/readings.ts';

/** A state as it is known to the page and to the popup, and the row of the policy that it is. */
export type KnownState = Pick<Known, 'stored' | 'connection'> & {
  shown: Shown;
  /** What Recruiter's navigation names; the contract that is connected where it is left out. */
  contractName?: string;
  isOrphan?: boolean;
};

type Given = Parameters<typeof reading>[0];

/** Every row of what is shown, and every reason for knowing nothing. */
export function knownStates(now: Instant): Readonly<Record<string, KnownState>> {
  const of = (given: Given = {}): Reading =>
    reading({ asOf: now - 30_000, nextCheckAt: now + DAY_MS / 2, ...given });
  const live = (given: Given, shown: Shown): KnownState => ({
    stored: { reading: of(given), isCarriedForward: false },
    connection: 'live',
    shown,
  });
  const none = (connection: Known['connection']): KnownState => ({
    stored: null,
    connection,
    shown: 'unknown',
  });
  const low = { tally: tallyOf(10, 3, 121) };
  const timed = { everWarned: true, periodEndsAt: now + 3 * DAY_MS, nextCheckAt: now + 3 * DAY_MS };
  const paused = { ...low, ...timed, standing: 'improvement' } as const;
  const notice = { type: 'warning', issuedAt: now - DAY_MS, tally: low.tally } as const;
  return {
    'in observation': live({ ...low, mode: 'observe' }, 'nothing'),
    paused: live(paused, 'paused'),
    'in the Improvement Period of a pilot that refuses nothing': live(
      { ...paused, mode: 'inform' },
      'paused',
    ),
    'with a notice to read': live(
      { ...low, standing: 'warning_due', everWarned: true, nextCheckAt: null, notice },
      'warned',
    ),
    warned: live({ ...low, ...timed, standing: 'warned' }, 'warned'),
    'below the line': live(low, 'below'),
    close: live({ tally: tallyOf(15, 3, 112) }, 'close'),
    'on track': live({ tally: tallyOf(20, 5, 105) }, 'on_track'),
    'collecting, low': live({ tally: tallyOf(5, 1, 55) }, 'collecting_low'),
    collecting: live({ tally: tallyOf(10, 2, 28) }, 'collecting'),
    'without InMails': live({ tally: tallyOf(0, 0, 0) }, 'collecting'),
    'offline, with older figures': {
      ...live({ asOf: now - 125 * 60_000 }, 'on_track'),
      connection: 'offline',
    },
    'signed out, with older figures': { ...live({}, 'on_track'), connection: 'signed_out' },
    loading: none('live'),
    offline: none('offline'),
    'signed out': none('signed_out'),
    'not connected': none('not_connected'),
    'not connected here': { ...live({}, 'unknown'), contractName: 'Another contract' },
    'past the end of a pause': live({ ...paused, periodEndsAt: now - 1_000 }, 'unknown'),
    'updated under the page': { ...live({}, 'unknown'), isOrphan: true },
  };
}
