import { Fault } from '#server/http/problems.ts';
import type { Identity } from '#shared/wire/identity.ts';

/** Who calls, and how far they see. */
export type Caller = Identity & {
  /** Null for a feed. */
  personId: string | null;
  /** The seats that they may see: of a recruiter the own one, of a lead those of the teams. */
  seats: 'all' | ReadonlySet<string>;
};

/** Nobody learns of a seat that is not theirs to see, not even that there is none. */
export function maySee({ seats }: Pick<Caller, 'seats'>, seat: string): boolean {
  return seats === 'all' || seats.has(seat);
}

/** @throws Fault `not_allowed` */
export function requireMaySee(caller: Caller, seat: string): void {
  if (!maySee(caller, seat)) throw new Fault('not_allowed', 'The token may not see this seat.');
}
