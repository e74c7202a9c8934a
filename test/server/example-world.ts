import { and, eq, ne } from 'drizzle-orm';
import { createContract } from '#server/contracts/contracts.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { deviceTable } from '#server/db/identity-schema.ts';
import { insertDevice } from '#server/identity/device-store.ts';
import { createFeedKey } from '#server/identity/invite.ts';
import { findSeatPerson } from '#server/identity/place-store.ts';
import { hashOfToken, newKey } from '#server/identity/token.ts';
import { askForReview } from '#server/reviews/ask.ts';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { addEndpoint } from '#server/webhooks/endpoints.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import type { Role } from '#shared/wire/identity.ts';
import { iso, sends, START, type TestServer } from '#test/server/harness.ts';

/** The world that every example of the API is told in: a seat that was warned this morning. */
export async function exampleWorld(server: TestServer): Promise<Record<Role, string>> {
  const { ledger } = server.running;
  const { id } = await createContract(
    ledger,
    {
      name: 'Fernhill Talent',
      profile: 'inmail-2014',
      source: 'feed',
      relationshipManager: 'Aisha Brennan',
    },
    newKey,
  );
  await changeContractMode(ledger, id, { mode: 'enforce', acceptsPartialEvidence: false });
  const { id: seat } = await addSeat(ledger, id, { holder: 'Nora Lindqvist' });
  const tokens = {
    recruiter: server.join(id, { role: 'recruiter', seat }),
    lead: server.join(id, { role: 'lead', teams: 'all' }),
    admin: server.join(id, { role: 'admin' }),
    feed: (await createFeedKey(ledger, id, 'Feed')).key,
  };
  const batch = sends('sent', START, { count: 120, accepted: 9, declined: 3 });
  await server.events(tokens.feed, batch, [{ seat, at: iso(START) }]);
  await server.moveTo(START + DAY_MS);
  await insertKnownDevice(server, id);
  await nameDevices(server, tokens);
  const asked = { ...ledger, by: { role: 'recruiter', id: 'device-of-recruiter' } } as const;
  const personId = await ledger.database.read((reader) => findSeatPerson(reader, id, seat));
  await askForReview(
    asked,
    id,
    { seat, personId },
    {
      id: 'review-1',
      reason: 'replies_missing',
      message: 'Three candidates answered by phone.',
    },
  );
  const url = 'https://hooks.example.com/good-standing';
  const named = { ...ledger, newId: () => 'endpoint-1' };
  await addEndpoint(named, id, { url, allowsPrivate: false });
  return tokens;
}

/** A device whose id and refresh token the examples can name, as no other's can be known. */
async function insertKnownDevice(server: TestServer, contractId: string): Promise<void> {
  const refreshToken = `gsr_${'0'.repeat(65)}`;
  const at = server.clock.now;
  await server.running.ledger.database.write((tx) =>
    insertDevice(tx, {
      contractId,
      id: 'device-to-end',
      name: 'Firefox on macOS',
      role: 'admin',
      seatId: null,
      personId: null,
      tokenHash: 'none',
      tokenExpiresAt: at,
      familyHash: hashOfToken(refreshToken.slice(0, 26)),
      refreshHash: hashOfToken(refreshToken),
      previousRefreshHash: null,
      rotatedAt: at,
      lastSeenAt: at,
      createdAt: at,
      createdBy: null,
      endedAt: null,
      endedBy: null,
    }),
  );
}

/** Connects the devices, and gives them ids that the examples can name. */
async function nameDevices(server: TestServer, tokens: Record<Role, string>): Promise<void> {
  const roles = ['recruiter', 'lead', 'admin'] as const;
  for (const role of roles) await server.bearer(tokens[role]);
  await server.running.ledger.database.write(async (tx) => {
    for (const role of roles) {
      const isIt = and(eq(deviceTable.role, role), ne(deviceTable.id, 'device-to-end'));
      await tx
        .update(deviceTable)
        .set({ id: `device-of-${role}` })
        .where(isIt);
    }
  });
}
