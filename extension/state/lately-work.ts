import { hashesOf } from '#extension/state/identity-hashes.ts';
import type { Ports } from '#extension/state/ports.ts';
import type { LatelyMessaged } from '#shared/wire/lately-messaged.ts';

/** Fewer are not asked about: of one person nobody is told anything. */
const FEWEST = 2;

/**
 * How many of these members had an InMail from the contract lately; they leave the browser as keyed
 * hashes. Null where that is not known: offline, without a key, or by an older server.
 */
export type AskLately = (memberIds: readonly string[]) => Promise<LatelyMessaged | null>;

export function createLatelyAsker(ports: Ports): AskLately {
  return async (memberIds) => {
    const members = [...new Set(memberIds)];
    const credentials = await ports.vault.read();
    if (credentials === null || credentials.identity.seat === null) return null;
    if (members.length < FEWEST) return null;
    const recipients = await hashesOf(ports, credentials, members);
    if (recipients === null) return null;
    const answer = await ports.api.latelyMessaged(credentials, { recipients });
    return answer.ok ? answer.value : null;
  };
}
