import type { EventType } from '#shared/policy/events.ts';
import type { Role } from '#shared/wire/identity.ts';

/**
 * Which events a role may report: a recruiter for the own seat alone. An admin may all that a lead
 * may, and set terms. What is left to nobody is written by the server itself.
 */
export const WRITERS: Readonly<Record<EventType, readonly Role[]>> = {
  'inmail.sent': ['recruiter', 'feed'],
  'inmail.responded': ['feed'],
  'seat.transferred': ['lead', 'admin'],
  'standing.restored': ['lead', 'admin'],
  'notice.acknowledged': ['recruiter'],
  'mode.changed': ['lead', 'admin'],
  'terms.changed': ['admin'],
  'seat.opened': [],
};

export function mayWrite(role: Role, type: EventType): boolean {
  return WRITERS[type].includes(role);
}
