import { insertTerms, type Contract } from '#server/contracts/store.ts';
import type { Transaction } from '#server/db/database.ts';
import { passSeatsOn } from '#server/identity/pass-seats-on.ts';
import { foldEvent, type SeatEvent } from '#server/standing/seat-fold.ts';
import {
  insertChanges,
  loadSeats,
  moveGoodChecks,
  saveSeats,
  type SeatChange,
} from '#server/standing/store.ts';
import { announce } from '#server/webhooks/announce.ts';
import { happeningsOf, type Happening } from '#server/webhooks/happenings.ts';
import { nextCheckAt } from '#shared/policy/checks.ts';
import type { TermsChanged } from '#shared/policy/events.ts';
import { NEW_SEAT } from '#shared/policy/standing.ts';
import { layTerms } from '#shared/policy/terms.ts';
import type { Author } from '#shared/wire/author.ts';

/** Every event but sends and responses: these move standings, those are counted. */
export type OtherEvent = SeatEvent | TermsChanged;

/** Folds events of one write in the order of `compareInFold`; the checks before them are made. */
export async function foldSeatEvents(
  tx: Transaction,
  contract: Contract,
  events: readonly OtherEvent[],
  by: Author,
): Promise<void> {
  if (events.length === 0) return;
  const named = events.flatMap((event) => (event.type === 'terms.changed' ? [] : [event.seat]));
  const seats = await loadSeats(tx, contract.id, named);
  const changes: SeatChange[] = [];
  const passedOn: string[] = [];
  const happenings: Happening[] = [];
  let { terms, termsVersion } = contract;
  for (const event of events) {
    if (event.type === 'terms.changed') {
      const at = event.recordedAt;
      terms = layTerms(terms, event.terms);
      termsVersion += 1;
      await insertTerms(tx, contract.id, { version: termsVersion, terms, at, by });
      const to = nextCheckAt(NEW_SEAT, at, terms);
      await moveGoodChecks(tx, contract.id, to);
      for (const seat of seats.values()) {
        if (seat.state.standing === 'good') seats.set(seat.id, { ...seat, nextCheckAt: to });
      }
      continue;
    }
    const seat = seats.get(event.seat);
    if (seat === undefined) throw new Error('An event was let in for a seat that is not there.');
    const step = foldEvent(seat, event, terms);
    // Who no longer holds a seat does not go on reading it. A seat that is new had no holder yet.
    const isPassedOn = seat.state.holder !== '' && step.seat.state.holder !== seat.state.holder;
    if (isPassedOn) passedOn.push(seat.id);
    seats.set(seat.id, step.seat);
    changes.push(...step.changes);
    happenings.push(...happeningsOf(seat, step, event.recordedAt, event));
  }
  await saveSeats(tx, contract.id, [...seats.values()]);
  await insertChanges(tx, contract.id, changes, termsVersion);
  const at = events[0]?.recordedAt ?? 0;
  await announce(tx, contract.id, happenings, at);
  await passSeatsOn(tx, contract.id, passedOn, { at, by });
}
