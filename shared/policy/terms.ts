import { parseInstant, type Instant } from '#shared/policy/instant.ts';

/** What starts the warning period: the holder's CONTINUE, or the check that found the breach. */
export type WarningStart = 'acknowledgement' | 'check';

/** The policy's numbers: one immutable value. Nothing else in the code writes them down. */
export type Terms = Readonly<{
  /** Lowest response rate allowed, in basis points (1300 is 13 %). */
  thresholdBps: number;
  /** The threshold applies from this many InMails in the window on. */
  minimumVolume: number;
  /** Length of the tally window, in days. */
  windowDays: number;
  /** Days between checks of a seat in good standing. */
  checkEveryDays: number;
  /** Hour of those checks, in UTC. */
  checkHourUtc: number;
  warningDays: number;
  warningStarts: WarningStart;
  /** One warning in a seat's life, or one in each cycle. */
  warnsOnce: boolean;
  /** How long after the warning period's end it is judged, so that late replies count. */
  graceDays: number;
  improvementDays: number;
  /** No check before this instant. */
  effectiveFrom: Instant;
  /** Shown as "close" below this rate, in basis points; never judged by. */
  closeBps: number;
  /** Below the minimum, a low rate is mentioned from this total on; never judged by. */
  earlyVolume: number;
}>;

export type TermName = keyof Terms;

export const PROFILE_NAMES = ['inmail-2014', 'inmail-current'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];
export const DEFAULT_PROFILE: ProfileName = 'inmail-2014';

const FAQ = 'InMail Policy Change Customer FAQs, 2014';
const HELP = 'LinkedIn Recruiter help, a413271';
const OURS = 'ours; the source is silent';

type Sourced = { [Name in TermName]: { value: Terms[Name]; source: string } };

const INMAIL_2014: Sourced = {
  thresholdBps: { value: 1300, source: FAQ },
  minimumVolume: { value: 100, source: FAQ },
  windowDays: { value: 14, source: FAQ },
  checkEveryDays: { value: 1, source: OURS },
  checkHourUtc: { value: 0, source: OURS },
  warningDays: { value: 14, source: FAQ },
  warningStarts: { value: 'acknowledgement', source: FAQ },
  warnsOnce: { value: true, source: FAQ },
  graceDays: { value: 0, source: FAQ },
  improvementDays: { value: 14, source: FAQ },
  effectiveFrom: { value: parsed('2014-08-13T00:00Z'), source: FAQ },
  closeBps: { value: 1600, source: `${FAQ}: the lowest segments answer at 16 to 19 %` },
  earlyVolume: { value: 50, source: OURS },
};

const INMAIL_CURRENT: Sourced = {
  ...INMAIL_2014,
  checkEveryDays: { value: 14, source: HELP },
  warningStarts: { value: 'check', source: HELP },
  warnsOnce: { value: false, source: HELP },
  graceDays: { value: 7, source: HELP },
  effectiveFrom: { value: parsed('2023-01-01T00:00Z'), source: `${HELP}; the date is assumed` },
};

/** Each profile's terms with the source beside each number. */
const PROFILE_SOURCES: Readonly<Record<ProfileName, Sourced>> = {
  'inmail-2014': INMAIL_2014,
  'inmail-current': INMAIL_CURRENT,
};

/** The terms that come with the product, by profile. */
export const PROFILES: Readonly<Record<ProfileName, Terms>> = {
  'inmail-2014': valuesOf(PROFILE_SOURCES['inmail-2014']),
  'inmail-current': valuesOf(PROFILE_SOURCES['inmail-current']),
};

/** Terms laid over others: what `laid` names replaces, the rest stays. */
export function layTerms(under: Terms, laid: Partial<Terms>): Terms {
  return { ...under, ...laid };
}

function valuesOf(sourced: Sourced): Terms {
  return {
    thresholdBps: sourced.thresholdBps.value,
    minimumVolume: sourced.minimumVolume.value,
    windowDays: sourced.windowDays.value,
    checkEveryDays: sourced.checkEveryDays.value,
    checkHourUtc: sourced.checkHourUtc.value,
    warningDays: sourced.warningDays.value,
    warningStarts: sourced.warningStarts.value,
    warnsOnce: sourced.warnsOnce.value,
    graceDays: sourced.graceDays.value,
    improvementDays: sourced.improvementDays.value,
    effectiveFrom: sourced.effectiveFrom.value,
    closeBps: sourced.closeBps.value,
    earlyVolume: sourced.earlyVolume.value,
  };
}

function parsed(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`The profile's instant ${text} cannot be read.`);
  return instant;
}
