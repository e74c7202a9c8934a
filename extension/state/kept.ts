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

/** A page of a lead's list as the server gave it, so that it is there at once, and offline too. */
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

/** Pages of one list, from 0 on; its head alone is kept beside them, so that it parts no list. */
export type PageKey = number | 'head';

export type Pages<Value> = {
  read(page: PageKey): Promise<Value | null>;
  write(page: PageKey, value: Value): Promise<void>;
  clear(): Promise<void>;
};

export const keptSeats: Pages<KeptSeats> = {
  read: async (page) => (await (await database()).get('seats', page)) ?? null,
  write: async (page, value) => void (await (await database()).put('seats', value, page)),
  clear: async () => (await database()).clear('seats'),
};
