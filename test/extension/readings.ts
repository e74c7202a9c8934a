import { gateOf } from '#shared/policy/gate.ts';
import { parseInstant, type Instant } from '#shared/policy/instant.ts';
import { acceptanceRateBps, responseRateBps, tallyOf, type Tally } from '#shared/policy/tally.ts';
import { PROFILES } from '#shared/policy/terms.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { DEFAULT_SETTINGS } from '#test/recruiter/settings.ts';

/** An instant that a test writes down; a mistake in it is the test's. */
export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`${text} is no instant`);
  return instant;
}

const TERMS = PROFILES['inmail-2014'];

type Given = Partial<Omit<Reading, 'tally'>> & { tally?: Tally };

/** A reading as the server would make it of what is given; the rest is a seat in good standing. */
export function reading(given: Given = {}): Reading {
  const tally = given.tally ?? tallyOf(20, 5, 105);
  const { standing = 'good', mode = 'enforce', periodEndsAt = null } = given;
  return {
    contract: { id: 'c1', name: DEFAULT_SETTINGS.contractName },
    seat: { id: 's1', holder: 'h1' },
    asOf: at('2026-11-07T14:02:00Z'),
    tally,
    responseRateBps: responseRateBps(tally),
    acceptanceRateBps: acceptanceRateBps(tally),
    standing,
    everWarned: false,
    countsFrom: null,
    periodEndsAt,
    nextCheckAt: at('2026-11-08T00:00:00Z'),
    notice: null,
    mode,
    gate: gateOf(standing, mode, periodEndsAt),
    terms: { ...TERMS, profile: 'inmail-2014', version: 1 },
    evidence: {
      source: 'feed',
      since: at('2026-08-01T00:00:00Z'),
      completeUpTo: at('2026-11-07T14:00:00Z'),
      provisional: 0,
      provisionalAccepted: 0,
      provisionalDeclined: 0,
      unmatched: 0,
      inboxReadAt: null,
      isPartialAccepted: false,
    },
    relationshipManager: 'Ines Albrecht',
    surfacesOff: [],
    trainingLinks: [],
    ...given,
  };
}
