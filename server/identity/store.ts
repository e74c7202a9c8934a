import { and, eq, inArray, isNull } from 'drizzle-orm';
import { named } from '#server/db/named.ts';
import type { Reader, Transaction } from '#server/db/database.ts';
import { contractTable, deviceTable } from '#server/db/schema.ts';
import type { Instant } from '#shared/policy/instant.ts';

export type DeviceRow = typeof deviceTable.$inferSelect;

export async function insertDevice(tx: Transaction, device: DeviceRow): Promise<void> {
  await tx.insert(deviceTable).values(device);
}

/** The device that a token was given to, with what it may know of its contract. */
export async function findDevice(reader: Reader, tokenHash: string) {
  const [found] = await reader
    .select({
      role: deviceTable.role,
      seat: deviceTable.seatId,
      contract: {
        id: contractTable.id,
        name: contractTable.name,
        recipientKey: contractTable.recipientKey,
      },
    })
    .from(deviceTable)
    .innerJoin(contractTable, eq(contractTable.id, deviceTable.contractId))
    .where(and(eq(deviceTable.tokenHash, tokenHash), isNull(deviceTable.endedAt)));
  return found ?? null;
}

/** Ends the devices of seats: their tokens are not known from now on. */
export async function endDevices(
  tx: Transaction,
  contractId: string,
  seats: readonly string[],
  endedAt: Instant,
): Promise<void> {
  if (seats.length === 0) return;
  const isOfSeat = inArray(deviceTable.seatId, named(seats));
  const isOfContract = eq(deviceTable.contractId, contractId);
  await tx
    .update(deviceTable)
    .set({ endedAt })
    .where(and(isOfContract, isOfSeat, isNull(deviceTable.endedAt)));
}
