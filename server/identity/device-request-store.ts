import { and, eq, lt, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { deviceRequestTable } from '#server/db/person-schema.ts';
import type { Place } from '#server/identity/place-store.ts';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';

export type DeviceRequest = { id: string; userCode: string; deviceName: string };
/** What a person has approved a device for. */
export type Approval = {
  contractId: string;
  role: Place['role'];
  seatId: string | null;
  deviceName: string;
};

/** Says what a device that has just asked calls itself, and forgets requests of long ago. */
export async function nameRequest(
  tx: Transaction,
  userCode: string,
  deviceName: string,
): Promise<void> {
  const { expiresAt } = deviceRequestTable;
  const isIt = eq(deviceRequestTable.userCode, userCode);
  await tx.update(deviceRequestTable).set({ deviceName }).where(isIt);
  // By the library's own clock, of which the newest request tells.
  const latest = sql<Instant>`(select max(${expiresAt}) from ${deviceRequestTable})`;
  await tx.delete(deviceRequestTable).where(lt(expiresAt, sql`${latest} - ${DAY_MS}`));
}

/** A request as its code names it; people type codes with or without the dash. */
export async function findRequest(reader: Reader, userCode: string): Promise<DeviceRequest | null> {
  const [found] = await reader
    .select()
    .from(deviceRequestTable)
    .where(eq(deviceRequestTable.userCode, userCode));
  if (found === undefined) return null;
  return { id: found.id, userCode: found.userCode, deviceName: found.deviceName ?? '' };
}

/** Says what a request is about to be approved for; nobody but who has opened it can. */
export async function bindRequest(
  tx: Transaction,
  userCode: string,
  personId: string,
  { contract, role, seat }: Place,
): Promise<void> {
  const isTheirs = and(
    eq(deviceRequestTable.userCode, userCode),
    eq(deviceRequestTable.userId, personId),
    eq(deviceRequestTable.status, 'pending'),
  );
  await tx
    .update(deviceRequestTable)
    .set({ contractId: contract.id, role, seatId: seat?.id ?? null })
    .where(isTheirs);
}

export async function findApproval(reader: Reader, id: string): Promise<Approval | null> {
  const isIt = eq(deviceRequestTable.id, id);
  const [found] = await reader.select().from(deviceRequestTable).where(isIt);
  if (found === undefined || found.contractId === null || found.role === null) return null;
  const { contractId, role, seatId, deviceName } = found;
  return { contractId, role, seatId, deviceName: deviceName ?? '' };
}
