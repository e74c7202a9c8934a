import { keyedBy, type KeyText } from '#server/ledger/keyed.ts';
import { writeLedger, type LedgerContext } from '#server/ledger/ledger.ts';
import { refusal, refusedEvent, type Refusal } from '#server/ledger/refusals.ts';
import { isStorable } from '#server/ledger/storable.ts';
import { settleWaiting } from '#server/observations/settle.ts';
import {
  findObservations,
  insertObservations,
  raiseInboxRead,
} from '#server/observations/store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { RefusedEvent } from '#shared/wire/events.ts';
import { observationSchema, type Observation } from '#shared/wire/observations.ts';

const AHEAD_MS = 5 * 60_000;

type Raw = Readonly<Record<string, unknown>>;
export type ObservationBatch = {
  observations: readonly Raw[];
  inboxReadAt?: Instant | undefined;
};
export type ObservationsReceived = {
  accepted: number;
  duplicates: number;
  conflicts: RefusedEvent[];
  settled: number;
};

type Read = { ok: true; observation: Observation } | { ok: false; refusal: Refusal };

function refused(...words: Parameters<typeof refusal>): Read {
  return { ok: false, refusal: refusal(...words) };
}

/** Whom it is about is kept as a hash, whatever was sent. */
function keyed({ recipient, conversation, ...rest }: Observation, keyText: KeyText): Observation {
  return {
    ...rest,
    recipient: keyText(recipient),
    conversation: conversation === null ? null : keyText(conversation),
  };
}

type Reading = { seat: string; now: Instant; keyText: KeyText };

function readObservation(raw: Raw, { seat, now, keyText }: Reading): Read {
  if (!isStorable(raw)) return refused('malformed', '', 'It holds what cannot be kept.');
  const parsed = observationSchema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused('malformed', issue?.path.map(String).join('.') ?? '', issue?.message);
  }
  if (parsed.data.seat !== seat) return refused('not_allowed', 'seat');
  if (parsed.data.at > now + AHEAD_MS) return refused('from_the_future', 'at');
  return { ok: true, observation: keyed(parsed.data, keyText) };
}

function isSame(one: Observation, other: Observation): boolean {
  const isWho = one.recipient === other.recipient && one.conversation === other.conversation;
  return isWho && one.seat === other.seat && one.at === other.at && one.outcome === other.outcome;
}

/** Takes in what a seat's inbox shows: each observation is kept, known already, or refused. */
export async function receiveObservations(
  context: LedgerContext,
  contractId: string,
  seat: string,
  batch: ObservationBatch,
): Promise<ObservationsReceived> {
  return writeLedger<ObservationsReceived>(context, contractId, async (writing) => {
    const { tx, now, contract } = writing;
    const keyText = keyedBy(contract.recipientKey);
    const reads = batch.observations.map((raw) => readObservation(raw, { seat, now, keyText }));
    const ids = reads.flatMap((each) => (each.ok ? [each.observation.id] : []));
    const known = await findObservations(tx, contractId, ids);
    const conflicts: RefusedEvent[] = [];
    const fresh: Observation[] = [];
    let duplicates = 0;
    for (const [index, read] of reads.entries()) {
      const first = read.ok ? known.get(read.observation.id) : undefined;
      const refuse = (why: Refusal) =>
        conflicts.push(refusedEvent(batch.observations[index], index, why));
      if (!read.ok) refuse(read.refusal);
      else if (first === undefined) {
        fresh.push(read.observation);
        known.set(read.observation.id, read.observation);
      } else if (isSame(first, read.observation)) duplicates += 1;
      else refuse(refusal('id_conflict', 'id', 'Another observation with this id came first.'));
    }
    await insertObservations(tx, contractId, fresh);
    const latest = Math.max(batch.inboxReadAt ?? -Infinity, ...fresh.map(({ at }) => at));
    if (latest > -Infinity) await raiseInboxRead(tx, contractId, seat, Math.min(latest, now));
    const { events, settled } = await settleWaiting(writing, seat, context.newId);
    return { events, result: { accepted: fresh.length, duplicates, conflicts, settled } };
  });
}
