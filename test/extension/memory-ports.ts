import type { KeptReading, PageKey, Pages, Slot } from '#extension/state/kept.ts';
import type { KeptMiss } from '#extension/state/misses.ts';
import type { Outbox } from '#extension/state/outbox.ts';
import type { AsideEntry, OutboxEntry } from '#extension/state/outbox-entry.ts';
import type { Item, Ports } from '#extension/state/ports.ts';
import type { StoredOwnSeat } from '#extension/state/stored-own-seat.ts';
import type { StoredReport } from '#extension/state/stored-report.ts';
import { NOTHING_MANAGED } from '#extension/state/managed-values.ts';
import type { PairingShown } from '#extension/state/stored-pairing.ts';
import { NEVER_SYNCED } from '#extension/state/sync-state.ts';
import type { Connection } from '#extension/state/stored.ts';
import type { MemoryServer } from '#test/extension/memory-server.ts';
import { MemoryVault } from '#test/extension/memory-vault.ts';

function memorySlot<Value>(): Slot<Value> {
  let held: Value | null = null;
  return {
    read: () => Promise.resolve(held),
    write: (value) => {
      held = value;
      return Promise.resolve();
    },
    clear: () => {
      held = null;
      return Promise.resolve();
    },
  };
}

function memoryPages<Value>(): Pages<Value> {
  const held = new Map<PageKey, Value>();
  return {
    read: (page) => Promise.resolve(held.get(page) ?? null),
    write: (page, value) => Promise.resolve(void held.set(page, value)),
    clear: () => Promise.resolve(held.clear()),
  };
}

function memoryItem<Value>(first: Value): Item<Value> {
  let held = first;
  return {
    getValue: () => Promise.resolve(held),
    setValue: (value) => {
      held = value;
      return Promise.resolve();
    },
  };
}

/** Keeps what it is given as the real one does, without a database. */
function memoryOutbox(keptReading: Slot<KeptReading>): Outbox {
  const held = new Map<number, OutboxEntry>();
  const aside: AsideEntry[] = [];
  const answers = new Set<string>();
  let last = 0;
  const of = (account: string) => [...held].filter(([, entry]) => entry.account === account);
  return {
    add(entries) {
      const known = new Set([...held.values()].map(({ id }) => id));
      for (const entry of entries) {
        const isAnswer = entry.kind === 'observed' && entry.observation !== null;
        const key = `${entry.account} ${entry.id}`;
        if (known.has(entry.id) || (isAnswer && answers.has(key))) continue;
        held.set((last += 1), entry);
        if (isAnswer) answers.add(key);
      }
      return Promise.resolve();
    },
    head: (account, limit) =>
      Promise.resolve(
        of(account)
          .slice(0, limit)
          .map(([order, entry]) => ({ order, entry })),
      ),
    settle({ taken, refused, reading }) {
      for (const { order } of taken) held.delete(order);
      for (const { queued, code } of refused) {
        held.delete(queued.order);
        aside.push({ account: queued.entry.account, code, entry: queued.entry });
      }
      return reading === null ? Promise.resolve() : keptReading.write(reading);
    },
    waiting: (account) => Promise.resolve(of(account).map(([, entry]) => entry)),
    countAside: (account) =>
      Promise.resolve(aside.filter((entry) => entry.account === account).length),
  };
}

/** Everything the background reaches, in memory: what a browser would keep, these keep. */
export function memoryPorts({ api, connect }: MemoryServer, now: () => number): Ports {
  let ids = 0;
  const keptReading = memorySlot<KeptReading>();
  return {
    vault: new MemoryVault(),
    keptReading,
    keptSeats: memoryPages(),
    outbox: memoryOutbox(keptReading),
    api,
    connectApi: connect.api,
    stored: {
      reading: memoryItem<Awaited<ReturnType<Ports['stored']['reading']['getValue']>>>(null),
      gate: memoryItem<Awaited<ReturnType<Ports['stored']['gate']['getValue']>>>(null),
      connection: memoryItem<Connection>('not_connected'),
      clockOffsetMs: memoryItem(0),
      sync: memoryItem(NEVER_SYNCED),
      backlog: memoryItem({ waiting: 0, aside: 0 }),
      misses: memoryItem<KeptMiss[]>([]),
      report: memoryItem<StoredReport | null>(null),
      pairing: memoryItem<PairingShown>({ phase: 'none' }),
      ownSeat: memoryItem<StoredOwnSeat | null>(null),
    },
    version: '0.1.0',
    now,
    chance: () => 0,
    newId: () => `made-${(ids += 1)}`,
    hashTexts: (_key, texts) => Promise.resolve(texts.map((text) => `hash of ${text}`)),
    readManaged: () => Promise.resolve(NOTHING_MANAGED),
    deviceName: 'Chrome on Linux',
    openTab: () => Promise.resolve(),
    schedulePoll: () => undefined,
    scheduleRetry: () => undefined,
    showBadge: () => Promise.resolve(),
  };
}
