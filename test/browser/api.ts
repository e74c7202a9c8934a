import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino, type Logger } from 'pino';
import { createContract } from '#server/contracts/contracts.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { deviceTable } from '#server/db/identity-schema.ts';
import { newKey } from '#server/identity/token.ts';
import { exportLedger } from '#server/ledger/export.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';
import type { RawEvent } from '#server/ledger/raw-event.ts';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { startServer, type RunningServer } from '#server/serve.ts';
import { DAY_MS, formatInstant, type Instant } from '#shared/policy/instant.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import { become, TestDevice, TestPerson, type Approve } from '#test/server/people.ts';

export const CONTRACT = 'larkfield';
export const CONTRACT_NAME = 'Larkfield Staffing';
const SEAT = 's1';

/** What comes of what the extension reports. */
type ReportedType = 'inmail.sent' | 'inmail.responded' | 'notice.acknowledged';

export type TestApi = {
  readonly url: string;
  /** Where its database stands. */
  readonly folder: string;
  /** What the holder of the seat `s1`, or the lead, answers a device that asks. */
  readonly approve: { recruiter: Approve; lead: Approve };
  /** A token of the lead's that is good now. */
  leadToken(): Promise<string>;
  /** Who holds the seat and is the lead, at a browser of their own. */
  readonly everyone: TestPerson;
  /** What the server writes by. */
  ledger(): LedgerContext;
  /** By its own clock. */
  now(): Instant;
  /** Moves its clock on, and makes the checks that have fallen due. */
  moveBy(ms: number): Promise<void>;
  /** Stops answering; what was written stays. */
  stop(): Promise<void>;
  /** Answers again, at the same address. */
  restart(): Promise<void>;
  /** The ledger's events of this type, in its order, and their ids alone. */
  eventsOf(type: ReportedType): Promise<RawEvent[]>;
  idsOf(type: ReportedType): Promise<unknown[]>;
  /** All devices have to be invited anew. */
  withdrawTokens(): Promise<void>;
  addSeats(count: number): Promise<void>;
  setMode(mode: Mode): Promise<void>;
  /** A hundred sends that nobody answers, and the check that warns of them. */
  warn(): Promise<void>;
  /** As `warn`, and CONTINUE, and the end of the warning period: bulk is paused. */
  pause(): Promise<void>;
  close(): Promise<void>;
};

export type ApiOptions = {
  /** Default: inform. */
  mode?: Mode;
  /** How far its clock is ahead of this machine's. Default: not at all. */
  aheadMs?: number;
  /** A contract that has no seat yet. */
  isEmpty?: boolean;
  /** Default: a silent one. */
  log?: Logger;
};

/**
 * The real API on a database of its own, with one contract, on a clock that a test moves.
 */
export async function startApi(options: ApiOptions = {}): Promise<TestApi> {
  const { isEmpty = false, mode = 'inform', log = pino({ level: 'silent' }) } = options;
  let { aheadMs = 0 } = options;
  const now = (): Instant => Date.now() + aheadMs;
  const folder = await mkdtemp(pathOf(tmpdir(), 'good-standing-api-'));
  const databaseUrl = pathToFileURL(pathOf(folder, 'api.db')).href;
  const settings = { databaseUrl, host: '127.0.0.1', now, log };
  let server: RunningServer = await startServer({ ...settings, port: 0 });
  const { url, port } = server;
  const kept = {
    id: CONTRACT,
    name: CONTRACT_NAME,
    source: 'overlay',
    profile: 'inmail-2014',
  } as const;
  await createContract(server.ledger, { ...kept, relationshipManager: null }, newKey);
  if (!isEmpty) await addSeat(server.ledger, CONTRACT, { id: SEAT, holder: 'Robin Ellery' });

  const setMode = async (mode: Mode): Promise<void> => {
    await changeContractMode(server.ledger, CONTRACT, { mode, acceptsPartialEvidence: true });
  };
  const everyone = new TestPerson(() => url);
  const beAs = (to: Parameters<typeof become>[3]) => become(server.ledger, everyone, CONTRACT, to);
  await setMode(mode);
  const lead = await beAs({ role: 'lead', teams: 'all' });
  if (!isEmpty) await beAs({ role: 'recruiter', seat: SEAT });
  const recruiter = { role: 'recruiter', seat: SEAT, contract: CONTRACT } as const;
  const device = new TestDevice(() => everyone.connect(recruiter), now);
  const deviceOfLead = new TestDevice(() => everyone.connect(lead), now);

  const moveBy = async (ms: number): Promise<void> => {
    aheadMs += ms;
    await server.tick();
  };
  const post = async (path: string, body: unknown): Promise<void> => {
    const headers = {
      authorization: `Bearer ${await device.bearer(url)}`,
      'content-type': 'application/json',
    };
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  };
  const warn = async (): Promise<void> => {
    const at = formatInstant(now());
    const base = { type: 'inmail.sent', at, seat: SEAT, mode: 'bulk', batch: 'warn' };
    const events = Array.from({ length: 100 }, (_, index) => {
      const id = `unanswered-${at}-${index}`;
      return { ...base, id, inmail: id };
    });
    await post('/v1/events', { events });
    await moveBy(DAY_MS);
  };
  const pause = async (): Promise<void> => {
    await warn();
    const press = { id: `continue-${now()}`, notice: 'warning', at: formatInstant(now()) };
    await post(`/v1/seats/${SEAT}/acknowledge`, press);
    await moveBy(13 * DAY_MS);
    await warn();
  };
  const eventsOf = async (type: ReportedType): Promise<RawEvent[]> => {
    const events = await exportLedger(server.ledger.database, CONTRACT);
    return events.filter((event) => event['type'] === type);
  };
  return {
    url,
    folder,
    leadToken: () => deviceOfLead.bearer(url),
    everyone,
    ledger: () => server.ledger,
    approve: { recruiter: everyone.approverOf(recruiter), lead: everyone.approverOf(lead) },
    now,
    moveBy,
    warn,
    pause,
    setMode,
    stop: () => server.close(),
    async restart() {
      server = await startServer({ ...settings, port });
    },
    eventsOf,
    idsOf: async (type) => (await eventsOf(type)).map(({ id }) => id),
    async withdrawTokens() {
      await server.ledger.database.write(async (tx) => void (await tx.delete(deviceTable)));
    },
    async addSeats(count) {
      for (let index = 1; index <= count; index += 1) {
        const holder = `Seatholder ${String(index).padStart(4, '0')}`;
        await addSeat(server.ledger, CONTRACT, { id: `extra-${index}`, holder });
      }
    },
    async close() {
      await server.close().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
