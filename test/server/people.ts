import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import { hashPassword } from 'better-auth/crypto';
import { acceptAs, acceptWithPassword } from '#server/identity/accept.ts';
import { issueTokens, UNUSED_DAYS } from '#server/identity/connect.ts';
import { findPersonByEmail } from '#server/identity/person-store.ts';
import { invitePerson, type Invited } from '#server/identity/invite.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';
import {
  connectCodeSchema,
  connectTokensSchema,
  type ConnectTokens,
} from '#shared/wire/connect.ts';
import type { Role } from '#shared/wire/identity.ts';

/** Long enough for the rules; nothing here is anybody's. */
export const PASSWORD = 'a sentence that nobody else has';

/** Settles what a device asks, at the address that it was told. */
export type Approve = (verificationUrl: string) => Promise<void>;

/** What a person is in a contract, as the approval page offers it. */
export type PlaceWanted = { role: Exclude<Role, 'feed'>; seat?: string; contract?: string };

type Form = Record<string, string>;

/** A person at a browser, who follows links and sends forms to one server. */
export class TestPerson {
  readonly #urlOf: () => string;
  readonly #cookies = new Map<string, string>();

  /** @param urlOf tells the server's address, which changes when it starts anew. */
  constructor(urlOf: () => string) {
    this.#urlOf = urlOf;
  }

