import { Fault } from '#server/http/problems.ts';
import type { Identity } from '#shared/wire/identity.ts';

/** Leads look after a contract's seats; an admin may all that a lead may. */
export function leads({ role }: Identity): boolean {
  return role === 'lead' || role === 'admin';
}

/** A lead sees every seat of the contract, a recruiter the own one, a feed none. */
export function maySee(caller: Identity, seat: string): boolean {
  return leads(caller) || (caller.role === 'recruiter' && caller.seat === seat);
}

/** @throws Fault `not_allowed` */
export function requireMaySee(caller: Identity, seat: string): void {
  if (!maySee(caller, seat)) throw new Fault('not_allowed', 'The token may not see this seat.');
}
