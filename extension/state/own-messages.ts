import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ApiFault, ApiTarget } from '#extension/state/api-client.ts';
import type { Identity } from '#shared/wire/identity.ts';

/** What came of connecting: who the token speaks for, or why not. */
export type ConnectOutcome =
  | { ok: true; identity: Identity }
  | { ok: false; code: ConnectFaultCode };

export type ConnectFaultCode =
  | ApiFault['code']
  /** No address, or one that would send the token in the clear. */
  | 'address_invalid'
  /** The browser was not allowed to reach that address. */
  | 'access_refused'
  /** A token of a program, not of a person. */
  | 'not_a_person';

/** What the extension's own pages ask of the background worker; nobody else is answered. */
type Protocol = {
  connect: (target: ApiTarget) => ConnectOutcome;
  disconnect: () => void;
  /** A recruiter's popup is open: the reading should be as fresh as it can be. */
  freshReadingWanted: () => void;
  /** The same popup shows how the rate went. */
  ownReportWanted: () => void;
};

export const ownMessages = defineExtensionMessaging<Protocol>();
