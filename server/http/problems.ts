import { z } from 'zod';
import { problemSchema } from '#shared/wire/problem.ts';

type Words = {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 429 | 500 | 503 | 507;
  title: string;
};

/** Every fault that the API answers with, in words. The codes are stable: programs go by them. */
export const PROBLEMS = {
  not_json: { status: 400, title: 'The body is not JSON.' },
  field_invalid: { status: 400, title: 'A field is missing or does not fit.' },
  token_missing: { status: 401, title: 'The request carries no token.' },
  approval_pending: { status: 400, title: 'Nobody has approved the device yet.' },
  slow_down: { status: 400, title: 'The device asks too often; wait longer between attempts.' },
  approval_denied: { status: 400, title: 'The device was not approved.' },
  approval_expired: { status: 400, title: 'The code is not good any more; ask for another.' },
  token_unknown: { status: 401, title: 'The token is not known, or not any more.' },
  token_expired: { status: 401, title: 'The token has expired; refresh it.' },
  not_allowed: { status: 403, title: 'The token may not do this.' },
  route_unknown: { status: 404, title: 'There is nothing at this address.' },
  device_unknown: { status: 404, title: 'There is no such device.' },
  seat_unknown: { status: 404, title: 'The contract has no such seat.' },
  webhook_unknown: { status: 404, title: 'There is no such endpoint.' },
  review_unknown: { status: 404, title: 'There is no such review.' },
  never_checked: { status: 404, title: 'The seat was not checked by then.' },
  already_holder: { status: 409, title: 'The seat is held by this holder already.' },
  id_conflict: { status: 409, title: 'The id was used before, for something else.' },
  review_open: { status: 409, title: 'A review of the seat waits to be decided already.' },
  already_decided: { status: 409, title: 'The review was decided before, otherwise.' },
  partial_evidence: {
    status: 409,
    title: 'The overlay sees a part of it all: an admin has to accept to enforce on that.',
  },
  evidence_gone: { status: 410, title: 'What the check counted is not kept any more.' },
  body_too_large: { status: 413, title: 'The body is larger than 1 MB.' },
  too_many_requests: { status: 429, title: 'That was too often; try again later.' },
  internal: { status: 500, title: 'The server met a fault of its own.' },
  database_damaged: {
    status: 500,
    title: 'The database file is damaged; its operator must see to it.',
  },
  busy: { status: 503, title: 'The database is locked; try again shortly.' },
  took_too_long: {
    status: 503,
    title: 'The answer was not ready in time; what was sent may have been kept.',
  },
  storage_failed: { status: 503, title: 'The disk did not take it; try again shortly.' },
  storage_full: { status: 507, title: 'The disk is full; nothing of this was kept.' },
} as const satisfies Record<string, Words>;

export type ProblemCode = keyof typeof PROBLEMS;
export type ProblemStatus = (typeof PROBLEMS)[ProblemCode]['status'];

/** What is wrong with a request. Thrown where it is found, and answered in one place. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: ProblemCode;
  readonly field: string | undefined;
  /** When it is worth trying again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode,
    detail: string = PROBLEMS[code].title,
    field?: string,
    retryAfterSeconds?: number,
  ) {
    super(detail);
    this.code = code;
    this.field = field;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export function problemOf(
  fault: Fault,
  requestId: string,
): { status: ProblemStatus; body: unknown } {
  const { status, title } = PROBLEMS[fault.code];
  const body = z.encode(problemSchema, {
    type: `urn:good-standing:problem:${fault.code}`,
    title,
    status,
    code: fault.code,
    detail: fault.message,
    requestId,
    ...(fault.field === undefined ? {} : { field: fault.field }),
  });
  return { status, body };
}
