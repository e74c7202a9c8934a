import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { pino, type Logger } from 'pino';
import { afterEach } from 'vitest';
import type { z } from 'zod';
import { createContract, type NewContract } from '#server/contracts/contracts.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { createFeedKey, invitePerson, type Invited } from '#server/identity/invite.ts';
import { newKey } from '#server/identity/token.ts';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import type { IdentitySettings } from '#server/identity/services.ts';
import { startServer, type Patience, type RunningServer } from '#server/serve.ts';
import { formatInstant, type Instant } from '#shared/policy/instant.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import type { ConnectTokens } from '#shared/wire/connect.ts';
import { eventReceiptSchema, type EventReceipt } from '#shared/wire/events.ts';
import { problemSchema, type Problem } from '#shared/wire/problem.ts';
import { readingSchema, type Reading } from '#shared/wire/reading.ts';
import { newDatabase } from '#test/server/new-database.ts';
import { everyoneOf, join, TestDevice, TestPerson, type PlaceWanted } from '#test/server/people.ts';

export const START = Date.UTC(2026, 0, 5, 9);
export const iso = formatInstant;

export const SILENT = pino({ level: 'silent' });

/** A clock that stands still until it is moved. */
export type HandClock = { now: Instant };

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(pathOf(tmpdir(), 'good-standing-test-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function madeFolder(): Promise<string> {
  const folder = temporaryFolder();
  writeFileSync(databasePathIn(folder), await newDatabase(), { mode: 0o600 });
  return folder;
}

export type Answer = { status: number; headers: Headers; body: unknown };
type Asked = { token?: string; body?: unknown; headers?: Record<string, string>; text?: string };

type OwnSettings = {
  log: Logger;
  identity: IdentitySettings;
  patience: Patience | undefined;
  /** What tests listen on is on this machine. */
  allowsPrivateWebhooks: boolean;
};

/** Tests ask faster than people do. */
const UNLIMITED = { byAddress: 1e6, byToken: 1e6 };

/** A real server on a real file, with a clock that is moved by hand. */
export class TestServer {
  readonly clock: HandClock;
  readonly folder: string;
  readonly #settings: OwnSettings;
  readonly #devices = new Map<string, TestDevice>();
  #joining: Promise<unknown> = Promise.resolve();
  #server: RunningServer;
  #isStopped = false;

  private constructor(
    server: RunningServer,
    clock: HandClock,
    folder: string,
    settings: OwnSettings,
  ) {
    this.#settings = settings;
    this.#server = server;
    this.clock = clock;
    this.folder = folder;
  }

  static async start(
    now: Instant = START,
    {
      log = SILENT,
      folder: given,
      identity = {},
      patience,
      allowsPrivateWebhooks = true,
    }: Partial<OwnSettings> & { folder?: string } = {},
  ): Promise<TestServer> {
    const folder = given ?? (await madeFolder());
    const clock = { now };
    const limits = { requestRates: UNLIMITED, ...identity };
    const settings = { log, identity: limits, patience, allowsPrivateWebhooks };
    const server = await open(folder, clock, settings);
    const test = new TestServer(server, clock, folder, settings);
    cleanups.push(() => test.stop());
    return test;
  }

  async stop(): Promise<void> {
    if (this.#isStopped) return;
    this.#isStopped = true;
    await this.#server.close();
  }

  get running(): RunningServer {
    return this.#server;
  }

  get databaseUrl(): string {
    return databaseUrlIn(this.folder);
  }

  /** Stops, and starts again on the same file. */
  async restart(): Promise<void> {
    await this.stop();
    this.#server = await open(this.folder, this.clock, this.#settings);
    this.#isStopped = false;
  }

  /** Moves the clock without the server noticing, as when it sleeps. */
  sleepTo(instant: Instant): void {
    this.clock.now = instant;
  }

  async moveTo(instant: Instant): Promise<void> {
    this.clock.now = instant;
    await this.#server.tick();
  }

  /** A person at a browser of their own. */
  person(): TestPerson {
    return new TestPerson(() => this.#server.url);
  }

  /** The path of a link that an operator has made for somebody. */
  async invite(contract: string, email: string, to: Invited): Promise<string> {
    const invitation = { email, name: email, to };
    const { token } = await invitePerson(this.#server.ledger, contract, invitation);
    return `/invite/${token}`;
  }

  /** Connects a device of a person, and keeps its access token fresh, as the extension does. */
  async connect(person: TestPerson, wanted: PlaceWanted, device?: string): Promise<string> {
    const tokens = await person.connect(wanted, device);
    return this.#named(() => Promise.resolve(tokens));
  }

  /**
   * A device of the one person who is everything here, as what a role may do is no one person's. It
   * is connected when it is first used, since most tests use few of them.
   */
  join(contract: string, to: Exclude<Invited, { role: null }>): string {
    return this.#named(() => {
      // One after the other: a later invitation takes an earlier one back.
      const joined = this.#joining.then(() => join(this.#server.ledger, contract, to));
      this.#joining = joined.catch(() => undefined);
      return joined;
    });
  }

  /** As one who was away for longer than a browser stays connected, and who is that already. */
  async connectAgain(contract: string, to: Omit<PlaceWanted, 'contract'>): Promise<string> {
    const person = this.person();
    await person.signIn(everyoneOf(contract));
    return this.connect(person, { ...to, contract });
  }

  /** A name that stands for the device wherever this server is asked with a token. */
  #named(connect: () => Promise<ConnectTokens>): string {
    const name = `device-${this.#devices.size + 1}`;
    this.#devices.set(name, new TestDevice(connect, () => this.clock.now));
    return name;
  }

  /** The access token that is good now. */
  async bearer(token: string): Promise<string> {
    return (await this.#devices.get(token)?.bearer(this.#server.url)) ?? token;
  }

  async ask(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    const { status, headers, text } = await this.fetch(method, path, asked);
    return { status, headers, body: text === '' ? null : JSON.parse(text) };
  }

  /** The answer as it came, for those that are no JSON. */
  async fetch(
    method: string,
    path: string,
    asked: Asked = {},
  ): Promise<{ status: number; headers: Headers; text: string }> {
    const { token, body, text } = asked;
    const sent = text ?? (body === undefined ? null : JSON.stringify(body));
    const response = await fetch(this.#server.url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${await this.bearer(token)}` }),
        ...(sent === null ? {} : { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      body: sent,
    });
    const { status, headers } = response;
    return { status, headers, text: await response.text() };
  }

  /** @throws when the answer is not one the schema reads. */
  async call<Schema extends z.ZodType>(
    schema: Schema,
    method: string,
    path: string,
    asked: Asked = {},
  ): Promise<z.output<Schema>> {
    const answer = await this.ask(method, path, asked);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return schema.parse(answer.body);
  }

  async problem(method: string, path: string, asked: Asked = {}): Promise<Problem> {
    const { body, headers, status } = await this.ask(method, path, asked);
    const type = headers.get('content-type');
    if (type !== 'application/problem+json') throw new Error(`${status} ${type} is no problem.`);
    const problem = problemSchema.parse(body);
    if (problem.status !== status) throw new Error(`${problem.status} is not ${status}.`);
    return problem;
  }

  events(token: string, events: readonly unknown[], completeUpTo?: unknown): Promise<EventReceipt> {
    return this.call(eventReceiptSchema, 'POST', '/v1/events', {
      token,
      body: { events, completeUpTo },
    });
  }

  reading(token: string, seat = 'seat-1'): Promise<Reading> {
    return this.call(readingSchema, 'GET', `/v1/seats/${seat}/reading`, { token });
  }

  press(token: string, body: unknown, seat = 'seat-1'): Promise<Reading> {
    return this.call(readingSchema, 'POST', `/v1/seats/${seat}/acknowledge`, { token, body });
  }
}

function databasePathIn(folder: string): string {
  return pathOf(folder, 'good-standing.db');
}

export function databaseUrlIn(folder: string): string {
  return `file:${databasePathIn(folder)}`;
}

function open(
  folder: string,
  clock: HandClock,
  { log, identity, patience, allowsPrivateWebhooks }: OwnSettings,
): Promise<RunningServer> {
  return startServer({
    databaseUrl: databaseUrlIn(folder),
    host: '127.0.0.1',
    port: 0,
    now: () => clock.now,
    log,
    identity,
    allowsPrivateWebhooks,
    ...(patience === undefined ? {} : { patience }),
  });
}

export type SetUp = {
  contract: string;
  lead: string;
  admin: string;
  feed: string;
  /** The token of seat-1, and so on. */
  recruiters: string[];
};

/** A contract with seats and a token for everyone. */
export async function setUp(
  test: TestServer,
  wanted: Partial<NewContract> & {
    seats?: number;
    /** Ids of their own, in place of seat-1 and so on. */
    seatIds?: readonly string[];
    mode?: Mode;
    acceptsPartialEvidence?: boolean;
  } = {},
): Promise<SetUp> {
  const { seatIds, mode = 'inform', acceptsPartialEvidence = true, ...given } = wanted;
  const { seats = seatIds?.length ?? 1, ...named } = given;
  const { ledger } = test.running;
  const plain = { name: 'Fernhill Talent', profile: 'inmail-2014', source: 'feed' } as const;
  const { id: contract } = await createContract(
    ledger,
    { ...plain, relationshipManager: null, ...named },
    newKey,
  );
  await changeContractMode(ledger, contract, { mode, acceptsPartialEvidence });
  const recruiters: string[] = [];
  for (let number = 1; number <= seats; number += 1) {
    const { id: seat } = await addSeat(ledger, contract, {
      holder: `Holder ${number}`,
      id: seatIds?.[number - 1],
    });
    recruiters.push(test.join(contract, { role: 'recruiter', seat }));
  }
  const lead = test.join(contract, { role: 'lead', teams: 'all' });
  const admin = test.join(contract, { role: 'admin' });
  const { key: feed } = await createFeedKey(ledger, contract, 'Feed');
  return { contract, lead, admin, feed, recruiters };
}

/** `count` sends at one instant, the first so many of them answered. */
export function sends(
  prefix: string,
  at: Instant,
  { seat = 'seat-1', count = 1, accepted = 0, declined = 0 } = {},
): Record<string, string>[] {
  const events: Record<string, string>[] = [];
  for (let index = 0; index < count; index += 1) {
    const inmail = `${prefix}-${index}`;
    const send = { id: `${inmail}-s`, type: 'inmail.sent', at: iso(at), seat, inmail };
    events.push({ ...send, mode: count > 1 ? 'bulk' : 'one_to_one' });
    if (index >= accepted + declined) continue;
    const outcome = index < accepted ? 'accepted' : 'declined';
    events.push({ id: `${inmail}-r`, type: 'inmail.responded', at: iso(at), inmail, outcome });
  }
  return events;
}
