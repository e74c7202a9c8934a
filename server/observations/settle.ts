import { sourceAt } from '#server/contracts/sources.ts';
import { loadSourceChanges } from '#server/contracts/store.ts';
import { writeLedger, type LedgerContext, type Writing } from '#server/ledger/ledger.ts';
import { composed, type Offered } from '#server/ledger/raw-event.ts';
import { findCandidates } from '#server/observations/candidate-store.ts';
import { matchOf, WAYS, type Candidate } from '#server/observations/match.ts';
import { hasWaiting, linkObservation, listWaiting } from '#server/observations/store.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import type { Observation } from '#shared/wire/observations.ts';

export type Settled = { events: Offered[]; settled: number };

/**
 * Tells the answers that wait which InMails they belong to. An InMail that the overlay has kept in
 * the ledger is answered by an event, which counts as any other; one that waits for another source
 * to report it is answered in the live reading alone.
 */
export async function settleWaiting(
  { tx, contract }: Writing,
  seat: string,
  newId: () => string,
): Promise<Settled> {
  const waiting = await listWaiting(tx, contract.id, seat);
  if (waiting.length === 0) return { events: [], settled: 0 };
  const changes = await loadSourceChanges(tx, contract.id);
  const found = await findCandidates(tx, contract.id, seat, waiting);
  const candidates = found.filter(
    ({ isInLedger, sentAt }) => !isInLedger || sourceAt(contract, changes, sentAt) === 'overlay',
  );
  const events: Offered[] = [];
  let settled = 0;
  for (const { observation, match } of matchAll(waiting, candidates)) {
    const { id, at, outcome } = observation;
    await linkObservation(tx, contract.id, id, match.inmail);
    if (!match.isPending) continue;
    match.isPending = false;
    settled += 1;
    if (!match.isInLedger) continue;
    const event = { id: newId(), type: 'inmail.responded', at: formatInstant(at) };
    events.push(composed({ ...event, inmail: match.inmail, outcome }));
  }
  return { events, settled };
}

/** Matches one at a time, as each may leave a name to one person, until there is no more to match. */
function* matchAll(
  waiting: readonly Observation[],
  candidates: readonly Candidate[],
): Generator<{ observation: Observation; match: Candidate }> {
  const left = new Set(waiting);
  for (let before = Infinity; left.size < before;) {
    before = left.size;
    for (const way of WAYS) {
      for (const observation of left) {
        const match = matchOf(observation, candidates, way);
        if (match === null) continue;
        left.delete(observation);
        match.conversation ??= observation.conversation;
        yield { observation, match };
      }
    }
  }
}

/** The same for a seat whose sends have just come in, after answers to them. */
export async function settleAfterSends(
  context: LedgerContext,
  contractId: string,
  seat: string,
): Promise<void> {
  if (!(await context.database.read((reader) => hasWaiting(reader, contractId, seat)))) return;
  await writeLedger(context, contractId, async (writing) => {
    const { events } = await settleWaiting(writing, seat, context.newId);
    return { events, result: null };
  });
}
