import type { Connection, StoredReading } from '#extension/state/stored.ts';
import { plainName } from '#extension/surfaces/nav.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { shownOf, type Shown } from '#shared/policy/shown.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { UnknownReason } from '#shared/words/standing-words.ts';

/** What is known of the seat, here and now: what every feature shows from. */
export type View = Readonly<{
  /** Null when there is none, or when another contract is open. */
  reading: Reading | null;
  shown: Shown;
  /** Set exactly when `shown` is `unknown`. */
  unknownBecause: UnknownReason | null;
  connection: Connection;
  /**
   * The contract that is connected is the one that Recruiter shows, or it shows none: what is seen
   * here is told. Where none is shown, the worker goes by what the tab showed before.
   */
  isHere: boolean;
  isCarriedForward: boolean;
  /** By the server's clock, as far as it is known. */
  now: Instant;
}>;

export type Known = Readonly<{
  stored: StoredReading | null;
  connection: Connection;
  now: Instant;
  /** As Recruiter's navigation names it; null where it cannot be read. */
  contractName: string | null;
  /** The extension was updated under this page: nothing can be told or asked any more. */
  isOrphan: boolean;
}>;

function reasonOf({ stored, connection, isOrphan }: Known, isElsewhere: boolean): UnknownReason {
  if (isOrphan) return 'reload';
  if (isElsewhere) return 'not_connected_here';
  if (connection === 'not_connected') return 'not_connected';
  if (stored !== null) return 'check_due';
  if (connection === 'signed_out') return 'signed_out';
  return connection === 'offline' ? 'offline' : 'no_reading';
}

export function viewOf(known: Known): View {
  const { stored, connection, now, contractName, isOrphan } = known;
  const ours = stored === null ? null : plainName(stored.reading.contract.name);
  const isElsewhere = ours !== null && contractName !== null && contractName !== ours;
  // A seat in observe is shown nothing, not even that it is not connected here.
  const isObserved = stored !== null && stored.reading.mode === 'observe';
  const isOurs = connection !== 'not_connected' && !isOrphan && !isElsewhere;
  const reading = stored !== null && (isOurs || isObserved) ? stored.reading : null;
  const shown = shownOf(reading, now);
  return {
    reading,
    shown,
    unknownBecause: shown === 'unknown' ? reasonOf(known, isElsewhere) : null,
    connection,
    isHere: reading !== null && isOurs,
    isCarriedForward: stored !== null && stored.isCarriedForward,
    now,
  };
}
