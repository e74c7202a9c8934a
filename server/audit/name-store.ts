import { eq, inArray, or } from 'drizzle-orm';
import type { Reader } from '#server/db/database.ts';
import { deviceTable, invitationTable, memberTable } from '#server/db/identity-schema.ts';
import { named } from '#server/db/named.ts';
import { personTable } from '#server/db/person-schema.ts';
import { seatTable } from '#server/db/schema.ts';
import type { Actor } from '#shared/wire/author.ts';

/**
 * Names of who did something in a contract: of people who are in it, or whose browser or invitation it
 * has still. Who was forgotten has neither, and so no name, even where another contract knows them.
 */
export async function readNames(
  reader: Reader,
  contractId: string,
): Promise<(by: Actor | null) => string | null> {
  const { id, name, email } = personTable;
  const devices = await reader
    .select({ id: deviceTable.id, personId: deviceTable.personId })
    .from(deviceTable)
    .where(eq(deviceTable.contractId, contractId));
  const members = reader
    .select({ id: memberTable.personId })
    .from(memberTable)
    .where(eq(memberTable.contractId, contractId));
  const holders = reader
    .select({ id: seatTable.personId })
    .from(seatTable)
    .where(eq(seatTable.contractId, contractId));
  const connected = named(devices.flatMap(({ personId }) => personId ?? []));
  const invited = reader
    .select({ email: invitationTable.email })
    .from(invitationTable)
    .where(eq(invitationTable.contractId, contractId));
  const people = await reader
    .select({ id, name })
    .from(personTable)
    .where(
      or(
        inArray(id, members),
        inArray(id, holders),
        inArray(id, connected),
        inArray(email, invited),
      ),
    );
  const names = new Map(people.map((person) => [person.id, person.name]));
  const owners = new Map(devices.map((device) => [device.id, device.personId]));
  return (by) => {
    if (by === null || by.id === null) return null;
    // An operator is who they say they are.
    if (by.role === 'operator') return by.id;
    const person = by.role === 'person' ? by.id : (owners.get(by.id) ?? null);
    return person === null ? null : (names.get(person) ?? null);
  };
}
