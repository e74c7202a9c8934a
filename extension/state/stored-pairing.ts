import { storage } from 'wxt/utils/storage';
import type { ConnectFaultCode } from '#extension/state/own-messages.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** What a wait for somebody's approval looks like, to the extension's own pages. */
export type PairingShown =
  | { phase: 'none' }
  | {
      phase: 'waiting';
      server: string;
      userCode: string;
      expiresAt: Instant;
      /** It did not answer the last time. */
      isUnreachable: boolean;
    }
  | { phase: 'ended'; server: string; code: ConnectFaultCode };

/** In the session's storage, which content scripts cannot read. The wait itself is in the vault. */
export const storedPairing = storage.defineItem<PairingShown>('session:pairing', {
  fallback: { phase: 'none' },
});