  get #url(): string {
    return this.#urlOf();
  }

  get cookie(): string {
    return [...this.#cookies].map((pair) => pair.join('=')).join('; ');
  }

  open(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#ask(path, { headers });
  }

  send(path: string, form: Form, headers: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams(form);
    return this.#ask(path, { method: 'POST', body, headers: { origin: this.#url, ...headers } });
  }

  async #ask(path: string, init: RequestInit) {
    const headers = new Headers(init.headers);
    headers.set('cookie', this.cookie);
    const answer = await fetch(new URL(path, this.#url), { ...init, headers, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }

  /** As somebody new, who chooses a password; or as who is signed in already. */
  async accept(link: string, password = PASSWORD): Promise<void> {
    const form = { name: 'Robin Ellery', password, again: password };
    const answer = await this.send(link, form);
    if (answer.status !== 303) throw new Error(`${link}: ${answer.status} ${await answer.text()}`);
  }

  signIn(email: string, password = PASSWORD): Promise<Response> {
    return this.send('/sign-in', { email, password });
  }

  /** Opens the approval page, compares nothing, and chooses. */
  async settle(
    verificationUrl: string,
    wanted: PlaceWanted | null,
    decision: 'approve' | 'deny' = 'approve',
  ): Promise<Response> {
    const page = await (await this.open(verificationUrl)).text();
    const [, code = ''] = /name="code" value="(\w+)"/.exec(page) ?? [];
    const places = [...page.matchAll(/name="place"\s+value="([^"]*)"/g)].map(([, value = '']) =>
      value.replaceAll('&quot;', '"'),
    );
    const place = places.find((each) => wanted !== null && isWanted(each, wanted));
    const form = { code, decision, ...(place === undefined ? {} : { place }) };
    return this.send('/connect', form);
  }

  /** Approves whatever a device asks of the address, as this. */
  approverOf(wanted: PlaceWanted): Approve {
    return async (verificationUrl) => {
      const settled = await this.settle(verificationUrl, wanted);
      if (settled.status !== 200) throw new Error(`${settled.status} ${await settled.text()}`);
    };
  }

  /** Connects a device as the extension does, and approves it. */
  async connect(wanted: PlaceWanted, device = 'Chromium on Linux'): Promise<ConnectTokens> {
    const code = connectCodeSchema.parse(await post(this.#url, '/v1/connect/code', { device }));
    await this.approverOf(wanted)(code.verificationUrl);
    return tokensFrom(this.#url, { grant: 'device_code', deviceCode: code.deviceCode });
  }
}

function isWanted(key: string, { role, seat, contract }: PlaceWanted): boolean {
  const read: unknown = JSON.parse(key);
  const [ofContract, ofRole, ofSeat] = Array.isArray(read) ? read.map(String) : [];
  if (contract !== undefined && contract !== ofContract) return false;
  return ofRole === role && (seat === undefined || seat === ofSeat);
}

/** @throws for any answer but a good one. */
async function post(url: string, path: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}

export async function tokensFrom(url: string, grant: unknown): Promise<ConnectTokens> {
  return connectTokensSchema.parse(await post(url, '/v1/connect/token', grant));
}

/** The address of the one person who is everything in a contract. */
export function everyoneOf(contract: string): string {
  return `everyone@${contract}.example`;
}

/** What an operator does, and the person then; answered with what the approval page offers now. */
export async function become(
  ledger: LedgerContext,
  person: TestPerson,
  contract: string,
  to: Exclude<Invited, { role: null }>,
): Promise<PlaceWanted> {
  const email = everyoneOf(contract);
  const { token } = await invitePerson(ledger, contract, { email, name: 'Everyone', to });
  await person.accept(`/invite/${token}`);
  const seat = to.role === 'recruiter' ? { seat: to.seat } : {};
  return { role: to.role, contract, ...seat };
}

/** Hashing is slow for a reason, and nobody's here. */
let hashed: Promise<string> | null = null;
const auth = { hashPassword: () => (hashed ??= hashPassword(PASSWORD)) };

/**
 * The same without their browser, and the tokens of a device that they connect. It is what most
 * tests begin with, and so is done straight; those about people and pages open the pages.
 */
export async function join(
  ledger: LedgerContext,
  contractId: string,
  to: Exclude<Invited, { role: null }>,
): Promise<ConnectTokens> {
  const email = everyoneOf(contractId);
  const { token } = await invitePerson(ledger, contractId, { email, name: 'Everyone', to });
  const known = await ledger.database.read((reader) => findPersonByEmail(reader, email));
  if (known !== null) await acceptAs(ledger, token, known);
  const chosen = { name: 'Robin Ellery', password: PASSWORD };
  const person = known ?? (await acceptWithPassword({ ...ledger, auth }, token, chosen));
  const seatId = to.role === 'recruiter' ? to.seat : null;
  const approval = { contractId, role: to.role, seatId, deviceName: 'Chromium on Linux' };
  const tokens = await issueTokens(ledger, person?.id ?? '', approval);
  if (tokens === null) throw new Error(`Nobody is ${to.role} in ${contractId}.`);
  return tokens;
}

/**
 * A device that connects when it is first used, and anew after it was not used for so long that it was
 * ended; it refreshes its token when the clock is past it.
 */
export class TestDevice {
  readonly #connect: () => Promise<ConnectTokens>;
  readonly #now: () => Instant;
  #tokens: Promise<ConnectTokens> | null = null;
  #refreshAt: Instant = Infinity;
  #endsAt: Instant = -Infinity;

  constructor(connect: () => Promise<ConnectTokens>, now: () => Instant) {
    this.#connect = connect;
    this.#now = now;
  }

  async bearer(url: string): Promise<string> {
    const now = this.#now();
    if (this.#tokens === null || now > this.#endsAt) this.#tokens = this.#dated(this.#connect());
    else if (now >= this.#refreshAt) {
      // Once for all that ask at the same time. A device that has ended keeps the token it had.
      this.#refreshAt = Infinity;
      this.#tokens = this.#tokens.then((kept) => this.#refreshed(url, kept));
    }
    return (await this.#tokens).accessToken;
  }

  #refreshed(url: string, kept: ConnectTokens): Promise<ConnectTokens> {
    const grant = { grant: 'refresh', refreshToken: kept.refreshToken };
    return this.#dated(tokensFrom(url, grant)).catch(() => kept);
  }

  async #dated(asked: Promise<ConnectTokens>): Promise<ConnectTokens> {
    const now = this.#now();
    this.#endsAt = now + UNUSED_DAYS * DAY_MS;
    const tokens = await asked;
    this.#refreshAt = now + tokens.accessExpiresInSeconds * 1000;
    return tokens;
  }
}
