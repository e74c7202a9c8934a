import type { RefusedEvent } from '#shared/wire/events.ts';

/** Why one event of a batch is not kept, in words. The codes are stable: programs go by them. */
const REFUSALS = {
  malformed: 'The event cannot be read.',
  not_allowed: 'This token may not report such an event, or not for this seat.',
  not_the_source: "The contract's ledger is kept by another source.",
  partial_evidence:
    "The overlay's evidence is partial: to enforce on it has to be accepted for the contract first.",
  term_loosened: 'A contract may tighten a term of its profile, not loosen it.',
  contract_foreign: 'It names another contract than the one that the token is of.',
  seat_unknown: 'The contract has no such seat.',
  no_longer_kept: 'It is older than what is kept of this seat.',
  from_the_future: 'It would have happened more than 5 minutes from now.',
  id_conflict: 'Another event with this id came first.',
  inmail_conflict: 'The InMail was sent before, by another event.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** An event's refusal, still without its place in the batch. */
export type Refusal = { code: RefusalCode; field: string; detail: string };

export function refusal(
  code: RefusalCode,
  field: string,
  detail: string = REFUSALS[code],
): Refusal {
  return { code, field, detail };
}

export function refusedEvent(raw: unknown, index: number, refused: Refusal): RefusedEvent {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : '';
  return { id: typeof id === 'string' ? id : '', index, ...refused };
}
