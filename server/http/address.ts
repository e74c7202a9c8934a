import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

const versionOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** @param networks addresses, or networks such as `10.0.0.0/8`. */
export function networkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    if (bits === undefined) list.addAddress(address, versionOf(address));
    else list.addSubnet(address, Number(bits), versionOf(address));
  }
  return list;
}

/**
 * Tells the address that a request comes from. What a proxy says of it counts only from a proxy that
 * is trusted, and only its own word: whatever stands before that was sent by the caller.
 */
export function createAddressOf(trustedProxies: readonly string[]): (c: Context) => string {
  const trusted = networkList(trustedProxies);
  return (c) => {
    const { address = '' } = getConnInfo(c).remote;
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    if (isIP(plain) === 0 || !trusted.check(plain, versionOf(plain))) return plain;
    const told = (c.req.header('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? '';
    return isIP(told) === 0 ? plain : told;
  };
}
