import { isIP } from 'node:net';
import { networkList } from '#server/http/address.ts';

// What no message leaves for unless the operator allows it; names are judged by what they resolve
// to, when a message is sent (RFC 6890).
const PRIVATE = networkList([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1',
  'fc00::/7',
  'fe80::/10',
]);

const LOCAL_NAMES = /(?:^|\.)(?:localhost|local|internal)$/;

export type AddressOutcome = { ok: true; url: string } | { ok: false; why: string };

/**
 * Whether messages may go to an address: over https, or over http to this machine.
 * @param allowsPrivate what the operator has set; without it nothing inside the network is called.
 */
export function readAddress(text: string, allowsPrivate: boolean): AddressOutcome {
  if (!URL.canParse(text)) return { ok: false, why: 'This is no address.' };
  const url = new URL(text);
  const host = url.hostname.replaceAll(/[[\]]/g, '');
  const version = isIP(host);
  const isOwn = host === 'localhost' || host === '127.0.0.1' || host === '::1';
  const isPrivate =
    version === 0 ? LOCAL_NAMES.test(host) : PRIVATE.check(host, version === 6 ? 'ipv6' : 'ipv4');
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    return { ok: false, why: 'No name, password or fragment may be in it.' };
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOwn)) {
    return { ok: false, why: 'It begins with https:, but for this machine.' };
  }
  if (isPrivate && !allowsPrivate) {
    return { ok: false, why: 'It is inside the network; an operator has to allow that.' };
  }
  return { ok: true, url: url.href };
}
