import type { Credentials } from '#extension/state/credentials.ts';
import type { Ports } from '#extension/state/ports.ts';

/**
 * What stands for a person or a conversation outside this browser: hashes under the contract's key.
 * Member ids are hashed as they are; the others are told apart by what they begin with.
 */
export function nameText(displayed: string): string {
  return `name:${displayed.normalize('NFC').replaceAll(/\s+/g, ' ').trim()}`;
}

export function conversationText(id: string): string {
  return `conversation:${id}`;
}

/** The hashes of texts, in their order; null where there is no key, or none that can be used. */
export async function hashesOf(
  { hashTexts }: Pick<Ports, 'hashTexts'>,
  { identity }: Credentials,
  texts: readonly string[],
): Promise<string[] | null> {
  if (identity.recipientKey === null) return null;
  try {
    return await hashTexts(identity.recipientKey, texts);
  } catch {
    // A key that cannot be used costs whom it is about, never the send.
    return null;
  }
}
