import { createContract } from '#server/contracts/contracts.ts';
import { composeSeats } from '#server/contracts/seats.ts';
import { createFeedKey } from '#server/identity/invite.ts';
import { newKey } from '#server/identity/token.ts';
import { writeLedger, type LedgerContext } from '#server/ledger/ledger.ts';
import { putIntoTeams } from '#server/teams/teams.ts';
import { formatInstant, type Instant } from '#shared/policy/instant.ts';

/** As many as fit a request, with room for the answers of the last seat in it. */
const EVENTS_A_REQUEST = 850;
const SEATS_A_TEAM = 250;

export type SendsOf = (seat: number) => { sent: number; accepted: number };

const idOf = (seat: number): string => `seat-${seat}`;

export async function createLargeContract(ledger: LedgerContext): Promise<string> {
  const plain = { name: 'Bench', profile: 'inmail-2014', source: 'feed' } as const;
  const { id } = await createContract(ledger, { ...plain, relationshipManager: null }, newKey);
  return id;
}

/** Seats 1, 2 and so on, with a holder and a team each. */
export async function addSeats(ledger: LedgerContext, contract: string, count: number) {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  await writeLedger(ledger, contract, async (writing) => {
    const seats = numbers.map((seat) => ({ id: idOf(seat), holder: `Holder ${seat}` }));
    const events = await composeSeats(writing, seats, newKey);
    const { now: at, by } = writing;
    const making = { contractId: contract, at, by, newId: newKey };
    const teamOf = (seat: number): string => `Team ${Math.ceil(seat / SEATS_A_TEAM)}`;
    const teams = numbers.map((seat) => ({ seat: idOf(seat), team: teamOf(seat) }));
    await putIntoTeams(writing.tx, making, teams);
    return { events, result: null };
  });
}

/** What a feed tells of one instant, a request at a time. */
function* requestsOf(at: Instant, seats: number, sendsOf: SendsOf): Generator<object[]> {
  let events: object[] = [];
  const plain = { at: formatInstant(at), mode: 'bulk' };
  for (let number = 1; number <= seats; number += 1) {
    const { sent, accepted } = sendsOf(number);
    const seat = idOf(number);
    for (let index = 0; index < sent; index += 1) {
      const inmail = `${at}-${number}-${index}`;
      events.push({ ...plain, id: `${inmail}-s`, type: 'inmail.sent', seat, inmail });
      if (index >= accepted) continue;
      const answer = { id: `${inmail}-r`, type: 'inmail.responded', inmail, outcome: 'accepted' };
      events.push({ at: plain.at, ...answer });
    }
    if (events.length > EVENTS_A_REQUEST) {
      yield events;
      events = [];
    }
  }
  if (events.length > 0) yield events;
}

/** Tells the API of a day over HTTP. @returns how many events it was told. */
export async function feed(
  url: string,
  key: string,
  of: { at: Instant; seats: number; sendsOf: SendsOf },
): Promise<number> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  let count = 0;
  for (const events of requestsOf(of.at, of.seats, of.sendsOf)) {
    const body = JSON.stringify({ events });
    const answer = await fetch(`${url}/v1/events`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    count += events.length;
  }
  return count;
}

export async function feedKey(ledger: LedgerContext, contract: string): Promise<string> {
  return (await createFeedKey(ledger, contract, 'Feed')).key;
}
