import { createContract } from '#server/contracts/contracts.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { inviteDevice } from '#server/identity/invite.ts';
import { newKey } from '#server/identity/token.ts';
import { changeContractMode } from '#server/pilots/change-mode.ts';
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
    recruiter: await inviteDevice(ledger, id, { role: 'recruiter', seat }),
    lead: await inviteDevice(ledger, id, { role: 'lead', seat: null }),
    admin: await inviteDevice(ledger, id, { role: 'admin', seat: null }),
    feed: await inviteDevice(ledger, id, { role: 'feed', seat: null }),
  };
  const batch = sends('sent', START, { count: 120, accepted: 9, declined: 3 });
  await server.events(tokens.feed, batch, [{ seat, at: iso(START) }]);
  await server.moveTo(START + DAY_MS);
  return tokens;
}
