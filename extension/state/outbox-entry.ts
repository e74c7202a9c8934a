import type { AcknowledgementJson } from '#shared/wire/acknowledgement.ts';
import type { HoldJson } from '#shared/wire/holds.ts';
import type { ObservationJson } from '#shared/wire/observations.ts';

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
  /** Of the displayed name, by which the inbox is matched. */
  nameHash?: string;
};

type Base = {
  /** Made once; the server keeps each once. */
  id: string;
  /** The seat, contract and server it belongs to; see `accountOf`. */
  account: string;
};

/** What the inbox showed when it was read: an answer, or only that it was read. */
export type ObservedEntry = Base & {
  kind: 'observed';
  readAt: string;
  observation: ObservationJson | null;
};

/** What waits to be reported. */
export type OutboxEntry =
  | (Base & { kind: 'sent'; event: SentEventJson })
  | (Base & { kind: 'acknowledged'; seat: string; acknowledgement: AcknowledgementJson })
  | (Base & { kind: 'held'; hold: HoldJson })
  | ObservedEntry;

export type QueuedEntry = { order: number; entry: OutboxEntry };

/** What the server refused for good, with the code it gave: kept, counted, and not sent again. */
export type AsideEntry = { account: string; code: string; entry: OutboxEntry };
