import { and, asc, eq, gte, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { webhookEndpointTable, webhookMessageTable } from '#server/db/webhook-schema.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { WebhookEndpoint, WebhookType } from '#shared/wire/webhooks.ts';

export type EndpointRow = typeof webhookEndpointTable.$inferSelect;
export type MessageRow = typeof webhookMessageTable.$inferSelect;
export type OfEndpoint = Readonly<{ contractId: string; endpointId: string }>;

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

/**
 * Live endpoints of all contracts whose first message that waits is due: until that one is taken or
 * given up, those after it stay where they are.
 */
export async function endpointsDue(reader: Reader, now: Instant): Promise<OfEndpoint[]> {
  const { contractId, id: endpointId, endedAt } = webhookEndpointTable;
  const firstDueAt = sql`(select m.due_at from webhook_message m
    where m.contract_id = ${contractId} and m.endpoint_id = ${endpointId} and m.due_at is not null
    order by m.sequence limit 1)`;
  return reader
    .select({ contractId, endpointId })
    .from(webhookEndpointTable)
    .where(and(isNull(endedAt), sql`${firstDueAt} <= ${now}`))
    .orderBy(asc(contractId), asc(endpointId));
}

/** What a live endpoint is to be told now, with the endpoint as it is; null where nothing is due. */
export async function nextMessage(
  reader: Reader,
  of: OfEndpoint,
  now: Instant,
): Promise<{ endpoint: EndpointRow; message: MessageRow } | null> {
  const endpoint = await findEndpoint(reader, of);
  if (endpoint === null) return null;
  const { dueAt, sequence } = webhookMessageTable;
  const [message] = await reader
    .select()
    .from(webhookMessageTable)
    .where(and(isOf(of), isNotNull(dueAt)))
    .orderBy(asc(sequence))
    .limit(1);
  if (message === undefined || message.dueAt === null || message.dueAt > now) return null;
  return { endpoint, message };
}

export type Tried = Pick<MessageRow, 'attempts' | 'dueAt' | 'deliveredAt' | 'lastAnswer'>;

/** Keeps what a try brought, unless the message was asked for again while it was under way. */
export async function saveTried(
  tx: Transaction,
  { contractId, endpointId, sequence, attempts, dueAt }: MessageRow,
  tried: Tried,
): Promise<void> {
  const isIt = and(isOf({ contractId, endpointId }), eq(webhookMessageTable.sequence, sequence));
  const isAsItWas = and(
    eq(webhookMessageTable.attempts, attempts),
    sql`${webhookMessageTable.dueAt} is ${dueAt}`,
  );
  await tx.update(webhookMessageTable).set(tried).where(and(isIt, isAsItWas));
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
    .where(isIt)
    .returning({ sequence: webhookMessageTable.sequence });
  return made.length;
}
