import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient, type Client } from '@libsql/client';

/** While it waits the process does nothing else, so that long waits are left to the write queue. */
const LOCK_TIMEOUT_MS = 20;

/** Connections of one kind to one database file. */
export class Connections {
  readonly client: Client;
  readonly #count: number;
  readonly #pragmas: string;

  /** @param pragmas what holds for one connection each, and so is set on every one. */
  constructor(path: string, count: number, pragmas: readonly string[]) {
    const { href } = pathToFileURL(resolve(path));
    this.client = createClient({ url: href, concurrency: count, timeout: LOCK_TIMEOUT_MS });
    this.#count = count;
    this.#pragmas = pragmas.map((pragma) => `PRAGMA ${pragma}`).join('; ');
  }

  async prepare(): Promise<void> {
    // All at once: each call then borrows a connection of its own.
    await Promise.all(
      Array.from({ length: this.#count }, () => this.client.executeMultiple(this.#pragmas)),
    );
  }

  /** Throws every connection away, with whatever state it is in, and starts anew. */
  async replace(): Promise<void> {
    // Closes them before anything else runs: it does not yield.
    this.client.reconnect();
    // Where they cannot be set just now, the engine's own settings are as safe.
    await this.prepare().catch(() => undefined);
  }
}
