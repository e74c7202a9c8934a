import { pino } from 'pino';
import { createContract } from '#server/contracts/contracts.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { createFeedKey } from '#server/identity/invite.ts';
import { newKey } from '#server/identity/token.ts';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { startServer, type RunningServer } from '#server/serve.ts';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import type { Answered, Asked, Call } from '#test/demo/api-calls.ts';
import {
  CONTRACT_ID,
  CONTRACT_NAME,
  RELATIONSHIP_MANAGER,
  SAMPLE_SEATS,
} from '#test/demo/sample-contract.ts';
import { join, TestPerson } from '#test/server/people.ts';

/**
 * The API in a process of its own, on a clock that the demo moves by hand: it stands still while
 * the weeks before are told, and then runs on from wherever it was set.
 */
let clock = { at: 0, since: Date.now(), isRunning: false };
const now = (): Instant => clock.at + (clock.isRunning ? Date.now() - clock.since : 0);

async function open(databaseUrl: string): Promise<RunningServer> {
  const log = pino({ level: 'silent' });
  // The demo's browser keeps one token: it has to last for as long as its clock is moved.
  const identity = { accessMs: 365 * DAY_MS };
  return startServer({ databaseUrl, host: '127.0.0.1', port: 0, now, log, identity });
}

/** What an operator does before a pilot: the contract, its seats, its pilot, and the invitations. */
async function prepare({ ledger, url }: RunningServer): Promise<Answered['prepare']> {
  await createContract(
    ledger,
    {
      id: CONTRACT_ID,
      name: CONTRACT_NAME,
      profile: 'inmail-2014',
      source: 'feed',
      relationshipManager: RELATIONSHIP_MANAGER,
    },
    newKey,
  );
  for (const { seat, holder } of SAMPLE_SEATS)
    await addSeat(ledger, CONTRACT_ID, { id: seat, holder });
  const inPilot = SAMPLE_SEATS.filter(({ isOutsidePilot }) => isOutsidePilot !== true);
  await changeContractMode(ledger, CONTRACT_ID, {
    mode: 'enforce',
    sharePercent: 0,
    namedSeats: inPilot.map(({ seat }) => seat),
    acceptsPartialEvidence: false,
  });
  const everyone = new TestPerson(() => url);
  const connectAs = async (to: Parameters<typeof join>[3]): Promise<string> =>
    (await join(ledger, everyone, CONTRACT_ID, to)).accessToken;
  const lead = await connectAs({ role: 'lead', teams: 'all' });
  const { key: feed } = await createFeedKey(ledger, CONTRACT_ID, 'Applicant tracking');
  const seats: [string, string][] = [];
  for (const { seat } of SAMPLE_SEATS) {
    seats.push([seat, await connectAs({ role: 'recruiter', seat })]);
  }
  return { lead, feed, seats };
}

let server: RunningServer | null = null;

async function serve(call: Call): Promise<unknown> {
  switch (call.do) {
    case 'open':
      clock = { at: call.at, since: Date.now(), isRunning: false };
      server = await open(call.databaseUrl);
      return server.url;
    case 'prepare':
      return server === null ? null : prepare(server);
    case 'move':
      clock = { at: call.at, since: Date.now(), isRunning: call.isRunning };
      return server?.tick();
    case 'close':
      return server?.close();
  }
}

process.on('message', (asked: Asked) => {
  serve(asked.call).then(
    (value) => process.send?.({ id: asked.id, value: value ?? null }),
    (error: unknown) => process.send?.({ id: asked.id, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
