import type { Reader, Transaction } from '#server/db/database.ts';
import type { Auth } from '#server/identity/auth.ts';
import {
  endDevice,
  findFamily,
  insertDevice,
  rotateTokens,
  type DeviceRow,
} from '#server/identity/device-store.ts';
import { nameRequest, type Approval } from '#server/identity/device-request-store.ts';
import { findPlaces, type Place } from '#server/identity/place-store.ts';
import {
  familyOf,
  hashOfToken,
  newFamily,
  newRefreshToken,
  newToken,
} from '#server/identity/token.ts';
import { personActor, THE_SERVER } from '#server/ledger/author.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import type { ConnectTokens } from '#shared/wire/connect.ts';

const ACCESS_MS = 15 * 60_000;
/** A lost answer is asked for again within this time; a token that is used later was stolen. */
const GRACE_MS = 60_000;
/** A device that nobody has used for so long is connected anew. */
export const UNUSED_DAYS = 90;

type IssueContext = Pick<LedgerContext, 'database' | 'now' | 'newId'>;
export type ConnectContext = IssueContext & { auth: Auth };

export type TokensOutcome =
  | { ok: true; tokens: ConnectTokens }
  | {
      ok: false;
      code:
        | 'approval_pending'
        | 'slow_down'
        | 'approval_denied'
        | 'approval_expired'
        | 'token_unknown';
    };

const REFUSALS = {
  authorization_pending: 'approval_pending',
  slow_down: 'slow_down',
  access_denied: 'approval_denied',
  expired_token: 'approval_expired',
  // Used already, or never a code at all: which one is nobody's business.
  invalid_grant: 'approval_expired',
} as const;

/** A code for a device that asks to be connected. */
export async function requestCode({ database, auth }: ConnectContext, deviceName: string) {
  const code = await auth.requestCode();
  await database.write((tx) => nameRequest(tx, code.userCode, deviceName));
  return code;
}

type Made = { tokens: ConnectTokens; kept: Pick<DeviceRow, 'tokenHash' | 'tokenExpiresAt'> };

function newTokens(family: string, { now }: IssueContext): Made {
  const accessToken = newToken();
  return {
    tokens: {
      accessToken,
      accessExpiresInSeconds: ACCESS_MS / 1000,
      refreshToken: newRefreshToken(family),
    },
    kept: { tokenHash: hashOfToken(accessToken), tokenExpiresAt: now() + ACCESS_MS },
  };
}

export function isSamePlace(place: Place, { contractId, role, seatId }: Approval): boolean {
  return (
    place.contract.id === contractId && place.role === role && (place.seat?.id ?? null) === seatId
  );
}

async function isStillTheirs(
  reader: Reader,
  personId: string,
  approval: Approval,
): Promise<boolean> {
  return (await findPlaces(reader, personId)).some((place) => isSamePlace(place, approval));
}

/** Tokens for a device whose code a person has approved; the code is used up by that. */
export async function connectDevice(
  context: ConnectContext,
  deviceCode: string,
): Promise<TokensOutcome> {
  const redeemed = await context.auth.redeemCode(deviceCode);
  if (!redeemed.ok) return { ok: false, code: REFUSALS[redeemed.refusal] };
  const { personId, approval } = redeemed;
  if (approval === null) return { ok: false, code: 'approval_denied' };
  const tokens = await issueTokens(context, personId, approval);
  return tokens === null ? { ok: false, code: 'approval_denied' } : { ok: true, tokens };
}

/** Tokens for a new device of a person. Null where they are not that any more. */
export async function issueTokens(
  context: IssueContext,
  personId: string,
  approval: Approval,
): Promise<ConnectTokens | null> {
  const { contractId, role, seatId, deviceName: name } = approval;
  const family = newFamily();
  const { tokens, kept } = newTokens(family, context);
  const at = context.now();
  const isConnected = await context.database.write(async (tx) => {
    // The seat may have gone to another since.
    if (!(await isStillTheirs(tx, personId, approval))) return false;
    await insertDevice(tx, {
      ...kept,
      contractId,
      id: context.newId(),
      role,
      seatId,
      name,
      personId,
      createdAt: at,
      createdBy: personActor(personId),
      endedAt: null,
      endedBy: null,
      familyHash: hashOfToken(family),
      refreshHash: hashOfToken(tokens.refreshToken),
      previousRefreshHash: null,
      rotatedAt: at,
      lastSeenAt: at,
    });
    return true;
  });
  return isConnected ? tokens : null;
}

/** Whether a refresh token may be exchanged: it is the current one, or its answer was lost just now. */
function isGood(device: DeviceRow, refreshHash: string, now: Instant): boolean {
  if (now - (device.lastSeenAt ?? device.createdAt) > UNUSED_DAYS * DAY_MS) return false;
  if (device.refreshHash === refreshHash) return true;
  const isRecent = now - (device.rotatedAt ?? 0) <= GRACE_MS;
  return device.previousRefreshHash === refreshHash && isRecent;
}

async function exchange(
  tx: Transaction,
  device: DeviceRow,
  refreshHash: string,
  { made, now }: { made: Made; now: Instant },
): Promise<boolean> {
  if (!isGood(device, refreshHash, now)) {
    // Two have the same token, and one of them is not the device.
    await endDevice(tx, device.contractId, device.id, { at: now, by: THE_SERVER });
    return false;
  }
  const isCurrent = device.refreshHash === refreshHash;
  await rotateTokens(tx, device, {
    ...made.kept,
    refreshHash: hashOfToken(made.tokens.refreshToken),
    previousRefreshHash: refreshHash,
    rotatedAt: isCurrent ? now : device.rotatedAt,
    lastSeenAt: now,
  });
  return true;
}

/** New tokens in exchange for a refresh token; one that was exchanged before ends its device. */
export async function refreshDevice(
  context: ConnectContext,
  refreshToken: string,
): Promise<TokensOutcome> {
  const family = familyOf(refreshToken);
  if (family === null) return { ok: false, code: 'token_unknown' };
  const made = newTokens(family, context);
  const now = context.now();
  const isExchanged = await context.database.write(async (tx) => {
    const device = await findFamily(tx, hashOfToken(family));
    if (device === null) return false;
    return exchange(tx, device, hashOfToken(refreshToken), { made, now });
  });
  return isExchanged ? { ok: true, tokens: made.tokens } : { ok: false, code: 'token_unknown' };
}
