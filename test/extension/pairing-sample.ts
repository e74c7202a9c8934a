import type { Pairing } from '#extension/state/pairing.ts';
import { SERVER } from '#test/extension/sample-credentials.ts';
import { NOW } from '#test/extension/sample-reading.ts';

/** A wait that has just begun. */
export function pairingSample(given: Partial<Pairing> = {}): Pairing {
  return {
    id: 'p',
    server: SERVER,
    deviceCode: 'the-device-code-of-one',
    userCode: 'BCDF-GHJK',
    verificationUrl: `${SERVER}/connect?code=BCDF-GHJK`,
    startedAt: NOW,
    expiresAt: NOW + 600_000,
    intervalMs: 5_000,
    nextPollAt: NOW + 5_000,
    tokens: null,
    ...given,
  };
}
