import type { ApiClient, ApiFault, ApiOutcome } from '#extension/state/api-client.ts';
import type { Credentials } from '#extension/state/credentials.ts';
import type { RefusedEntry } from '#extension/state/outbox.ts';
import type { QueuedEntry, SentEventJson } from '#extension/state/outbox-entry.ts';
import type { EventReceipt, RefusedEvent } from '#shared/wire/events.ts';
import type { ObservationReceipt } from '#shared/wire/observations.ts';
import type { Reading } from '#shared/wire/reading.ts';

/** What one request brought: how much is settled by it, or why nothing is. */
export type Posted =
  | { ok: true; refused: RefusedEntry[]; reading: Reading | null }
  | { ok: false; fault: ApiFault };

/**
 * The first entries that go in one request: sends together, answers of the inbox together, held
 * sends together, an acknowledgement alone. The order between them stays.
 */
export function firstOfOneKind(queued: readonly QueuedEntry[]): readonly QueuedEntry[] {
  const [first] = queued;
  if (first === undefined || first.entry.kind === 'acknowledged') return queued.slice(0, 1);
  const end = queued.findIndex(({ entry }) => entry.kind !== first.entry.kind);
  return end === -1 ? queued : queued.slice(0, end);
}

/** Posts entries of one kind. */
export async function postBatch(
  api: ApiClient,
  credentials: Credentials,
  batch: readonly QueuedEntry[],
): Promise<Posted> {
  const [first] = batch;
  if (first === undefined) return { ok: true, refused: [], reading: null };
  switch (first.entry.kind) {
    case 'acknowledged': {
      const { seat, acknowledgement } = first.entry;
      const answer = await api.acknowledge(credentials, seat, acknowledgement);
      return answer.ok ? { ok: true, refused: [], reading: answer.value } : answer;
    }
    case 'sent': {
      const events = batch.flatMap(({ entry }): SentEventJson[] =>
        entry.kind === 'sent' ? [entry.event] : [],
      );
      return readSends(batch, await api.postEvents(credentials, events), credentials);
    }
    case 'held': {
      const holds = batch.flatMap(({ entry }) => (entry.kind === 'held' ? [entry.hold] : []));
      const answer = await api.postHolds(credentials, holds);
      if (!answer.ok) return answer;
      return readReceipt(batch, { ...answer.value, conflicts: [] }, [], null);
    }
    case 'observed':
      return postAnswers(api, credentials, batch);
  }
}

function readSends(
  batch: readonly QueuedEntry[],
  answer: ApiOutcome<EventReceipt>,
  { identity }: Credentials,
): Posted {
  if (!answer.ok) return answer;
  const reading = answer.value.readings.find(({ seat }) => seat.id === identity.seat) ?? null;
  return readReceipt(batch, answer.value, answer.value.conflicts, reading);
}

async function postAnswers(
  api: ApiClient,
  credentials: Credentials,
  batch: readonly QueuedEntry[],
): Promise<Posted> {
  const read = batch.flatMap(({ entry }) => (entry.kind === 'observed' ? [entry.readAt] : []));
  const answers = batch.filter(
    ({ entry }) => entry.kind === 'observed' && entry.observation !== null,
  );
  const answer = await api.postObservations(credentials, {
    observations: answers.flatMap(({ entry }) =>
      entry.kind === 'observed' && entry.observation !== null ? [entry.observation] : [],
    ),
    // They are written in one way, so that their order as text is their order in time.
    inboxReadAt: read.toSorted().at(-1) ?? '',
  });
  if (!answer.ok) return answer;
  return readReceipt(answers, answer.value, unknownTo(answer.value), answer.value.reading);
}

/** Another of this person's browsers saw the same answer first: then the server has it. */
function unknownTo({ conflicts }: ObservationReceipt): RefusedEvent[] {
  return conflicts.filter(({ code }) => code !== 'id_conflict');
}

/** @param refused those of the receipt's conflicts that are set aside. */
function readReceipt(
  batch: readonly QueuedEntry[],
  receipt: Pick<EventReceipt, 'accepted' | 'duplicates' | 'conflicts'>,
  refused: readonly RefusedEvent[],
  reading: Reading | null,
): Posted {
  const { accepted, duplicates, conflicts } = receipt;
  // A receipt that does not account for every one has not said what became of them.
  const isWhole = accepted + duplicates + conflicts.length === batch.length;
  if (!isWhole) return { ok: false, fault: { code: 'malformed', status: 200 } };
  const aside = refused.flatMap(({ index, code }): RefusedEntry[] => {
    const queued = batch[index];
    return queued === undefined ? [] : [{ queued, code }];
  });
  return { ok: true, refused: aside, reading };
}
