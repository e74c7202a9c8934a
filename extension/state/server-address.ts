const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

export const DEFAULT_SERVER = 'http://127.0.0.1:8787';

/**
 * The origin of the address that somebody typed; a scheme may be left out. Null for what is no
 * address, or would send a token in the clear: plain http only goes to this machine.
 */
export function readServerAddress(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address)) return null;
  const { protocol, hostname, origin } = new URL(address);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  return isSafe && hostname !== '' ? origin : null;
}

/** The permission that requests to this origin need; patterns know no ports. */
export function permissionOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
