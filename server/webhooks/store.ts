import { and, asc, eq, gt, gte, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { webhookEndpointTable, webhookMessageTable } from '#server/db/webhook-schema.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { WebhookEndpoint, WebhookType } from '#shared/wire/webhooks.ts';

export type EndpointRow = typeof webhookEndpointTable.$inferSelect;
export type MessageRow = typeof webhookMessageTable.$inferSelect;
type OfEndpoint = Readonly<{ contractId: string; endpointId: string }>;

export type NewMessage = Readonly<{
  sequence: number;
  eventKey: string;
  type: WebhookType;
  payload: string;
}>;

const isEndpoint = ({ contractId, endpointId }: OfEndpoint) =>
  and(eq(webhookEndpointTable.contractId, contractId), eq(webhookEndpointTable.id, endpointId));
const isOf = ({ contractId, endpointId }: OfEndpoint) =>
  and(
    eq(webhookMessageTable.contractId, contractId),
    eq(webhookMessageTable.endpointId, endpointId),
  );

export async function insertEndpoint(tx: Transaction, row: EndpointRow): Promise<void> {
  await tx.insert(webhookEndpointTable).values(row);
}

export async function liveEndpoints(reader: Reader, contractId: string): Promise<EndpointRow[]> {
  const { contractId: of, endedAt, createdAt, id } = webhookEndpointTable;
  return reader
    .select()
    .from(webhookEndpointTable)
    .where(and(eq(of, contractId), isNull(endedAt)))
    .orderBy(asc(createdAt), asc(id));
}

export async function findEndpoint(reader: Reader, of: OfEndpoint): Promise<EndpointRow | null> {
  const isLive = and(isEndpoint(of), isNull(webhookEndpointTable.endedAt));
  const [found] = await reader.select().from(webhookEndpointTable).where(isLive);
  return found ?? null;
}

export async function saveEndpoint(
  tx: Transaction,
  of: OfEndpoint,
  changed: Partial<EndpointRow>,
): Promise<void> {
  await tx.update(webhookEndpointTable).set(changed).where(isEndpoint(of));
}

/** The endpoints of a contract with how far their messages have come. */
export async function listEndpoints(
  reader: Reader,
  contractId: string,
): Promise<WebhookEndpoint[]> {
  const endpoints = await liveEndpoints(reader, contractId);
  const { endpointId, dueAt, deliveredAt, attempts } = webhookMessageTable;
  const counts = await reader
    .select({
      id: endpointId,
      waiting: sql<number>`sum(${dueAt} is not null)`,
      givenUp: sql<number>`sum(${dueAt} is null and ${deliveredAt} is null)`,
      lastAnswer: sql<string | null>`max(case when ${attempts} > 0 then
        printf('%020d', sequence) || last_answer end)`,
    })
    .from(webhookMessageTable)
    .where(eq(webhookMessageTable.contractId, contractId))
    .groupBy(endpointId);
  const byId = new Map(counts.map((count) => [count.id, count]));
  return endpoints.map(({ id, url, createdAt, lastSequence }) => {
    const { waiting = 0, givenUp = 0, lastAnswer = null } = byId.get(id) ?? {};
    const answer = lastAnswer === null ? null : lastAnswer.slice(20);
    return { id, url, createdAt, lastSequence, waiting, givenUp, lastAnswer: answer };
  });
}

export async function insertMessages(
  tx: Transaction,
  of: OfEndpoint,
  messages: readonly NewMessage[],
  now: Instant,
): Promise<void> {
  const fresh = { createdAt: now, attempts: 0, dueAt: now, deliveredAt: null, lastAnswer: null };
  await insertRows(
    tx,
    webhookMessageTable,
    messages.map((message) => ({ ...of, ...message, ...fresh })),
  );
  await saveEndpoint(tx, of, { lastSequence: messages.at(-1)?.sequence ?? 0 });
}

/** Live endpoints of all contracts that have something due, each with its first messages. */
export async function dueMessages(
  reader: Reader,
  now: Instant,
  count: number,
): Promise<{ endpoint: EndpointRow; messages: MessageRow[] }[]> {
  const { contractId, id, endedAt } = webhookEndpointTable;
  const rows = await reader
    .select({ endpoint: webhookEndpointTable, message: webhookMessageTable })
    .from(webhookMessageTable)
    .innerJoin(
      webhookEndpointTable,
      and(
        eq(contractId, webhookMessageTable.contractId),
        eq(id, webhookMessageTable.endpointId),
        isNull(endedAt),
      ),
    )
    .where(and(isNotNull(webhookMessageTable.dueAt), lte(webhookMessageTable.dueAt, now)))
    .orderBy(asc(contractId), asc(id), asc(webhookMessageTable.sequence));
  const grouped = Map.groupBy(rows, ({ endpoint }) =>
    JSON.stringify([endpoint.contractId, endpoint.id]),
  );
  return [...grouped.values()].flatMap((of) => {
    const [first] = of;
    if (first === undefined) return [];
    return [{ endpoint: first.endpoint, messages: of.slice(0, count).map((row) => row.message) }];
  });
}

export type Tried = Pick<MessageRow, 'attempts' | 'dueAt' | 'deliveredAt' | 'lastAnswer'>;

export async function saveTried(
  tx: Transaction,
  { contractId, endpointId, sequence }: MessageRow,
  tried: Tried,
): Promise<void> {
  const isIt = and(isOf({ contractId, endpointId }), eq(webhookMessageTable.sequence, sequence));
  await tx.update(webhookMessageTable).set(tried).where(isIt);
}

/** Makes all messages from one on due again; returns how many. */
export async function makeDueFrom(
  tx: Transaction,
  of: OfEndpoint,
  fromSequence: number,
  now: Instant,
): Promise<number> {
  const isIt = and(isOf(of), gte(webhookMessageTable.sequence, fromSequence));
  const made = await tx
    .update(webhookMessageTable)
    .set({ attempts: 0, dueAt: now, deliveredAt: null })
    .where(and(isIt, gt(webhookMessageTable.sequence, 0)))
    .returning({ sequence: webhookMessageTable.sequence });
  return made.length;
}
