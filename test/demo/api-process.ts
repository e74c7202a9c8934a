import { pino } from 'pino';
import { createContract } from '#server/contracts/contracts.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { createFeedKey } from '#server/identity/invite.ts';
import { newKey } from '#server/identity/token.ts';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { startServer, type RunningServer } from '#server/serve.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Asked, Call } from '#test/demo/api-calls.ts';
import {
  CONTRACT_ID,
  CONTRACT_NAME,
  RELATIONSHIP_MANAGER,
  SAMPLE_SEATS,
} from '#test/demo/sample-contract.ts';
import { become, TestDevice, TestPerson, type Approve } from '#test/server/people.ts';

/**
 * The API in a process of its own, on a clock that the demo moves by hand: it stands still while
 * the weeks before are told, and then runs on from wherever it was set.
 */
let clock = { at: 0, since: Date.now(), isRunning: false };
const now = (): Instant => clock.at + (clock.isRunning ? Date.now() - clock.since : 0);

async function open(databaseUrl: string): Promise<RunningServer> {
  const log = pino({ level: 'silent' });
  return startServer({ databaseUrl, host: '127.0.0.1', port: 0, now, log });
}

/** Who calls the API, and who approves a device, by the seat; beside them `lead` and `feed`. */
const bearers = new Map<string, (url: string) => Promise<string>>();
const approvers = new Map<string, Approve>();

/** What an operator does before a pilot: the contract, its seats, its pilot, and the invitations. */
async function prepare({ ledger, url }: RunningServer): Promise<void> {
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
  const comeAs = async (who: string, to: Parameters<typeof become>[3]): Promise<void> => {
    const place = await become(ledger, everyone, CONTRACT_ID, to);
    const own = new TestDevice(() => everyone.connect(place), now);
    bearers.set(who, (at) => own.bearer(at));
    approvers.set(who, everyone.approverOf(place));
  };
  await comeAs('lead', { role: 'lead', teams: 'all' });
  const { key } = await createFeedKey(ledger, CONTRACT_ID, 'Applicant tracking');
  bearers.set('feed', () => Promise.resolve(key));
  for (const { seat } of SAMPLE_SEATS) await comeAs(seat, { role: 'recruiter', seat });
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
    case 'bearer':
      return bearers.get(call.who)?.(server?.url ?? '');
    case 'approve':
      return approvers.get(call.who)?.(call.verificationUrl);
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
