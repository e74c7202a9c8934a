import { maySee, type Caller } from '#server/http/access.ts';
import { hasKept, sourceAt, type Source, type SourceChange } from '#server/contracts/sources.ts';
import type { Contract } from '#server/contracts/store.ts';
import type { Transaction } from '#server/db/database.ts';
import { keyedEvent, type KeyText } from '#server/ledger/keyed.ts';
import { findObserved, findObservedInMails } from '#server/ledger/observed-store.ts';
import type { Offered, RawEvent } from '#server/ledger/raw-event.ts';
import { refusal, type Refusal } from '#server/ledger/refusals.ts';
import { isStorable } from '#server/ledger/storable.ts';
import { findEvents, findInMails, findKeptSince } from '#server/ledger/store.ts';
import { mayWrite } from '#server/ledger/who-may-write.ts';
import type { InMailSent, LedgerEvent } from '#shared/policy/events.ts';
import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import { parseEvent } from '#shared/policy/parse-event.ts';
import { hasSameContent } from '#shared/policy/same-content.ts';
import { findLoosenedTerm } from '#shared/policy/terms-rules.ts';
import { PROFILES } from '#shared/policy/terms.ts';

/** How far a reporter's clock may run ahead of the server's. */
export const AHEAD_MS = 5 * 60_000;

/** What becomes of one event of a batch. */
export type Fate =
  | { as: 'kept'; offered: Offered }
  /** Seen by the overlay while another source keeps the ledger. */
  | { as: 'observed'; offered: Offered<InMailSent> }
  | { as: 'duplicate'; offered: Offered }
  | { as: 'refused'; refusal: Refusal };

function refused(...words: Parameters<typeof refusal>): Fate {
  return { as: 'refused', refusal: refusal(...words) };
}

/** Reads an event and says whether this caller may report it, before the ledger is looked at. */
export function readOffered(given: RawEvent, caller: Caller, keyText: KeyText): Offered | Fate {
  if (!isStorable(given)) return refused('malformed', '', 'It holds what cannot be kept.');
  const { recordedAt: _serversOwn, ...plain } = given;
  const raw = keyedEvent(plain, keyText);
  const parsed = parseEvent(raw);
  if (!parsed.ok) return refused('malformed', parsed.fault.field, parsed.fault.detail);
  const event = parsed.value;
  // Nothing asks for it; a program that names one says which contract it means.
  const { contract = null } = raw;
  if (contract !== null && contract !== caller.contract.id) {
    return refused('contract_foreign', 'contract');
  }
  if (!mayWrite(caller.role, event.type)) return refused('not_allowed', 'type');
  // A feed sees no seat, and reports for all.
  const isBound = caller.role !== 'feed';
  const isOfOtherSeat = isBound && 'seat' in event && !maySee(caller, event.seat);
  return isOfOtherSeat ? refused('not_allowed', 'seat') : { event, raw };
}

/** What a ledger, or the list of observed sends, holds of what a batch names. */
type Known = { events: Map<string, RawEvent>; inmails: Set<string> };

/** What counts as in the ledger without being there, as a dry run writes nothing. */
export type KnownBesides = {
  findEvent: (id: string) => RawEvent | null;
  hasInMail: (inmail: string) => boolean;
};

function withBesides(
  { events, inmails }: Known,
  { ids, sent }: { ids: readonly string[]; sent: readonly string[] },
  besides: KnownBesides,
): Known {
  const found = ids.flatMap((id) => {
    const event = besides.findEvent(id);
    return event === null ? [] : [[id, event] as const];
  });
  return {
    events: new Map([...events, ...found]),
    inmails: new Set([...inmails, ...sent.filter((inmail) => besides.hasInMail(inmail))]),
  };
}

