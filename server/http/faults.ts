import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { loggable } from '#server/db/loggable.ts';
import { DatabaseFault } from '#server/db/faults.ts';
import { Fault, problemOf } from '#server/http/problems.ts';
import type { RequestEnv } from '#server/http/requests.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';

export function answerFault(c: Context<RequestEnv>, fault: Fault): Response {
  const { status, body } = problemOf(fault, c.get('requestId'));
  c.header('Content-Type', 'application/problem+json');
  if (status === 401) c.header('WWW-Authenticate', 'Bearer');
  const wait = fault.retryAfterSeconds ?? (status === 503 ? 1 : undefined);
  if (wait !== undefined) c.header('Retry-After', String(wait));
  return c.body(JSON.stringify(body), status);
}

/** The one place where what was thrown becomes an answer. */
export function faultHandler(log: Logger) {
  return (error: Error, c: Context<RequestEnv>): Response => {
    if (error instanceof Fault) return answerFault(c, error);
    // The only one that the framework throws by itself.
    if (error instanceof HTTPException) return answerFault(c, new Fault('took_too_long'));
    // The contract was removed while it was asked something, and its tokens with it.
    if (error instanceof ContractUnknown) return answerFault(c, new Fault('token_unknown'));
    const requestId = c.get('requestId');
    if (error instanceof DatabaseFault) {
      log.error({ requestId, fault: error.code }, 'database fault');
      return answerFault(c, new Fault(error.code));
    }
    log.error({ requestId, err: loggable(error) }, 'fault');
    return answerFault(c, new Fault('internal'));
  };
}
