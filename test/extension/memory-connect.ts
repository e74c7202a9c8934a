import type { ApiFault, ApiOutcome } from '#extension/state/api-client.ts';
import type { ConnectApi } from '#extension/state/connect-api.ts';
import type { ConnectCode, ConnectTokenRequestJson, ConnectTokens } from '#shared/wire/connect.ts';
import type { Identity } from '#shared/wire/identity.ts';
import { SAMPLE_CREDENTIALS, SERVER } from '#test/extension/sample-credentials.ts';

/** Where an approval stands; `approved` fetches tokens once. */
export type Approval = 'pending' | 'approved' | 'slow_down' | 'denied' | 'expired';

/** What a refresh token is good for after it was exchanged, should the answer be lost. */
const GRACE_MS = 60_000;
const ACCESS_SECONDS = 900;

type Device = {
  access: string;
  accessEndsAt: number;
  refresh: string;
  previous: string | null;
  rotatedAt: number;
  isEnded: boolean;
};

const PROBLEMS = {
  pending: 'approval_pending',
  slow_down: 'slow_down',
  denied: 'approval_denied',
  expired: 'approval_expired',
} as const;

function refused<Value>(code: string, status = 400): ApiOutcome<Value> {
  const problem = { type: 'about:blank', title: code, status, code, detail: code };
  return { ok: false, fault: { code: 'refused', problem } };
}

/** The part of a server that connects devices: rotation, grace and the end of a stolen token. */
export class MemoryConnect {
  approval: Approval = 'approved';
  identity: Identity = { ...SAMPLE_CREDENTIALS.identity, recipientKey: 'a2V5' };
  code: ConnectCode = {
    deviceCode: 'the-device-code-of-one',
    userCode: 'BCDF-GHJK',
    verificationUrl: `${SERVER}/connect?code=BCDF-GHJK`,
    expiresInSeconds: 600,
    intervalSeconds: 5,
  };
  readonly devices: Device[] = [];
  /** Every request, in order. */
  readonly asked: string[] = [];
  /** In the way of every request: null lets it through. */
  fault: () => ApiFault | null = () => null;
  /** Carries a request out and loses its answer. */
  losesAnswers = false;
  readonly #now: () => number;
  #made = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  readonly api: ConnectApi = {
    requestCode: () => this.#answer('code', () => ({ ok: true, value: this.code })),
    fetchTokens: (_server, grant) => this.#answer(grant.grant, () => this.#fetchTokens(grant)),
    me: (_server, token) =>
      this.#answer('me', () =>
        this.takes(token)
          ? { ok: true, value: this.identity }
          : { ok: false, fault: { code: 'signed_out' } },
      ),
    end: (_server, token) =>
      this.#answer('end', () => {
        const device = this.devices.find(({ access }) => access === token);
        if (device === undefined || !this.takes(token)) {
          return { ok: false, fault: { code: 'signed_out' } };
        }
        device.isEnded = true;
        return { ok: true, value: null };
      }),
  };

  /** True for an access token that is good now. */
  takes(token: string): boolean {
    const device = this.devices.find(({ access }) => access === token);
    return device !== undefined && !device.isEnded && this.#now() < device.accessEndsAt;
  }

  #fetchTokens(grant: ConnectTokenRequestJson): ApiOutcome<ConnectTokens> {
    if (grant.grant === 'refresh') return this.#refresh(grant.refreshToken);
    if (this.approval !== 'approved') return refused(PROBLEMS[this.approval]);
    this.approval = 'expired';
    const device: Device = { ...this.#fresh(), previous: null, isEnded: false };
    this.devices.push(device);
    return this.#tokensOf(device);
  }

  #refresh(token: string): ApiOutcome<ConnectTokens> {
    const device = this.devices.find(({ refresh, previous }) =>
      [refresh, previous].includes(token),
    );
    // One that was exchanged longer ago names its device no more; the device is found by its family.
    const of = device ?? this.devices.find(({ refresh }) => isOfFamily(refresh, token));
    if (of === undefined || of.isEnded) return refused('token_unknown', 401);
    const isCurrent = of.refresh === token;
    const isInGrace = of.previous === token && this.#now() - of.rotatedAt <= GRACE_MS;
    if (!isCurrent && !isInGrace) {
      of.isEnded = true;
      return refused('token_unknown', 401);
    }
    const rotatedAt = isCurrent ? this.#now() : of.rotatedAt;
    Object.assign(of, this.#fresh(familyOf(token)), { previous: token, rotatedAt });
    return this.#tokensOf(of);
  }

  #fresh(family = `family-${this.devices.length}`) {
    this.#made += 1;
    return {
      access: `access-token-number-${this.#made}`,
      accessEndsAt: this.#now() + ACCESS_SECONDS * 1000,
      refresh: `refresh.${family}.number-${this.#made}`,
      rotatedAt: this.#now(),
    };
  }

  #tokensOf({ access, refresh }: Device): ApiOutcome<ConnectTokens> {
    const value = {
      accessToken: access,
      accessExpiresInSeconds: ACCESS_SECONDS,
      refreshToken: refresh,
    };
    return { ok: true, value };
  }

  async #answer<Value>(name: string, work: () => ApiOutcome<Value>): Promise<ApiOutcome<Value>> {
    this.asked.push(name);
    await Promise.resolve();
    const fault = this.fault();
    if (fault !== null && !this.losesAnswers) return { ok: false, fault };
    const outcome = work();
    return fault === null ? outcome : { ok: false, fault };
  }
}

function familyOf(refreshToken: string): string {
  return refreshToken.split('.')[1] ?? '';
}

function isOfFamily(one: string, other: string): boolean {
  return familyOf(one) === familyOf(other);
}
