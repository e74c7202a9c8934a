import type { Credentials } from '#extension/state/credentials.ts';

export const SERVER = 'https://standing.example';

/** A browser that is connected to the sample's seat; no key for recipients was given to it. */
export const SAMPLE_CREDENTIALS = {
  server: SERVER,
  connection: 'one',
  identity: {
    contract: { id: 'c1', name: 'Larkfield Staffing' },
    role: 'recruiter',
    seat: 's1',
    recipientKey: null,
    device: null,
    teams: null,
  },
} as const satisfies Credentials;
