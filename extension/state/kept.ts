import { database } from '#extension/state/database.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { SeatList } from '#shared/wire/seats.ts';

/** A reading as the server gave it; what is shown is carried forward from it. */
export type KeptReading = {
  account: string;
  reading: Reading;
  /** When it arrived, by this machine's clock. */
  receivedAt: Instant;
};

/** A lead's list as the server gave it, so that the popup has it at once, and offline too. */
export type KeptSeats = { account: string; list: SeatList; receivedAt: Instant };

/** A place for one value that outlives the background worker. */
export type Slot<Value> = {
  read(): Promise<Value | null>;
  write(value: Value): Promise<void>;
  clear(): Promise<void>;
};

export const keptReading: Slot<KeptReading> = {
  read: async () => (await (await database()).get('reading', 'last')) ?? null,
  write: async (value) => void (await (await database()).put('reading', value, 'last')),
  clear: async () => (await database()).delete('reading', 'last'),
};

export const keptSeats: Slot<KeptSeats> = {
  read: async () => (await (await database()).get('seats', 'last')) ?? null,
  write: async (value) => void (await (await database()).put('seats', value, 'last')),
  clear: async () => (await database()).delete('seats', 'last'),
};
