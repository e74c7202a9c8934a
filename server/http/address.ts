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

/** The first groups of an address of IPv6, with those that are left out in its writing. */
export function firstGroups(address: string, count: number): string {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, count).join(':');
}

/** A home or a company has a whole /64 of IPv6; to count by one of its addresses would count nothing. */
export function networkKey(address: string): string {
  return isIP(address) === 6 ? firstGroups(address, 4) : address;
}

const LOOPBACK = networkList(['127.0.0.0/8', '::1']);

/** Whether an address does not leave the machine. */
export function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && LOOPBACK.check(address, versionOf(address));
}

/** An IPv4 address as such, where a socket or a proxy that speaks both tells it as IPv6. */
export const plainOf = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/**
 * Tells the address that a request comes from. What a proxy says of it counts only from a proxy that
 * is trusted, and only its own word: whatever stands before that was sent by the caller.
 */
export function createAddressOf(trustedProxies: readonly string[]): (c: Context) => string {
  const trusted = networkList(trustedProxies);
  return (c) => {
    const { address = '' } = getConnInfo(c).remote;
    const plain = plainOf(address);
    if (isIP(plain) === 0 || !trusted.check(plain, versionOf(plain))) return plain;
    const told = plainOf((c.req.header('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? '');
    return isIP(told) === 0 ? plain : told;
  };
}

/**
 * Tells whether a request was made on this machine. One that came through a proxy was not, whatever
 * the proxy's own address is, unless a trusted one says so.
 */
export function createIsLocal(addressOf: (c: Context) => string): (c: Context) => boolean {
  return (c) => {
    const address = addressOf(c);
    const told = c.req.header('x-forwarded-for');
    const isTold = told === undefined || plainOf(told.split(',').at(-1)?.trim() ?? '') === address;
    return isTold && isLoopback(address);
  };
}
