import type { ApiFault } from '#extension/state/api-client.ts';
import { beginAs, endDevice } from '#extension/state/connecting.ts';
import type { Tokens } from '#extension/state/credentials.ts';
import { createTurns } from '#extension/state/in-turn.ts';
import { isAllowedBy } from '#extension/state/managed-values.ts';
import type { ConnectFaultCode, ConnectOutcome } from '#extension/state/own-messages.ts';
import { isOver, pairingOf, slower, tokensOf, type Pairing } from '#extension/state/pairing.ts';
import type { Ports } from '#extension/state/ports.ts';
import { readServerAddress } from '#extension/state/server-address.ts';
import type { Identity } from '#shared/wire/identity.ts';

/** Connecting this browser: a code, somebody's approval of it, and the tokens that it brings. */
export type PairingWork = {
  /** Asks for a code and opens the approval page. */
  start(server: string): Promise<ConnectOutcome>;
  /** Opens the approval page once more. */
  showApproval(): Promise<void>;
  cancel(): Promise<void>;
  /** Asks whether it is approved, if it is time; a worker that was stopped goes on by this. */
  poll(): Promise<void>;
};

/** What one look at a wait came to; null when it goes on. */
type Ended = { code: ConnectFaultCode } | 'connected';

/** @param connected called when it has come about, for what is to be fetched then. */
export function createPairingWork(ports: Ports, connected: () => Promise<void>): PairingWork {
  // In turn, as a code works once.
  const inTurn = createTurns();
  const { vault, stored } = ports;
  const fail = async ({ id, server }: Pairing, code: ConnectFaultCode): Promise<void> => {
    if ((await vault.pairing())?.id !== id) return;
    // Said before it is over, as a worker that is stopped in between says it again, and else nobody.
    await stored.pairing.setValue({ phase: 'ended', server, code });
    const ended = await vault.endPairing(id);
    if (ended !== null) {
      ports.schedulePoll(null);
      return endDeviceOf(ports, ended);
    }
    // Another has begun at this very moment.
    const other = await vault.pairing();
    if (other !== null) await showWaiting(ports, other, false);
  };
  const finish = async (pairing: Pairing, ended: Ended): Promise<void> => {
    if (ended !== 'connected') return fail(pairing, ended.code);
    ports.schedulePoll(null);
    await stored.pairing.setValue({ phase: 'none' });
    await connected();
  };
  const pollOnce = async (): Promise<void> => {
    const pairing = await vault.pairing();
    if (pairing === null) return showNone(ports);
    const ended = await lookAt(ports, pairing);
    if (ended !== null) await finish(pairing, ended);
  };
  return {
    async start(server) {
      if (readServerAddress(server) !== server) return { ok: false, code: 'address_invalid' };
      const managed = await ports.readManaged();
      const isOther = managed.server !== null && managed.server !== server;
      if (isOther) return { ok: false, code: 'not_as_managed' };
      const answer = await ports.connectApi.requestCode(server, ports.deviceName);
      if (!answer.ok) return { ok: false, code: answer.fault.code };
      const pairing = pairingOf(answer.value, { server, id: ports.newId(), now: ports.now() });
      if (pairing === null) return { ok: false, code: 'malformed' };
      const before = await vault.startPairing(pairing);
      await showWaiting(ports, pairing, false);
      await ports.openTab(pairing.verificationUrl);
      ports.schedulePoll(ports.now() + pairing.intervalMs);
      await endDeviceOf(ports, before);
      return { ok: true };
    },
    async showApproval() {
      const pairing = await vault.pairing();
      if (pairing !== null) await ports.openTab(pairing.verificationUrl);
    },
    async cancel() {
      const pairing = await vault.pairing();
      const ended = pairing === null ? null : await vault.endPairing(pairing.id);
      ports.schedulePoll(null);
      await stored.pairing.setValue({ phase: 'none' });
      await endDeviceOf(ports, ended);
    },
    poll: () => inTurn(pollOnce),
  };
}

/**
 * Ends the device that a wait has brought and that will not be used. Whoever took the wait out of
 * the vault does it, and does it last, as the server may be long in answering.
 */
async function endDeviceOf(ports: Ports, ended: Pairing | null): Promise<void> {
  if (ended !== null && ended.tokens !== null) await endDevice(ports, ended.server, ended.tokens);
}

