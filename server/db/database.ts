import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import type { Connections } from '#server/db/connections.ts';
import { asFault, isBusy, isDropped } from '#server/db/faults.ts';
import { WriteQueue, type QueueWatch } from '#server/db/write-queue.ts';

export type Handle = LibSQLDatabase;
/** Statements of one transaction. */
export type Transaction = Parameters<Parameters<Handle['transaction']>[0]>[0];
/** What reads: the database itself, or a transaction that sees its own writes. */
export type Reader = Pick<Handle, 'select' | 'all'>;
export type Batcher = Pick<Handle, 'select' | 'batch'>;

const READ_ATTEMPTS = 5;

/** One database, and the two ways to use it. What reads never shares a connection with what writes. */
export class Database {
  readonly #writer: Connections;
  readonly #readers: Connections;
  readonly #reading: Handle;
  readonly #queue: WriteQueue<Transaction>;
  readonly #letGo: () => void;

  /** @param writer a single connection. */
  constructor(writer: Connections, readers: Connections, letGo: () => void, watch?: QueueWatch) {
    this.#writer = writer;
    this.#readers = readers;
    this.#reading = drizzle({ client: readers.client });
    this.#queue = new WriteQueue(drizzle({ client: writer.client }), () => writer.replace(), watch);
    this.#letGo = letGo;
  }

  /**
   * One transaction; its work may run more than once, and must not outlive itself.
   * @throws DatabaseFault
   */
  write<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.#queue.run(work);
  }

  /**
   * Reads what was committed. Several statements see one state only as one batch.
   * @throws DatabaseFault
   */
  async read<Result>(work: (reader: Batcher & Reader) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work(this.#reading);
      } catch (error) {
        if (attempt === READ_ATTEMPTS) throw asFault(error);
        if (isBusy(error)) await this.#readers.replace();
        else if (!isDropped(error)) throw asFault(error);
      }
    }
  }

  /**
   * Lays what was committed down in the file itself and empties its log, so that what was removed is
   * in neither. Others may keep it from that for the moment; then it is left to a later time.
   */
  async emptyLog(): Promise<void> {
    await this.read((reader) => reader.all('pragma wal_checkpoint(truncate)'));
  }

  async close(): Promise<void> {
    await this.#queue.drain();
    this.#readers.client.close();
    this.#writer.client.close();
    this.#letGo();
  }
}
