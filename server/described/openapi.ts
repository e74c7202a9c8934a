import { z } from 'zod';
import { PROBLEMS, type ProblemCode } from '#server/http/problems.ts';
import { problemsOf, type Description, type NamedSchema } from '#server/http/route.ts';
import { instant } from '#shared/wire/instant.ts';
import { problemSchema } from '#shared/wire/problem.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;
type Json = Record<string, unknown>;

/** The document as far as others read it; it says more. */
export type OpenApi = {
  openapi: '3.1.0';
  paths: Record<string, Record<string, Json>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Json };
} & Json;

const SCHEMAS = '#/components/schemas/';

const PROBLEM: NamedSchema = { name: 'Problem', schema: problemSchema };
const INSTANT: NamedSchema = { name: 'Instant', schema: instant };

export function schemasOf({ body, answer }: Description): NamedSchema[] {
  return [...(body === undefined ? [] : [body]), ...('schema' in answer ? [answer] : [])];
}

/**
 * The schemas as they are on the wire: of a codec the side that is written out, which is what goes
 * in when reading it.
 */
function componentsFor(routes: readonly Description[]): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const { name, schema } of [INSTANT, PROBLEM, ...routes.flatMap(schemasOf)]) {
    registry.add(schema, { id: name });
  }
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => SCHEMAS + id,
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === instant) {
        jsonSchema.format = 'date-time';
        jsonSchema.description = 'ISO 8601 in UTC, such as 2026-01-05T09:00:00.000Z.';
      }
      // The largest integer that JavaScript counts by ones is no rule of ours.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema: _dialect, $id: _address, ...rest } = schema;
      return [name, rest];
    }),
  );
}

const refTo = (name: string): Json => ({ $ref: SCHEMAS + name });

function problemAnswers(route: Description): Json {
  const byStatus = Map.groupBy(problemsOf(route), (code: ProblemCode) => PROBLEMS[code].status);
  const answers = [...byStatus].map(([status, codes]) => {
    const narrowed = { type: 'object', properties: { code: { type: 'string', enum: codes } } };
    const schema = { allOf: [refTo('Problem'), narrowed] };
    const description = codes.map((code) => `${code}: ${PROBLEMS[code].title}`).join(' ');
    return [status, { description, content: { 'application/problem+json': { schema } } }];
  });
  return Object.fromEntries(answers);
}

function answersOf(route: Description): Json {
  const { answer, example, otherwise, isConditional } = route;
  const schema = 'schema' in answer ? refTo(answer.name) : { type: 'string' };
  const shown = 'whole' in example.answer ? { example: example.answer.whole } : {};
  const requestId = { description: 'Finds the request in the log.', schema: { type: 'string' } };
  const tag = { description: 'Which answer this is.', schema: { type: 'string' } };
  return {
    ...problemAnswers(route),
    200: {
      description: route.summary,
      headers: { 'X-Request-Id': requestId, ...(isConditional === true ? { ETag: tag } : {}) },
      content: { [answer.type]: { schema, ...shown } },
    },
    ...(isConditional === true
      ? { 304: { description: 'Nothing but the time has changed since the answer named.' } }
      : {}),
    ...(otherwise === undefined
      ? {}
      : {
          [otherwise.status]: {
            description: otherwise.when,
            content: { [answer.type]: { schema } },
          },
        }),
  };
}

/** The path as people write it: its parts that vary in braces. */
export function templateOf({ path }: Description): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

function parametersOf({ path, query = {}, isConditional }: Description): Json[] {
  const parts = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const inPath = parts.map((name) => ({ name, in: 'path', required: true }));
  const inQuery = Object.entries(query).map(([name, description]) => ({
    name,
    in: 'query',
    description,
  }));
  const header = { name: 'If-None-Match', in: 'header', description: 'The ETag of an answer.' };
  const all = [...inPath, ...inQuery, ...(isConditional === true ? [header] : [])];
  return all.map((parameter) => ({ ...parameter, schema: { type: 'string' } }));
}

const WHO = {
  anyone: 'Anyone may call.',
  operator: 'For the operator: from the machine itself, or with OPERATOR_TOKEN.',
};

function securityOf(callers: Description['callers']): Json[] {
  if (callers === 'anyone') return [];
  return callers === 'operator' ? [{}, { operator: [] }] : [{ device: [] }];
}

function operationOf(route: Description): Json {
  const { name, summary, details, callers, body, example } = route;
  const may = typeof callers === 'string' ? WHO[callers] : `For: ${callers.join(', ')}.`;
  const sent = body === undefined ? {} : { schema: refTo(body.name), example: example.body };
  return {
    operationId: name,
    summary,
    description: details === undefined ? may : `${may} ${details}`,
    'x-callers': callers,
    security: securityOf(callers),
    parameters: parametersOf(route),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': sent } } }),
    responses: answersOf(route),
  };
}

/** Everything that the routes declare, as OpenAPI 3.1. */
export function openApiOf(routes: readonly Description[]): OpenApi {
  const paths: OpenApi['paths'] = {};
  for (const route of routes) {
    const path = templateOf(route);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Good Standing',
      version: '1',
      description: 'Keeps the seats of a LinkedIn Recruiter contract in good standing.',
    },
    paths,
    components: {
      schemas: componentsFor(routes),
      securitySchemes: {
        device: { type: 'http', scheme: 'bearer', description: 'Of a device, or a feed’s key.' },
        operator: { type: 'http', scheme: 'bearer', description: 'The server’s OPERATOR_TOKEN.' },
      },
    },
  };
}
