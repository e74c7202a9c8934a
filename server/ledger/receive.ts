import { reporterOf, type Source } from '#server/contracts/sources.ts';
import { loadSourceChanges } from '#server/contracts/store.ts';
import type { Caller } from '#server/http/access.ts';
import { admit, readOffered, type Fate } from '#server/ledger/admit.ts';
import { keyedBy } from '#server/ledger/keyed.ts';
import { writeLedger, type LedgerContext, type Writing } from '#server/ledger/ledger.ts';
import { insertObserved } from '#server/ledger/observed-store.ts';
import type { RawEvent } from '#server/ledger/raw-event.ts';
import { refusedEvent } from '#server/ledger/refusals.ts';
import { raiseWatermarks } from '#server/standing/store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { RefusedEvent } from '#shared/wire/events.ts';

export type Batch = {
  /** Whose figures they are; left out, the program's that has the token. */
  source?: 'feed' | 'import' | undefined;
  events: readonly RawEvent[];
  completeUpTo?: readonly { seat: string; at: Instant }[] | undefined;
};

export type Received = {
  accepted: number;
  duplicates: number;
  conflicts: RefusedEvent[];
  /** Seats that the events named which were taken, now or before. */
  seats: Set<string>;
};

/** Takes a batch in: each event is kept, known already, or refused by itself. */
export async function receiveBatch(
  context: LedgerContext,
  caller: Caller,
  batch: Batch,
): Promise<Received> {
  return writeLedger(context, caller.contract.id, async (writing) => {
    const { tx, contract, now } = writing;
    const keyText = keyedBy(contract.recipientKey);
    const offered = batch.events.map((raw) => readOffered(raw, caller, keyText));
    const sources = await loadSourceChanges(tx, contract.id);
    const reporter = reporterOf(contract, sources, batch.source);
    const fates = await admit(tx, contract, caller, { offered, now, sources, reporter });
    const observed = fates.flatMap((fate) => (fate.as === 'observed' ? [fate.offered] : []));
    await insertObserved(tx, contract.id, observed);
    await raise(writing, batch, reporter);
    return {
      events: fates.flatMap((fate) => (fate.as === 'kept' ? [fate.offered] : [])),
      result: summaryOf(batch.events, fates),
    };
  });
}

/** A seat that is not set up has no watermark; the refusals of its events say so. */
async function raise(
  { tx, contract, now }: Writing,
  { completeUpTo = [] }: Batch,
  reporter: Source,
): Promise<void> {
  if (contract.source !== reporter) return;
  const marks = completeUpTo.map(({ seat, at }) => ({ seat, at: Math.min(at, now) }));
  await raiseWatermarks(tx, contract.id, marks);
}

function summaryOf(raws: readonly RawEvent[], fates: readonly Fate[]): Received {
  const received: Received = { accepted: 0, duplicates: 0, conflicts: [], seats: new Set() };
  for (const [index, fate] of fates.entries()) {
    if (fate.as === 'refused') {
      received.conflicts.push(refusedEvent(raws[index], index, fate.refusal));
      continue;
    }
    if (fate.as === 'duplicate') received.duplicates += 1;
    else received.accepted += 1;
    const { event } = fate.offered;
    if ('seat' in event) received.seats.add(event.seat);
  }
  return received;
}