async function lookUp(
  tx: Transaction,
  contract: Contract,
  batch: readonly Offered[],
  besides: KnownBesides | null,
) {
  const ids = batch.map(({ event }) => event.id);
  const sends = batch.filter(({ event }) => event.type === 'inmail.sent');
  const sent = sends.flatMap(({ event }) => ('inmail' in event ? [event.inmail] : []));
  const seats = batch.flatMap(({ event }) => ('seat' in event ? [event.seat] : []));
  const ledger = {
    events: await findEvents(tx, contract.id, ids),
    inmails: await findInMails(tx, contract.id, sent),
  };
  return {
    seats: await findKeptSince(tx, contract.id, seats),
    ledger: besides === null ? ledger : withBesides(ledger, { ids, sent }, besides),
    observed: {
      events: await findObserved(tx, contract.id, ids),
      inmails: await findObservedInMails(tx, contract.id, sent),
    },
  };
}

/** A batch, and which source's it is for what its sender reports as a program. */
export type Admission = Readonly<{
  offered: readonly (Offered | Fate)[];
  now: Instant;
  sources: readonly SourceChange[];
  reporter: Source;
  besides?: KnownBesides | null;
}>;

/**
 * The fate of each event of a batch, in order; an event that is kept counts as known for those after
 * it. Nothing is written yet.
 */
export async function admit(
  tx: Transaction,
  contract: Contract,
  caller: Caller,
  { offered: batch, now, sources, reporter, besides = null }: Admission,
): Promise<Fate[]> {
  const readable = batch.filter((each) => 'event' in each);
  const { seats, ledger, observed } = await lookUp(tx, contract, readable, besides);
  return batch.map((each) => {
    if ('as' in each) return each;
    const { event } = each;
    if ('seat' in event && !seats.has(event.seat)) return refused('seat_unknown', 'seat');
    if (event.at > now + AHEAD_MS) return refused('from_the_future', 'at');
    const limit = limitOf(event, contract);
    if (limit !== null) return limit;
    if ('seat' in event && isNoLongerKept(event, seats.get(event.seat) ?? null, contract)) {
      return refused('no_longer_kept', 'at');
    }
    const isFromOverlay = caller.role === 'recruiter' && event.type === 'inmail.sent';
    if (isFromOverlay && sourceAt(contract, sources, event.at) !== 'overlay') {
      const fate = fateIn(observed, each);
      return fate.as === 'kept' ? { as: 'observed', offered: { event, raw: each.raw } } : fate;
    }
    const isOwn =
      event.type === 'inmail.sent'
        ? sourceAt(contract, sources, event.at) === reporter
        : hasKept(contract, sources, reporter, event.at);
    return caller.role === 'feed' && !isOwn
      ? refused('not_the_source', 'type')
      : fateIn(ledger, each);
  });
}

/**
 * What a retention has removed does not come back: its id is forgotten, and what it did is in the
 * seat's opening already.
 */
function isNoLongerKept(
  event: LedgerEvent,
  keptSince: Instant | null,
  { terms }: Contract,
): boolean {
  if (keptSince === null) return false;
  const isSend = event.type === 'inmail.sent';
  return isSend ? event.at <= keptSince - daysToMs(terms.windowDays) : event.at < keptSince;
}

/** What the policy holds a contract to, whoever asks for it. */
function limitOf(event: LedgerEvent, contract: Contract): Fate | null {
  if (event.type === 'mode.changed' && event.mode === 'enforce') {
    const isPartial = contract.source === 'overlay' && contract.partialAcceptedAt === null;
    return isPartial ? refused('partial_evidence', 'mode') : null;
  }
  if (event.type !== 'terms.changed') return null;
  const loosened = findLoosenedTerm(PROFILES[contract.profile], event.terms);
  return loosened === null ? null : refused('term_loosened', `terms.${loosened}`);
}

function fateIn(known: Known, offered: Offered): Fate {
  const { event, raw } = offered;
  const first = known.events.get(event.id);
  if (first !== undefined) {
    const isSame = hasSameContent({ ...raw }, { ...first });
    return isSame ? { as: 'duplicate', offered } : refused('id_conflict', 'id');
  }
  if (event.type === 'inmail.sent') {
    if (known.inmails.has(event.inmail)) return refused('inmail_conflict', 'inmail');
    known.inmails.add(event.inmail);
  }
  known.events.set(event.id, raw);
  return { as: 'kept', offered };
}
