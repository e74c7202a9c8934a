import type { ApiOutcome } from '#extension/state/api-client.ts';
import { teamMessages, type TeamCalls } from '#extension/state/team-messages.ts';
import type { SeatList } from '#shared/wire/seats.ts';

type Of = Parameters<TeamCalls['seats']>[0];
type Outcome = ApiOutcome<SeatList>;

/** What a page asked for as it began is good for what it shows first, and for nothing later. */
const EARLY_MS = 2_000;

let early: { of: Of; at: number; outcome: Promise<Outcome> } | null = null;

/** A worker that was stopped while it asked has not answered. */
function ask(of: Of): Promise<Outcome> {
  return teamMessages
    .sendMessage('seats', of)
    .catch(() => ({ ok: false, fault: { code: 'offline' } }) as const);
}

/**
 * Asks before the page knows whom it is for: by the time that it does, the answer is under way. To
 * whom it is not for the worker gives none.
 */
export function askEarly(of: Of): void {
  early = { of, at: performance.now(), outcome: ask(of) };
}

/** A page of the list of a contract, as it is now or was asked for as this page began. */
export async function askForSeats(of: Of, contractId: string): Promise<Outcome> {
  const asked = early;
  early = null;
  const isIt = asked?.of.page === of.page && performance.now() - asked.at < EARLY_MS;
  const outcome = isIt ? await asked.outcome : null;
  const isGood = outcome?.ok === true && outcome.value.contract.id === contractId;
  return isGood ? outcome : ask(of);
}
