import type { ApiClient } from '#extension/state/api-client.ts';
import type { ConnectApi } from '#extension/state/connect-api.ts';
import type { KeptReading, KeptSeats, Pages, Slot } from '#extension/state/kept.ts';
import type { Managed } from '#extension/state/managed-values.ts';
import type { Outbox } from '#extension/state/outbox.ts';
import type { Connection, StoredGate, StoredReading } from '#extension/state/stored.ts';
import type { StoredOwnSeat } from '#extension/state/stored-own-seat.ts';
import type { StoredReport } from '#extension/state/stored-report.ts';
import type { KeptMiss } from '#extension/state/misses.ts';
import type { PairingShown } from '#extension/state/stored-pairing.ts';
import type { Backlog, SyncState } from '#extension/state/sync-state.ts';
import type { Vault } from '#extension/state/vault.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** A stored value that content scripts and pages can watch. */
export type Item<Value> = {
  getValue(): Promise<Value>;
  setValue(value: Value): Promise<void>;
};

/** Everything that the background's work reaches outside itself. */
export type Ports = {
  vault: Vault;
  keptReading: Slot<KeptReading>;
  keptSeats: Pages<KeptSeats>;
  outbox: Outbox;
  api: ApiClient;
  connectApi: ConnectApi;
  stored: {
    reading: Item<StoredReading | null>;
    gate: Item<StoredGate | null>;
    connection: Item<Connection>;
    clockOffsetMs: Item<number>;
    sync: Item<SyncState>;
    backlog: Item<Backlog>;
    misses: Item<KeptMiss[]>;
    report: Item<StoredReport | null>;
    pairing: Item<PairingShown>;
    ownSeat: Item<StoredOwnSeat | null>;
  };
  /** This machine's clock. */
  now: () => Instant;
  /** From 0 up to, not including, 1. */
  chance: () => number;
  newId: () => string;
  /** This extension's own, as its manifest has it. */
  version: string;
  hashTexts: (key: string, texts: readonly string[]) => Promise<string[]>;
  readManaged: () => Promise<Managed>;
  /** What people tell this browser by, in the list of their devices. */
  deviceName: string;
  openTab: (url: string) => Promise<void>;
  /** Has `poll` called at that instant, or never again. */
  schedulePoll: (at: Instant | null) => void;
  /** Wakes the worker for another try. */
  scheduleRetry: (at: Instant) => void;
  /** What the toolbar shows. */
  showBadge: (connection: Connection, stored: StoredReading | null, now: Instant) => Promise<void>;
};
