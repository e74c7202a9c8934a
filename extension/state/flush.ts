import type { ApiClient, ApiFault, ApiOutcome } from '#extension/state/api-client.ts';
import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import type { Outbox, RefusedEntry } from '#extension/state/outbox.ts';
import type { QueuedEntry, SentEventJson } from '#extension/state/outbox-entry.ts';
import { MAX_EVENTS_A_BATCH, type EventReceipt } from '#shared/wire/events.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Reading } from '#shared/wire/reading.ts';

/** How a flush ended, how often it asked, and whether a reading came with the last answer. */
export type FlushResult = { fault: ApiFault | null; requests: number; hasReading: boolean };

const CONTENT_STATUSES: ReadonlySet<number> = new Set([400, 409, 413, 422]);

type Means = { outbox: Outbox; api: ApiClient; now: () => Instant; credentials: Credentials };

/** What one request brought: how much is settled by it, or why nothing is. */
type Posted =
  | { ok: true; refused: RefusedEntry[]; reading: Reading | null }
  | { ok: false; fault: ApiFault };

/**
 * Reports what waits, in order. An entry leaves the outbox only by an answer that names its fate,
 * so that a worker that is killed at any point posts it again, and the server knows it by its id.
 */
export async function flushOutbox(means: Means): Promise<FlushResult> {
  const account = accountOf(means.credentials);
  let hasReading = false;
  let limit = MAX_EVENTS_A_BATCH;
  for (let requests = 0; ; requests += 1) {
    const batch = firstOfOneKind(await means.outbox.head(account, limit));
    const [first] = batch;
    if (first === undefined) return { fault: null, requests, hasReading };
    const posted = await post(means, first, batch);
    if (!posted.ok) {
      const code = codeOfContent(posted.fault);
      if (code === null) return { fault: posted.fault, requests, hasReading };
      if (batch.length === 1) await settle(means, batch, [{ queued: first, code }], null);
      // A refused batch holds one that is to blame: halves find it, and the others still arrive.
      limit = Math.max(1, Math.floor(batch.length / 2));
      continue;
    }
    await settle(means, batch, posted.refused, posted.reading);
    hasReading = posted.reading !== null;
    limit = MAX_EVENTS_A_BATCH;
  }
}

/** The code of a refusal that is about what was posted, not about who posts or where to. */
function codeOfContent(fault: ApiFault): string | null {
  const isOfContent = fault.code === 'refused' && CONTENT_STATUSES.has(fault.problem.status);
  return isOfContent ? fault.problem.code : null;
}

/** Sends go together, an acknowledgement goes alone; the order between them stays. */
function firstOfOneKind(queued: readonly QueuedEntry[]): readonly QueuedEntry[] {
  const [first] = queued;
  if (first === undefined || first.entry.kind === 'acknowledged') return queued.slice(0, 1);
  const end = queued.findIndex(({ entry }) => entry.kind !== 'sent');
  return end === -1 ? queued : queued.slice(0, end);
}

async function settle(
  { outbox, now, credentials }: Means,
  batch: readonly QueuedEntry[],
  refused: readonly RefusedEntry[],
  reading: Reading | null,
): Promise<void> {
  const orders = new Set(refused.map(({ queued }) => queued.order));
  const taken = batch.filter(({ order }) => !orders.has(order));
  const account = accountOf(credentials);
  const kept = reading === null ? null : { account, reading, receivedAt: now() };
  await outbox.settle({ taken, refused, reading: kept });
}

async function post(
  { api, credentials }: Means,
  { entry }: QueuedEntry,
  batch: readonly QueuedEntry[],
): Promise<Posted> {
  if (entry.kind === 'acknowledged') {
    const answer = await api.acknowledge(credentials, entry.seat, entry.acknowledgement);
    return answer.ok ? { ok: true, refused: [], reading: answer.value } : answer;
  }
  const events = batch.flatMap(({ entry }): SentEventJson[] =>
    entry.kind === 'sent' ? [entry.event] : [],
  );
  return readReceipt(batch, await api.postEvents(credentials, events), credentials);
}

function readReceipt(
  batch: readonly QueuedEntry[],
  answer: ApiOutcome<EventReceipt>,
  { identity }: Credentials,
): Posted {
  if (!answer.ok) return answer;
  const { accepted, duplicates, conflicts, readings } = answer.value;
  const refused = conflicts.flatMap(({ index, code }): RefusedEntry[] => {
    const queued = batch[index];
    return queued === undefined ? [] : [{ queued, code }];
  });
  // A receipt that does not account for every event has not said what became of them.
  const isWhole = accepted + duplicates + refused.length === batch.length;
  if (!isWhole) return { ok: false, fault: { code: 'malformed', status: 200 } };
  const reading = readings.find(({ seat }) => seat.id === identity.seat) ?? null;
  return { ok: true, refused, reading };
}
