import { browser } from 'wxt/browser';
import type { Connection, StoredReading } from '#extension/state/stored.ts';

/** What is stored of the seat. */
export type Live = Readonly<{
  stored: StoredReading | null;
  connection: Connection;
  clockOffsetMs: number;
}>;

type Items = { reading?: StoredReading | null; connection?: Connection; clockOffsetMs?: number };

/**
 * Calls `changed` with what is stored, now and after every change. It is read directly: the worker
 * keeps the items' versions, and the storage library would go into every page of Recruiter.
 */
export function followStored(changed: (live: Live) => void): void {
  const read = async () => {
    const items = await browser.storage.local.get<Items>([
      'reading',
      'connection',
      'clockOffsetMs',
    ]);
    const { reading = null, connection = 'not_connected', clockOffsetMs = 0 } = items;
    changed({ stored: reading, connection, clockOffsetMs });
  };
  browser.storage.local.onChanged.addListener(() => void read());
  void read();
}

/** After an update this page's script goes on, but speaks to nobody. */
export function isOrphan(): boolean {
  return browser.runtime?.id === undefined;
}
