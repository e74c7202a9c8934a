import type { ApiClient, ApiFault } from '#extension/state/api-client.ts';
import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import type { Outbox, RefusedEntry } from '#extension/state/outbox.ts';
import type { QueuedEntry } from '#extension/state/outbox-entry.ts';
import { firstOfOneKind, postBatch } from '#extension/state/post-batch.ts';
import { MAX_EVENTS_A_BATCH } from '#shared/wire/events.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Reading } from '#shared/wire/reading.ts';

/** How a flush ended, how often it asked, and whether a reading came with the last answer. */
export type FlushResult = { fault: ApiFault | null; requests: number; hasReading: boolean };

const CONTENT_STATUSES: ReadonlySet<number> = new Set([400, 409, 413, 422]);

type Means = { outbox: Outbox; api: ApiClient; now: () => Instant; credentials: Credentials };

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
    const posted = await postBatch(means.api, means.credentials, batch);
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
