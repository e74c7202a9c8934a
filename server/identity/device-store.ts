import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { deviceTable } from '#server/db/identity-schema.ts';
import { named } from '#server/db/named.ts';
import { personTable } from '#server/db/person-schema.ts';
import { contractTable, seatTable } from '#server/db/schema.ts';
import type { Deed } from '#server/ledger/author.ts';

export type DeviceRow = typeof deviceTable.$inferSelect;

const isLive = isNull(deviceTable.endedAt);

export async function insertDevice(tx: Transaction, device: DeviceRow): Promise<void> {
  await tx.insert(deviceTable).values(device);
}

/** The device that an access token was given to, or the feed of a key, with its contract. */
export async function findDevice(reader: Reader, tokenHash: string) {
  const { id, name, role, seatId, personId, tokenExpiresAt } = deviceTable;
  const [found] = await reader
    .select({
      device: { id, name, role, seat: seatId, personId, tokenExpiresAt },
      contract: {
        id: contractTable.id,
        name: contractTable.name,
        recipientKey: contractTable.recipientKey,
      },
    })
    .from(deviceTable)
    .innerJoin(contractTable, eq(contractTable.id, deviceTable.contractId))
    .where(and(eq(deviceTable.tokenHash, tokenHash), isLive));
  return found ?? null;
}

/** The device that refresh tokens of a family are of. */
export async function findFamily(tx: Transaction, familyHash: string): Promise<DeviceRow | null> {
  const isIt = and(eq(deviceTable.familyHash, familyHash), isLive);
  const [found] = await tx.select().from(deviceTable).where(isIt);
  return found ?? null;
}

export type Rotation = Pick<
  DeviceRow,
  | 'tokenHash'
  | 'tokenExpiresAt'
  | 'refreshHash'
  | 'previousRefreshHash'
  | 'rotatedAt'
  | 'lastSeenAt'
>;

export async function rotateTokens(
  tx: Transaction,
  { contractId, id }: DeviceRow,
  rotation: Rotation,
): Promise<void> {
  const isIt = and(eq(deviceTable.contractId, contractId), eq(deviceTable.id, id));
  await tx.update(deviceTable).set(rotation).where(isIt);
}

async function endWhere(
  tx: Transaction,
  which: SQL | undefined,
  { at: endedAt, by: endedBy }: Deed,
): Promise<void> {
  await tx.update(deviceTable).set({ endedAt, endedBy }).where(and(which, isLive));
}

/** Ends the devices of seats: their tokens are not known from now on. */
export async function endDevicesOfSeats(
  tx: Transaction,
  contractId: string,
  seats: readonly string[],
  deed: Deed,
): Promise<void> {
  if (seats.length === 0) return;
  const isOfContract = eq(deviceTable.contractId, contractId);
  await endWhere(tx, and(isOfContract, inArray(deviceTable.seatId, named(seats))), deed);
}

export async function endDevicesOfPerson(
  tx: Transaction,
  contractId: string,
  personId: string,
  deed: Deed,
): Promise<void> {
  const isOfContract = eq(deviceTable.contractId, contractId);
  await endWhere(tx, and(isOfContract, eq(deviceTable.personId, personId)), deed);
}

export async function endDevice(
  tx: Transaction,
  contractId: string,
  id: string,
  deed: Deed,
): Promise<void> {
  const isIt = and(eq(deviceTable.contractId, contractId), eq(deviceTable.id, id));
  await endWhere(tx, isIt, deed);
}

const listQuery = (reader: Reader) =>
  reader
    .select({
      contractId: deviceTable.contractId,
      contractName: contractTable.name,
      id: deviceTable.id,
      name: deviceTable.name,
      role: deviceTable.role,
      seatId: deviceTable.seatId,
      holder: seatTable.holder,
      personId: deviceTable.personId,
      personName: personTable.name,
      email: personTable.email,
      createdAt: deviceTable.createdAt,
      lastSeenAt: deviceTable.lastSeenAt,
    })
    .from(deviceTable)
    .innerJoin(contractTable, eq(contractTable.id, deviceTable.contractId))
    .leftJoin(personTable, eq(personTable.id, deviceTable.personId))
    .leftJoin(
      seatTable,
      and(eq(seatTable.contractId, deviceTable.contractId), eq(seatTable.id, deviceTable.seatId)),
    );

export type ListedDevice = Awaited<ReturnType<typeof listQuery>>[number];

/** All of a contract, the ended ones aside; oldest first. */
export async function listDevices(reader: Reader, contractId: string): Promise<ListedDevice[]> {
  return listQuery(reader)
    .where(and(eq(deviceTable.contractId, contractId), isLive))
    .orderBy(deviceTable.createdAt, deviceTable.id);
}

/** A person's own, in whatever contract. */
export async function listDevicesOfPerson(
  reader: Reader,
  personId: string,
): Promise<ListedDevice[]> {
  return listQuery(reader)
    .where(and(eq(deviceTable.personId, personId), isLive))
    .orderBy(deviceTable.createdAt, deviceTable.id);
}
