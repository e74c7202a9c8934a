import { fromBase64Url, toBase64Url } from '#extension/state/base64-url.ts';

/**
 * Hashes what names a person with the contract's key (HMAC-SHA-256, base64url): the same member
 * gives the same hash all over a contract and another one elsewhere, and the server never learns
 * whom it stands for.
 * @param key the contract's, as base64url.
 */
export async function hashTexts(
  subtle: SubtleCrypto,
  key: string,
  texts: readonly string[],
): Promise<string[]> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await subtle.importKey('raw', fromBase64Url(key), hmac, false, ['sign']);
  const encoder = new TextEncoder();
  return Promise.all(
    texts.map(async (text) => {
      const signature = await subtle.sign('HMAC', imported, encoder.encode(text));
      return toBase64Url(new Uint8Array(signature));
    }),
  );
}