/** A worker that was stopped when the wait had ended has left it on show. */
async function showNone({ stored }: Ports): Promise<void> {
  const { phase } = await stored.pairing.getValue();
  if (phase === 'waiting') await stored.pairing.setValue({ phase: 'none' });
}

async function showWaiting(
  { stored }: Ports,
  { userCode, expiresAt, server }: Pairing,
  isUnreachable: boolean,
): Promise<void> {
  await stored.pairing.setValue({ phase: 'waiting', userCode, expiresAt, server, isUnreachable });
}

async function lookAt(ports: Ports, pairing: Pairing): Promise<Ended | null> {
  if (pairing.tokens !== null) return useTokens(ports, pairing, pairing.tokens);
  if (isOver(pairing, ports.now())) return { code: 'approval_expired' };
  if (ports.now() < pairing.nextPollAt) {
    // A worker that has just started shows and awaits what the one before it did.
    await showWaiting(ports, pairing, false);
    ports.schedulePoll(pairing.nextPollAt);
    return null;
  }
  // Noted before it is asked, so that no worker that is killed in between asks too soon again.
  const asked = { ...pairing, nextPollAt: ports.now() + pairing.intervalMs };
  if (!(await ports.vault.changePairing(asked))) return null;
  const answer = await ports.connectApi.fetchTokens(pairing.server, {
    grant: 'device_code',
    deviceCode: pairing.deviceCode,
  });
  if (!answer.ok) return goOn(ports, asked, answer.fault);
  const tokens = tokensOf(answer.value, { connection: ports.newId(), now: ports.now() });
  if (tokens === null) return { code: 'malformed' };
  // They come once: they are kept before anything else is done with them.
  const fetched = { ...asked, tokens };
  if (await ports.vault.changePairing(fetched)) return useTokens(ports, fetched, tokens);
  // Given up while they were fetched: nobody else knows of them.
  await endDeviceOf(ports, fetched);
  return null;
}

/** What becomes of a wait that has brought no tokens yet. */
async function goOn(ports: Ports, pairing: Pairing, fault: ApiFault): Promise<Ended | null> {
  const code = fault.code === 'refused' ? fault.problem.code : fault.code;
  switch (code) {
    case 'approval_denied':
    case 'approval_expired':
      return { code };
    case 'token_unknown':
      return { code: 'approval_expired' };
    case 'slow_down':
      return await again(ports, fromNow(ports, slower(pairing)), false);
    case 'approval_pending':
      return await again(ports, fromNow(ports, pairing), false);
    case 'offline':
    case 'unavailable':
    case 'malformed':
      // It may be there again before the code expires, and somebody may have approved it meanwhile.
      return await again(ports, pairing, true);
    default:
      return { code: 'refused' };
  }
}

/** Counted from the answer, as a server counts from when a question arrives, and calls it early. */
function fromNow({ now }: Ports, pairing: Pairing): Pairing {
  return { ...pairing, nextPollAt: now() + pairing.intervalMs };
}

async function again(ports: Ports, pairing: Pairing, isUnreachable: boolean): Promise<null> {
  if (!(await ports.vault.changePairing(pairing))) return null;
  await showWaiting(ports, pairing, isUnreachable);
  ports.schedulePoll(pairing.nextPollAt);
  return null;
}

function isPerson({ role, seat }: Identity): boolean {
  return role === 'lead' || role === 'admin' || (role === 'recruiter' && seat !== null);
}

async function useTokens(ports: Ports, pairing: Pairing, tokens: Tokens): Promise<Ended | null> {
  const { server } = pairing;
  const answer = await ports.connectApi.me(server, tokens.accessToken);
  if (!answer.ok) {
    const isTemporary = answer.fault.code === 'offline' || answer.fault.code === 'unavailable';
    if (!isTemporary || isOver(pairing, ports.now())) return { code: answer.fault.code };
    return again(ports, fromNow(ports, pairing), true);
  }
  const credentials = { connection: tokens.connection, server, identity: answer.value };
  if (!isAllowedBy(await ports.readManaged(), credentials)) return { code: 'not_as_managed' };
  if (!isPerson(answer.value)) return { code: 'not_a_person' };
  const [before, spent] = await Promise.all([ports.vault.read(), ports.vault.tokens()]);
  if (!(await ports.vault.connect(pairing, credentials, tokens))) return null;
  await beginAs(ports, credentials);
  // The one before it is over, on its server too.
  if (before !== null && spent !== null) await endDevice(ports, before.server, spent);
  return 'connected';
}
