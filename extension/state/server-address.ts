const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

export const DEFAULT_SERVER = 'http://127.0.0.1:8787';

/** True for what a token may go to: plain http only to this machine itself. */
function isSafe({ protocol, hostname }: URL): boolean {
  return (
    hostname !== '' && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname)))
  );
}

/**
 * The origin of the address that somebody typed; a scheme may be left out. Null for what is no
 * address, or would send a token in the clear: plain http only goes to this machine.
 */
export function readServerAddress(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address)) return null;
  const url = new URL(address);
  return isSafe(url) ? url.origin : null;
}

const LONGEST_ADDRESS = 2_000;

/**
 * The approval page that a server names, if it is one of its own: a server cannot have the browser
 * open any other address.
 */
export function readApprovalAddress(named: string, server: string): string | null {
  if (named.length > LONGEST_ADDRESS || !URL.canParse(named)) return null;
  const url = new URL(named);
  const isPlain = url.username === '' && url.password === '';
  return isSafe(url) && isPlain && url.origin === server ? url.href : null;
}

/** The permission that requests to this origin need; patterns know no ports. */
export function permissionOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
