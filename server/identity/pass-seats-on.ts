import type { Transaction } from '#server/db/database.ts';
import { endDevicesOfSeats } from '#server/identity/device-store.ts';
import { saveSeatPerson } from '#server/identity/place-store.ts';
import type { Deed } from '#server/ledger/author.ts';

/**
 * Seats that have another holder now: whoever held them reads them no longer, and connects no device
 * to them any more.
 */
export async function passSeatsOn(
  tx: Transaction,
  contractId: string,
  seats: readonly string[],
  deed: Deed,
): Promise<void> {
  await endDevicesOfSeats(tx, contractId, seats, deed);
  for (const seat of seats) await saveSeatPerson(tx, contractId, seat, null);
}
