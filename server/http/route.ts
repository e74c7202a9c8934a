import type { Handler, Hono, MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import type { z } from 'zod';
import type { Readiness } from '#server/health/readiness.ts';
import { Fault, PROBLEMS, type ProblemCode } from '#server/http/problems.ts';
import { operatorOnly } from '#server/http/operator.ts';
import type { RequestEnv } from '#server/http/requests.ts';
import type { IdentityServices } from '#server/identity/services.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';
import type { Metrics } from '#server/metrics/metrics.ts';
import type { Fleets } from '#server/team/fleets.ts';
import type { Role } from '#shared/wire/identity.ts';

/** What routes answer from. */
export type Services = Readonly<{
  /** Who writes is only known once somebody calls: `actingFor` adds it. */
  ledger: Omit<LedgerContext, 'by'>;
  metrics: Metrics;
  readiness: Readiness;
  fleets: Fleets;
  identity: IdentityServices;
  /** Whether webhooks may lead into the network. */
  allowsPrivateWebhooks: boolean;
  /** All of them, for those that describe the others. */
  routes: readonly Route[];
}>;

/** A schema of the wire, by the name that the description gives it. */
export type NamedSchema = { name: string; schema: z.ZodType };

type JsonAnswer = NamedSchema & { type: 'application/json' };
type TextAnswer = { type: 'text/plain' | 'text/html' | 'text/csv' | 'application/x-ndjson' };

/** A call that a test makes as it stands here, and what comes back. */
type Example = {
  as?: Role;
  /** Where the pattern has parts that vary. */
  path?: string;
  body?: unknown;
  /** The whole answer as JSON; of a long document or of text, a piece of it. */
  answer: { whole: unknown } | { piece: string };
};

/** All that can be said of a route without running it. */
export type Description<Path extends string = string> = Readonly<{
  /** What programs made from the description call it. */
  name: string;
  method: 'GET' | 'POST';
  path: Path;
  /** What may follow the path after a question mark, each with what it says. */
  query?: Readonly<Record<string, string>>;
  /** In one line. */
  summary: string;
  /** What a caller has to know beside the fields. */
  details?: string;
  /** The operator has no role in a contract, and sees what is of all of them. */
  callers: readonly Role[] | 'anyone' | 'operator';
  body?: NamedSchema;
  answer: JsonAnswer | TextAnswer;
  /** An answer that is not changed costs no body when the caller says which one it has. */
  isConditional?: boolean;
  /** An answer of many kilobytes goes out packed, to whom that takes it so. */
  isLarge?: boolean;
  /** The same schema, as an answer by which a caller can tell that something is wrong. */
  otherwise?: { status: 503; when: string };
  /** Those that the route itself can answer with; what all routes share is added to them. */
  problems: readonly ProblemCode[];
  example: Example;
}>;

export type Route = Description & {
  mount(app: Hono<RequestEnv>, services: Services, known: MiddlewareHandler<RequestEnv>): void;
};

function allowed(callers: readonly Role[]): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const { role } = c.get('caller');
    if (!callers.includes(role)) {
      throw new Fault('not_allowed', `This is for a ${callers.join(' or a ')}, not for a ${role}.`);
    }
    await next();
  };
}

/**
 * The one way to declare a route: who may call it is held to here, so that the description cannot
 * promise anything else.
 */
export function route<Path extends string>(
  description: Description<Path>,
  serve: (services: Services) => Handler<RequestEnv, Path>,
): Route {
  const { method, path, callers, isLarge } = description;
  return {
    ...description,
    mount(app, services, known) {
      if (isLarge === true) app.on(method, path, compress());
      const { addressOf, operatorToken } = services.identity;
      if (callers === 'anyone') app.on(method, path, serve(services));
      else if (callers === 'operator') {
        app.on(method, path, operatorOnly(addressOf, operatorToken), serve(services));
      } else app.on(method, path, known, allowed(callers), serve(services));
    },
  };
}

/** Every problem that a call can be answered with. */
export function problemsOf({ path, callers, body, problems }: Description): readonly ProblemCode[] {
  const all = new Set<ProblemCode>(problems);
  if (callers === 'operator') all.add('token_missing').add('token_unknown');
  else if (callers !== 'anyone') {
    for (const code of ['token_missing', 'token_unknown', 'token_expired', 'not_allowed'] as const)
      all.add(code);
    for (const code of ['busy', 'storage_failed', 'database_damaged'] as const) all.add(code);
  }
  if (body !== undefined) {
    for (const code of ['not_json', 'field_invalid', 'body_too_large'] as const) all.add(code);
    all.add('storage_full');
  }
  if (!path.startsWith('/health')) all.add('too_many_requests');
  return [...all.add('internal').add('took_too_long')].sort(
    (one, other) => PROBLEMS[one].status - PROBLEMS[other].status,
  );
}
