import { randomBytes } from 'node:crypto';
import { recordChange } from '#server/audit/store.ts';
import { loadContract } from '#server/contracts/store.ts';
import type { Transaction } from '#server/db/database.ts';
import type { Deed } from '#server/ledger/author.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import { readAddress } from '#server/webhooks/address.ts';
import {
  findEndpoint,
  insertEndpoint,
  makeDueFrom,
  saveEndpoint,
  type OfEndpoint,
} from '#server/webhooks/store.ts';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import type { WebhookSecret } from '#shared/wire/webhooks.ts';

/** As many bytes as the convention asks for at least. */
const SECRET_BYTES = 24;

const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

type AddOutcome = { ok: true; added: WebhookSecret } | { ok: false; why: string };

/**
 * Adds an endpoint; it is told of what happens from now on.
 * @throws ContractUnknown
 */
export async function addEndpoint(
  { database, now, newId, by }: LedgerContext,
  contractId: string,
  wanted: { url: string; allowsPrivate: boolean },
): Promise<AddOutcome> {
  const address = readAddress(wanted.url, wanted.allowsPrivate);
  if (!address.ok) return address;
  const { url } = address;
  const [id, secret] = [newId(), newSecret()];
  await database.write(async (tx) => {
    if ((await loadContract(tx, contractId)) === null) {
      throw new ContractUnknown(contractId);
    }
    const made = { createdAt: now(), createdBy: by, endedAt: null };
    const first = { secret, previousSecret: null, previousUntil: null, lastSequence: 0 };
    await insertEndpoint(tx, { contractId, id, url, ...first, ...made });
  });
  return { ok: true, added: { id, url, secret, previousUntil: null } };
}

/** Ends an endpoint, whoever does, and puts it down; false where it has ended already. */
export async function endLive(tx: Transaction, of: OfEndpoint, deed: Deed): Promise<boolean> {
  const endpoint = await findEndpoint(tx, of);
  if (endpoint === null) return false;
  await saveEndpoint(tx, of, { endedAt: deed.at, previousSecret: null, previousUntil: null });
  const { contractId, endpointId: subject } = of;
  const ended = { what: 'webhook.ended', subject, before: endpoint.url, after: null };
  await recordChange(tx, contractId, deed, ended);
  return true;
}

type Context = Pick<LedgerContext, 'database' | 'now' | 'by'>;

/** Null where there is no such endpoint, here and below. */
export async function endEndpoint(
  { database, now, by }: Context,
  contractId: string,
  endpointId: string,
): Promise<Instant | null> {
  return database.write(async (tx) => {
    const at = now();
    return (await endLive(tx, { contractId, endpointId }, { at, by })) ? at : null;
  });
}

/** Gives an endpoint another secret. The one before signs as well for a day, so that none is lost. */
export async function rotateSecret(
  { database, now, by }: Context,
  contractId: string,
  endpointId: string,
): Promise<WebhookSecret | null> {
  const secret = newSecret();
  return database.write(async (tx) => {
    const of = { contractId, endpointId };
    const endpoint = await findEndpoint(tx, of);
    if (endpoint === null) return null;
    const previousUntil = now() + DAY_MS;
    await saveEndpoint(tx, of, { secret, previousSecret: endpoint.secret, previousUntil });
    const rotated = { what: 'webhook.rotated', subject: endpointId, before: null, after: null };
    await recordChange(tx, contractId, { at: now(), by }, rotated);
    return { id: endpointId, url: endpoint.url, secret, previousUntil };
  });
}

/** Tells an endpoint again what happened, from a message on; says how many messages that are. */
export async function replayMessages(
  { database, now, by }: Context,
  contractId: string,
  endpointId: string,
  fromSequence: number,
): Promise<number | null> {
  return database.write(async (tx) => {
    const of = { contractId, endpointId };
    if ((await findEndpoint(tx, of)) === null) return null;
    const after = `from ${fromSequence}`;
    const replayed = { what: 'webhook.replayed', subject: endpointId, before: null, after };
    await recordChange(tx, contractId, { at: now(), by }, replayed);
    return makeDueFrom(tx, of, fromSequence, now());
  });
}
