import { maySee, type Caller } from '#server/http/access.ts';
import { endDevice, listDevices, type ListedDevice } from '#server/identity/device-store.ts';
import type { ConnectContext } from '#server/identity/connect.ts';
import { authorOf } from '#server/ledger/author.ts';
import type { Device } from '#shared/wire/connect.ts';
import type { Instant } from '#shared/policy/instant.ts';

type Who = Pick<Caller, 'contract' | 'role' | 'personId' | 'seats' | 'device'>;

/** The own ones; for a lead also those of the teams' seats, for an admin all of the contract. */
function isFor(caller: Who, { personId, seatId }: ListedDevice): boolean {
  if (caller.role === 'admin') return true;
  if (personId !== null && personId === caller.personId) return true;
  return caller.role === 'lead' && seatId !== null && maySee(caller, seatId);
}

function deviceOf(row: ListedDevice, { device }: Pick<Who, 'device'>): Device {
  const { id, name, role, seatId, holder, personName, email, createdAt, lastSeenAt } = row;
  return {
    id,
    name,
    role,
    seat: seatId === null ? null : { id: seatId, holder: holder ?? '' },
    person: personName === null || email === null ? null : { name: personName, email },
    connectedAt: createdAt,
    lastSeenAt: lastSeenAt ?? createdAt,
    isThis: id === device?.id,
  };
}

type Context = Pick<ConnectContext, 'database' | 'now'>;

export async function devicesFor({ database }: Context, caller: Who): Promise<Device[]> {
  const rows = await database.read((reader) => listDevices(reader, caller.contract.id));
  return rows.filter((row) => isFor(caller, row)).map((row) => deviceOf(row, caller));
}

/** Null for a device that the caller may not end, or that there is not: nobody can tell which. */
export async function endDeviceFor(
  { database, now }: Context,
  caller: Who,
  id: string,
): Promise<Instant | null> {
  return database.write(async (tx) => {
    const rows = await listDevices(tx, caller.contract.id);
    const isTheirs = rows.some((row) => row.id === id && isFor(caller, row));
    if (!isTheirs) return null;
    const endedAt = now();
    await endDevice(tx, caller.contract.id, id, { at: endedAt, by: authorOf(caller) });
    return endedAt;
  });
}
