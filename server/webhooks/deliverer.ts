import type { Database } from '#server/db/database.ts';
import { THE_SERVER } from '#server/ledger/author.ts';
import { endLive } from '#server/webhooks/endpoints.ts';
import { sendMessage } from '#server/webhooks/send.ts';
import {
  endpointsDue,
  nextMessage,
  saveTried,
  type EndpointRow,
  type MessageRow,
  type OfEndpoint,
  type Tried,
} from '#server/webhooks/store.ts';
import { HOUR_MS, type Instant } from '#shared/policy/instant.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** How long after each try that was not taken the next one is made, as the convention suggests. */
const WAITS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
] as const;

/** By so much a wait is longer by chance, so that endpoints that share a fault are not called at once. */
const JITTER = 0.1;

type Context = Readonly<{
  database: Database;
  now: () => Instant;
  /** From 0 up to, not including, 1. */
  chance: () => number;
  allowsPrivate: boolean;
}>;

/** Tells endpoints what waits for them: each in its order, and none waits for another. */
export class Deliverer {
  readonly #context: Context;
  readonly #stop = new AbortController();
  readonly #busy = new Set<string>();
  readonly #running = new Set<Promise<void>>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** One round: whatever is due now is tried once, but for endpoints that are being called already. */
  async deliver(): Promise<void> {
    const { database, now } = this.#context;
    if (this.#stop.signal.aborted) return;
    const due = await database.read((reader) => endpointsDue(reader, now()));
    const rounds = due.flatMap((of) => {
      const key = JSON.stringify([of.contractId, of.endpointId]);
      if (this.#busy.has(key)) return [];
      this.#busy.add(key);
      const round = this.#tell(of).finally(() => {
        this.#busy.delete(key);
        this.#running.delete(round);
      });
      this.#running.add(round);
      return [round];
    });
    await Promise.all(rounds);
  }

  /** Breaks off what is under way: it is tried again when the server is back. */
  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#running);
  }

  /**
   * Message by message, each read when its turn comes: an endpoint that has ended or has another
   * secret meanwhile is one for the next of them, and one that is not taken holds back the rest.
   */
  async #tell(of: OfEndpoint): Promise<void> {
    const { database, now } = this.#context;
    while (!this.#stop.signal.aborted) {
      const next = await database.read((reader) => nextMessage(reader, of, now()));
      if (next === null) return;
      await this.#try(next.endpoint, next.message);
    }
  }

  async #try(endpoint: EndpointRow, message: MessageRow): Promise<void> {
    const { database, now, allowsPrivate } = this.#context;
    const { signal } = this.#stop;
    const { contractId, id: endpointId, url, secret, previousSecret, previousUntil } = endpoint;
    const isBoth = previousSecret !== null && previousUntil !== null && now() < previousUntil;
    const sent = await sendMessage({
      url,
      id: messageId(message),
      sequence: message.sequence,
      at: now(),
      body: message.payload,
      secrets: isBoth ? [secret, previousSecret] : [secret],
      allowsPrivate,
      signal,
    });
    // A try that we broke off says nothing of the endpoint.
    if (signal.aborted && !sent.isTaken) return;
    await database.write(async (tx) => {
      await saveTried(tx, message, this.#triedOf(message, sent.isTaken, sent.answer));
      // The convention's word for an endpoint that wants no more.
      if (sent.isGone) await endLive(tx, { contractId, endpointId }, { at: now(), by: THE_SERVER });
    });
  }

  #triedOf({ attempts }: MessageRow, isTaken: boolean, lastAnswer: string): Tried {
    const { now, chance } = this.#context;
    const tried = { attempts: attempts + 1, lastAnswer };
    if (isTaken) return { ...tried, dueAt: null, deliveredAt: now() };
    const wait = WAITS_MS[attempts];
    if (wait === undefined) return { ...tried, dueAt: null, deliveredAt: null };
    const dueAt = now() + Math.round(wait * (1 + JITTER * chance()));
    return { ...tried, dueAt, deliveredAt: null };
  }
}

/** The same at every try and in every replay. */
function messageId({ endpointId, sequence }: MessageRow): string {
  return `msg_${endpointId}_${sequence}`;
}
