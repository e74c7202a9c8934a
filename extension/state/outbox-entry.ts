import type { AcknowledgementJson } from '#shared/wire/acknowledgement.ts';

/** An observed InMail as it is posted: one event of the interchange format. */
export type SentEventJson = {
  id: string;
  type: 'inmail.sent';
  at: string;
  seat: string;
  inmail: string;
  mode: 'bulk' | 'one_to_one';
  surface: string;
  batch?: string;
  recipient?: string;
};

type Base = {
  /** Made once; the server keeps each once. */
  id: string;
  /** The seat, contract and server it belongs to; see `accountOf`. */
  account: string;
};

/** What waits to be reported. */
export type OutboxEntry = Base &
  (
    | { kind: 'sent'; event: SentEventJson }
    | { kind: 'acknowledged'; seat: string; acknowledgement: AcknowledgementJson }
  );

export type QueuedEntry = { order: number; entry: OutboxEntry };

/** What the server refused for good, with the code it gave: kept, counted, and not sent again. */
export type AsideEntry = { account: string; code: string; entry: OutboxEntry };
