import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { createContract } from '#server/contracts/contracts.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { createFeedKey } from '#server/identity/invite.ts';
import { newKey } from '#server/identity/token.ts';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { startServer, type RunningServer } from '#server/serve.ts';
import { DAY_MS, formatInstant, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import { readingSchema, type Reading } from '#shared/wire/reading.ts';
import { reviewListSchema, type ReviewList } from '#shared/wire/reviews.ts';
import {
  become,
  TestDevice,
  TestPerson,
  type Approve,
  type PlaceWanted,
} from '#test/server/people.ts';

const CONTRACT = 'fernhill';

/** Who is there, and what each has come to by now. */
const HOLDERS = {
  paused: 'Paloma Reyes',
  released: 'Hannah Voss',
  unread: 'Samuel Okafor',
  below: 'Ines Carvalho',
  close: 'Nora Lindqvist',
  good: 'Tomasz Bielak',
} as const;
export type SeatName = keyof typeof HOLDERS;

export type TeamWorld = {
  url: string;
  /** What each answers a device that asks. */
  approve: { lead: Approve; admin: Approve; recruiter: (seat: SeatName) => Approve };
  /** As the lead sees a seat. */
  reading(seat: string): Promise<Reading>;
  now(): Instant;
  /** Asks for a review, as that seat's holder. */
  askForReview(seat: SeatName, message: string): Promise<void>;
  /** Of a seat, as the lead reads them. */
  reviewsOf(seat: SeatName): Promise<ReviewList>;
  /** Asks with a device of that seat's holder, and says how it was answered. */
  status(path: string, seat: SeatName): Promise<number>;
  stop(): Promise<void>;
  close(): Promise<void>;
};

type Some = { count: number; accepted: number };

/** The API with a clock that is moved by hand, a contract on it, and what its people do. */
class Making {
  readonly server: RunningServer;
  readonly bearers = new Map<string, (url: string) => Promise<string>>();
  #at: Instant;
  #count = 0;

  constructor(server: RunningServer, at: Instant) {
    this.server = server;
    this.#at = at;
  }

  get at(): Instant {
    return this.#at;
  }

  async bearer(who: string): Promise<string> {
    return (await this.bearers.get(who)?.(this.server.url)) ?? '';
  }

  async post(path: string, who: string, body: unknown): Promise<void> {
    const token = await this.bearer(who);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(this.server.url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }

  async moveTo(at: Instant): Promise<void> {
    this.#at = at;
    await this.server.tick();
  }

  /** Sends of now, the first so many of them answered, as the feed reports them. */
  async send(seat: SeatName, { count, accepted }: Some): Promise<void> {
    const at = formatInstant(this.#at);
    const events = Array.from({ length: count }, (_, index) => {
      const inmail = `${seat}-${(this.#count += 1)}`;
      const template = index % 3 === 0 ? 'Hello' : 'Offer';
      const sent = { id: `${inmail}-s`, type: 'inmail.sent', at, seat, inmail, mode: 'bulk' };
      const answer = { id: `${inmail}-r`, type: 'inmail.responded', at, inmail };
      const all = [{ ...sent, surface: 'search', template }];
      return index < accepted ? [...all, { ...answer, outcome: 'accepted' }] : all;
    }).flat();
    await this.post('/v1/events', 'feed', { events });
  }

  async press(seat: SeatName, notice: string): Promise<void> {
    const id = `press-${(this.#count += 1)}`;
    const press = { id, notice, at: formatInstant(this.#at) };
    await this.post(`/v1/seats/${seat}/acknowledge`, seat, press);
  }
}

/** Forty days of a team: one seat restricted, one released, one warned and unread, and others. */
async function live(making: Making, present: Instant): Promise<void> {
  const day = (number: number): Instant => present - (40 - number) * DAY_MS;
  await making.send('paused', { count: 100, accepted: 5 });
  await making.send('released', { count: 100, accepted: 5 });
  await making.moveTo(day(1));
  await making.press('paused', 'warning');
  await making.press('released', 'warning');
  await making.moveTo(day(10));
  await making.send('paused', { count: 120, accepted: 6 });
  await making.send('released', { count: 100, accepted: 6 });
  await making.moveTo(day(16));
  await making.press('paused', 'improvement_started');
  await making.press('released', 'improvement_started');
  await making.moveTo(day(20));
  await making.send('paused', { count: 110, accepted: 8 });
  await making.send('released', { count: 30, accepted: 3 });
  await making.moveTo(day(28));
  await making.send('unread', { count: 100, accepted: 3 });
  await making.moveTo(day(30));
  await making.press('paused', 'improvement_renewed');
  await making.press('released', 'improvement_ended');
  await making.moveTo(day(31));
  await making.send('paused', { count: 10, accepted: 1 });
  await making.moveTo(day(38));
  await making.send('paused', { count: 30, accepted: 3 });
  await making.send('close', { count: 100, accepted: 14 });
  await making.send('good', { count: 100, accepted: 30 });
  await making.moveTo(present - HOUR_MS);
  await making.send('below', { count: 120, accepted: 10 });
  await making.moveTo(present);
}

/** At two in the afternoon, so that it is the same however late it is where it runs. */
function presentOf(): Instant {
  return Math.floor(Date.now() / DAY_MS) * DAY_MS + 14 * HOUR_MS;
}

/** A team on the real API, after forty days. @param more seats that nobody has sent from. */
export async function startTeam(more = 0): Promise<TeamWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'good-standing-team-'));
  const databaseUrl = pathToFileURL(join(folder, 'api.db')).href;
  const present = presentOf();
  let making: Making | null = null;
  const now = (): Instant => making?.at ?? present - 40 * DAY_MS;
  const log = pino({ level: 'silent' });
  const settings = { databaseUrl, host: '127.0.0.1', port: 0, now, log };
  const server = await startServer(settings);
  making = new Making(server, present - 40 * DAY_MS);
  const { ledger } = server;
  const kept = {
    id: CONTRACT,
    name: 'Fernhill Talent',
    source: 'feed',
    profile: 'inmail-2014',
  } as const;
  await createContract(ledger, { ...kept, relationshipManager: null }, newKey);
  await changeContractMode(ledger, CONTRACT, { mode: 'enforce', acceptsPartialEvidence: false });
  const everyone = new TestPerson(() => server.url);
  const beAs = (to: Parameters<typeof become>[3]) => become(ledger, everyone, CONTRACT, to);
  const deviceOf = (place: PlaceWanted) => {
    const device = new TestDevice(() => everyone.connect(place), now);
    return (url: string): Promise<string> => device.bearer(url);
  };
  for (const [seat, holder] of Object.entries(HOLDERS)) {
    await addSeat(ledger, CONTRACT, { id: seat, holder });
    making.bearers.set(seat, deviceOf(await beAs({ role: 'recruiter', seat })));
  }
  for (let number = 1; number <= more; number += 1) {
    const holder = `Seatholder ${String(number).padStart(3, '0')}`;
    await addSeat(ledger, CONTRACT, { id: `more-${number}`, holder });
  }
  const { key } = await createFeedKey(ledger, CONTRACT, 'Feed');
  making.bearers.set('feed', () => Promise.resolve(key));
  const lead = await beAs({ role: 'lead', teams: 'all' });
  const admin = await beAs({ role: 'admin' });
  making.bearers.set('lead', deviceOf(lead));
  await live(making, present);
  const made = making;
  const ask = async (path: string, who: string): Promise<Response> => {
    const headers = { authorization: `Bearer ${await made.bearer(who)}` };
    return fetch(server.url + path, { headers });
  };
  return {
    url: server.url,
    approve: {
      lead: everyone.approverOf(lead),
      admin: everyone.approverOf(admin),
      recruiter: (seat) => everyone.approverOf({ role: 'recruiter', seat, contract: CONTRACT }),
    },
    now,
    reading: async (seat) =>
      readingSchema.parse(await (await ask(`/v1/seats/${seat}/reading`, 'lead')).json()),
    askForReview: (seat, message) =>
      made.post(`/v1/seats/${seat}/reviews`, seat, { id: `of ${seat}`, reason: 'other', message }),
    reviewsOf: async (seat) =>
      reviewListSchema.parse(await (await ask(`/v1/seats/${seat}/reviews`, 'lead')).json()),
    status: async (path, seat) => (await ask(path, seat)).status,
    stop: () => server.close(),
    async close() {
      await server.close().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
