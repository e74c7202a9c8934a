import { storage } from 'wxt/utils/storage';
import type { Gate } from '#shared/policy/gate.ts';
import type { Reading } from '#shared/wire/reading.ts';

/**
 * How the extension stands with its server. Content scripts can read what is stored here, so that
 * only the gate, the reading and this word go here, and never a token.
 */
export type Connection = 'not_connected' | 'live' | 'offline' | 'signed_out';

export type StoredReading = {
  reading: Reading;
  /** Carried forward over what was sent or acknowledged while offline. */
  isCarriedForward: boolean;
  /** Surfaces that this version leaves alone; left out by a version that knew of none. */
  surfacesOff?: readonly string[];
};

/** What the guard goes by, and nothing else. */
export type StoredGate = {
  gate: Gate;
  /** Recruiter's navigation names this contract, or nothing is held. */
  contractName: string;
  /** The server's clock less this machine's, in milliseconds. */
  clockOffsetMs: number;
  /** What it holds nothing on, as a surface is switched off. */
  lets?: readonly string[];
};

export const storedReading = storage.defineItem<StoredReading | null>('local:reading', {
  fallback: null,
  version: 1,
});
export const storedGate = storage.defineItem<StoredGate | null>('local:gate', {
  fallback: null,
  version: 1,
});
export const storedConnection = storage.defineItem<Connection>('local:connection', {
  fallback: 'not_connected',
  version: 1,
});
/** The server's clock less this machine's, in milliseconds: periods end by the server's. */
export const storedClockOffsetMs = storage.defineItem<number>('local:clockOffsetMs', {
  fallback: 0,
  version: 1,
});
