import { loadContract, passInstant, type Contract } from '#server/contracts/store.ts';
import type { Transaction } from '#server/db/database.ts';
import type { Offered } from '#server/ledger/raw-event.ts';
import { insertResponses, insertSeatEvents, insertSends } from '#server/ledger/store.ts';
import { makeChecks, type CheckContext } from '#server/standing/checks.ts';
import { foldSeatEvents, type OtherEvent } from '#server/standing/fold-events.ts';
import {
  compareInFold,
  type InMailResponded,
  type InMailSent,
  type LedgerEvent,
} from '#shared/policy/events.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Author } from '#shared/wire/author.ts';

/** What a write needs; clock and chance are handed in, and who it is that writes. */
export type LedgerContext = CheckContext & Readonly<{ newId: () => string; by: Author }>;

/** Thrown when no contract has the id. */
export class ContractUnknown extends Error {
  override readonly name = 'ContractUnknown';

  constructor(id: string) {
    super(`There is no contract "${id}".`);
  }
}

/** A write that has begun: what it sees, and the instant it will be recorded at. */
export type Writing = Readonly<{
  tx: Transaction;
  contract: Contract;
  now: Instant;
  recordedAt: Instant;
  by: Author;
}>;

type Composed<Result> = { events: readonly Offered[]; result: Result };

/**
 * The one way into a contract's ledger. All events of a write are recorded at one instant, later
 * than everything recorded before; the checks due before it are made first. Sends and responses
 * that lie ahead of our clock are recorded at their own instant, as nothing is recorded before it
 * happened.
 * @param compose says what to append, seeing what the write sees; it may run more than once.
 * @throws ContractUnknown
 */
export async function writeLedger<Result>(
  context: LedgerContext,
  contractId: string,
  compose: (writing: Writing) => Promise<Composed<Result>>,
): Promise<Result> {
  // Work may run more than once: what counts is the run that is committed.
  let checksMade = 0;
  const result = await context.database.write(async (tx) => {
    checksMade = 0;
    const contract = await loadContract(tx, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const now = context.now();
    const earliest = Math.max(now, contract.lastRecordedAt + 1);
    const writing = { tx, contract, now, recordedAt: earliest, by: context.by };
    const { events, result } = await compose(writing);
    if (events.length === 0) return result;
    const recordedAt = events.reduce(
      (latest, { event }) => (isAboutInMail(event) ? latest : Math.max(latest, event.at)),
      earliest,
    );
    checksMade = await makeChecks(tx, contract, recordedAt);
    await append({ ...writing, recordedAt }, events);
    await passInstant(tx, contractId, recordedAt);
    return result;
  });
  if (checksMade > 0) context.onChecksMade?.(checksMade);
  return result;
}

function isAboutInMail(event: LedgerEvent): event is InMailSent | InMailResponded {
  return event.type === 'inmail.sent' || event.type === 'inmail.responded';
}

async function append(
  { tx, contract, recordedAt, by }: Writing,
  offered: readonly Offered[],
): Promise<void> {
  const sends: Offered<InMailSent>[] = [];
  const responses: Offered<InMailResponded>[] = [];
  const others: Offered<OtherEvent>[] = [];
  for (const { event, raw } of offered) {
    const at = Math.max(recordedAt, event.at);
    if (event.type === 'inmail.sent') sends.push({ raw, event: { ...event, recordedAt: at } });
    else if (event.type === 'inmail.responded')
      responses.push({ raw, event: { ...event, recordedAt: at } });
    else others.push({ raw, event: { ...event, recordedAt: at } });
  }
  await insertSends(tx, contract.id, sends);
  await insertResponses(tx, contract.id, responses);
  await insertSeatEvents(tx, contract.id, others, by);
  const inOrder = others.map(({ event }) => event).sort(compareInFold);
  await foldSeatEvents(tx, contract, inOrder, by);
}
