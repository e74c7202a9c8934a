import { browser } from 'wxt/browser';
import { ownMessages, type ConnectOutcome } from '#extension/state/own-messages.ts';
import { permissionOf, readServerAddress } from '#extension/state/server-address.ts';

/**
 * Asks to have this browser connected, from one of the extension's own pages and on a press of
 * somebody's, as the browser asks for access to an address that it does not know yet. Then the
 * approval page is open, and `storedPairing` tells how the wait for it goes.
 *
 * A program that drives the browser fills in the form of `options.html` and presses Connect, or,
 * for a server on this machine, evaluates in any page of the extension
 * `chrome.runtime.sendMessage({ id: 1, type: 'connect', timestamp: Date.now(), data: server })`,
 * which answers `{ res: ConnectOutcome }`.
 */
export async function connect(address: string): Promise<ConnectOutcome> {
  const server = readServerAddress(address);
  if (server === null) return { ok: false, code: 'address_invalid' };
  // Nothing may be awaited before this: a browser asks on a press, and forgets it soon after.
  const isAllowed = await browser.permissions.request({ origins: [permissionOf(server)] });
  if (!isAllowed) return { ok: false, code: 'access_refused' };
  return ownMessages.sendMessage('connect', server);
}

/** Opens the approval page once more, for whoever has closed it. */
export function showApproval(): Promise<void> {
  return ownMessages.sendMessage('showApproval', undefined);
}

/** Asks whether it is approved, as soon as the server may be asked. */
export function expectApproval(): Promise<void> {
  return ownMessages.sendMessage('approvalExpected', undefined);
}

export function cancelConnect(): Promise<void> {
  return ownMessages.sendMessage('cancelConnect', undefined);
}

/** Ends the connection. What waits to be reported stays for when the same seat connects again. */
export function disconnect(): Promise<void> {
  return ownMessages.sendMessage('disconnect', undefined);
}
