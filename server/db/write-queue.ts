import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { asFault, isBusy, isOfEngine } from '#server/db/faults.ts';

const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 500;
const ATTEMPTS = 16;
/** A commit holds up everybody else in the process, so that it stays small. */
const LARGEST_GROUP = 32;

type Transacts<Tx> = {
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
};

/** One piece of work: its attempt resolves to what tells its owner, once all is committed. */
type Piece<Tx> = {
  attempt: (tx: Tx) => Promise<() => void>;
  refuse: (error: unknown) => void;
};

/** Is told how long each write waited for those before it. */
export type QueueWatch = { elapsedMs: () => number; onWaited: (ms: number) => void };

/**
 * Does work, and tries it again while others lock the database. A statement that meets SQLITE_BUSY
 * leaves its connection in a state in which later writes seem to succeed and are lost; so the
 * connection is replaced before anything else runs on it.
 */
export async function retryWhileBusy<Result>(
  work: () => Promise<Result>,
  replaceConnection: () => Promise<void>,
): Promise<Result> {
  let waitMs = FIRST_WAIT_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      await replaceConnection();
      if (attempt === ATTEMPTS) throw error;
    }
    await sleep(waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }
}

/**
 * The one way to write: in the order given, and what waits together is committed together, since a
 * commit costs more than most of what it commits. Nobody is told of a success before it is on disk.
 */
export class WriteQueue<Tx extends Transacts<Tx>> {
  #waiting: Piece<Tx>[] = [];
  #working: Promise<void> | null = null;
  readonly #connection: Transacts<Tx>;
  readonly #replaceConnection: () => Promise<void>;
  readonly #watch: QueueWatch | undefined;

  constructor(
    connection: Transacts<Tx>,
    replaceConnection: () => Promise<void>,
    watch?: QueueWatch,
  ) {
    this.#watch = watch;
    this.#connection = connection;
    this.#replaceConnection = replaceConnection;
  }

  /** @throws DatabaseFault when the database does not take it. */
  run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const givenAt = this.#watch?.elapsedMs() ?? 0;
    let hasWaited = false;
    return new Promise((resolve, reject) => {
      const attempt = async (tx: Tx) => {
        // Only the first attempt: what comes after it is no waiting for others.
        if (!hasWaited) this.#watch?.onWaited(this.#watch.elapsedMs() - givenAt);
        hasWaited = true;
        const result = await work(tx);
        return () => resolve(result);
      };
      this.#waiting.push({ attempt, refuse: reject });
      this.#working ??= this.#workOff();
    });
  }

  /** Resolves when everything given so far is done. */
  async drain(): Promise<void> {
    await this.#working;
  }

  async #workOff(): Promise<void> {
    while (this.#waiting.length > 0) {
      // The engine never yields: requests that have arrived meanwhile are let in here.
      await nextTurn();
      await this.#commit(this.#waiting.splice(0, LARGEST_GROUP));
    }
    this.#working = null;
  }

  async #commit(group: readonly Piece<Tx>[]): Promise<void> {
    try {
      const tellings = await retryWhileBusy(
        () => this.#connection.transaction((tx) => inTurn(tx, group)),
        this.#replaceConnection,
      );
      for (const tell of tellings) tell();
    } catch (error) {
      if (isOfEngine(error) && !isBusy(error)) await this.#replaceConnection();
      // What one piece ran into, such as the end of the disk, need not stop the others.
      if (group.length > 1 && !isBusy(error)) {
        for (const piece of group) await this.#commit([piece]);
      } else for (const { refuse } of group) refuse(asFault(error));
    }
  }
}

/** Each piece in a savepoint of its own: one that throws is undone, and takes no other with it. */
async function inTurn<Tx extends Transacts<Tx>>(
  tx: Tx,
  group: readonly Piece<Tx>[],
): Promise<(() => void)[]> {
  const tellings: (() => void)[] = [];
  for (const { attempt, refuse } of group) {
    try {
      tellings.push(await tx.transaction(attempt));
    } catch (error) {
      if (isOfEngine(error)) throw error;
      tellings.push(() => refuse(error));
    }
  }
  return tellings;
}
