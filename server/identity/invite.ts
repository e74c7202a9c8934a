import { loadContract } from '#server/contracts/store.ts';
import { insertDevice } from '#server/identity/store.ts';
import { hashOfToken, newToken } from '#server/identity/token.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import { findSeats } from '#server/ledger/store.ts';
import type { Role } from '#shared/wire/identity.ts';

export type Invited =
  | { role: 'recruiter'; seat: string }
  | { role: Exclude<Role, 'recruiter'>; seat: null };

/** Thrown when a contract has no seat of an id. */
export class SeatUnknown extends Error {
  override readonly name = 'SeatUnknown';
}

/**
 * A token for one device, which is shown once and kept as a hash.
 * @throws ContractUnknown, SeatUnknown
 */
export async function inviteDevice(
  { database, now, newId }: LedgerContext,
  contractId: string,
  { role, seat }: Invited,
): Promise<string> {
  const token = newToken();
  await database.write(async (tx) => {
    if ((await loadContract(tx, contractId)) === null) {
      throw new ContractUnknown(`There is no contract "${contractId}".`);
    }
    if (seat !== null && !(await findSeats(tx, contractId, [seat])).has(seat)) {
      throw new SeatUnknown(`The contract has no seat "${seat}".`);
    }
    const tokenHash = hashOfToken(token);
    const device = { contractId, id: newId(), tokenHash, role, seatId: seat };
    await insertDevice(tx, { ...device, createdAt: now(), endedAt: null });
  });
  return token;
}
