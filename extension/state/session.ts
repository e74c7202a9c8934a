import type { ApiFault, ApiOutcome, ApiTarget } from '#extension/state/api-client.ts';
import type { ConnectApi } from '#extension/state/connect-api.ts';
import type { Tokens } from '#extension/state/credentials.ts';
import { tokensOf } from '#extension/state/pairing.ts';
import type { Vault } from '#extension/state/vault.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** Lends each request a token that is good, as far as is known. */
export type Session = {
  /**
   * @param send is called a second time, with a fresh token, where the first was not good any more.
   * @returns `signed_out` when, and only when, the server says that the refresh token is unknown,
   *   or when the connection ended meanwhile.
   */
  withToken<Value>(
    target: ApiTarget,
    send: (token: string) => Promise<ApiOutcome<Value>>,
  ): Promise<ApiOutcome<Value>>;
  /**
   * Asks again for tokens whose answer was lost, whoever this browser speaks for and whether or not
   * anything is to be fetched with them. Only for when a wake that was scheduled is due: an answer
   * that was kept has called it off.
   */
  resume(): Promise<void>;
};

export type SessionMeans = {
  vault: Pick<Vault, 'read' | 'tokens' | 'exchangeTokens'>;
  connectApi: Pick<ConnectApi, 'fetchTokens'>;
  /** This machine's clock. */
  now: () => Instant;
  /** Has `resume` called at that instant, even if the worker is stopped before, or never again. */
  scheduleWake: (at: Instant | null) => void;
};

/** Fetched so long before the end, so that no request is under way when it comes. */
const EARLY_MS = 60_000;
/**
 * A refresh token whose answer was lost is good for another minute: a worker that is stopped between
 * the answer and the keeping of it is woken in time to ask again.
 */
const ASK_AGAIN_AFTER_MS = 30_000;

type Refreshed = { ok: true; tokens: Tokens } | { ok: false; fault: ApiFault };

const SIGNED_OUT: { ok: false; fault: ApiFault } = { ok: false, fault: { code: 'signed_out' } };

export function createSession(means: SessionMeans): Session {
  let refreshing: Promise<Refreshed> | null = null;
  // One at a time, whoever asks: a refresh token works once.
  const refresh = (target: ApiTarget, spent: Tokens): Promise<Refreshed> => {
    refreshing ??= refreshTokens(means, target, spent).finally(() => {
      refreshing = null;
    });
    return refreshing;
  };
  const goodTokens = async (target: ApiTarget): Promise<Refreshed> => {
    const kept = await means.vault.tokens();
    if (kept === null || kept.connection !== target.connection) return SIGNED_OUT;
    if (means.now() < kept.accessEndsAt - EARLY_MS) return { ok: true, tokens: kept };
    const refreshed = await refresh(target, kept);
    // What is still good for a moment is used where no other is to be had.
    const isStillGood = means.now() < kept.accessEndsAt;
    const isOver = !refreshed.ok && refreshed.fault.code === 'signed_out';
    return refreshed.ok || isOver || !isStillGood ? refreshed : { ok: true, tokens: kept };
  };
  return {
    async withToken(target, send) {
      const first = await goodTokens(target);
      if (!first.ok) return first;
      const answer = await send(first.tokens.accessToken);
      if (answer.ok || answer.fault.code !== 'signed_out') return answer;
      const second = await refresh(target, first.tokens);
      if (!second.ok) return second;
      const again = await send(second.tokens.accessToken);
      const isRefusedAgain = !again.ok && again.fault.code === 'signed_out';
      // A server that gives tokens and does not take them is one that does not work.
      return isRefusedAgain ? { ok: false, fault: { code: 'unavailable', status: 401 } } : again;
    },
    async resume() {
      const { vault, scheduleWake } = means;
      const [credentials, kept] = await Promise.all([vault.read(), vault.tokens()]);
      if (credentials !== null && kept !== null) await refresh(credentials, kept);
      // Once, as the minute in which it helps is over by the next time.
      scheduleWake(null);
    },
  };
}

async function refreshTokens(
  means: SessionMeans,
  target: ApiTarget,
  spent: Tokens,
): Promise<Refreshed> {
  const { vault, now, scheduleWake } = means;
  const kept = await vault.tokens();
  if (kept === null || kept.connection !== target.connection) return SIGNED_OUT;
  // Somebody else's refresh was faster.
  if (kept.accessToken !== spent.accessToken) return { ok: true, tokens: kept };
  scheduleWake(now() + ASK_AGAIN_AFTER_MS);
  const refreshed = await exchange(means, target, kept);
  // What is kept, or over, is not asked for again.
  if (refreshed.ok || refreshed.fault.code === 'signed_out') scheduleWake(null);
  return refreshed;
}

async function exchange(
  { vault, connectApi, now }: SessionMeans,
  { server, connection }: ApiTarget,
  kept: Tokens,
): Promise<Refreshed> {
  const answer = await connectApi.fetchTokens(server, {
    grant: 'refresh',
    refreshToken: kept.refreshToken,
  });
  if (!answer.ok) {
    const fault = faultOfRefresh(answer.fault);
    // They are good for nothing any more: nobody need keep them, or ask with them again.
    if (fault.code === 'signed_out') await vault.exchangeTokens(kept, null);
    return { ok: false, fault };
  }
  const fresh = tokensOf(answer.value, { connection, now: now() });
  if (fresh === null) return { ok: false, fault: { code: 'malformed', status: 200 } };
  return (await vault.exchangeTokens(kept, fresh)) ? { ok: true, tokens: fresh } : SIGNED_OUT;
}

/** Only one refusal ends a connection; whatever else a server says, it is asked again later. */
function faultOfRefresh(fault: ApiFault): ApiFault {
  if (fault.code !== 'refused') return fault;
  return fault.problem.code === 'token_unknown'
    ? { code: 'signed_out' }
    : { code: 'unavailable', status: fault.problem.status };
}
