import { createHash } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openApiOf, templateOf } from '#server/described/openapi.ts';
import { problemsOf } from '#server/http/route.ts';
import { PAGES } from '#server/pages/pages.ts';
import { ROUTES } from '#server/routes.ts';
import { ROLES } from '#shared/wire/identity.ts';
import { exampleWorld } from '#test/server/example-world.ts';
import { TestServer } from '#test/server/harness.ts';

const named = ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const);

/** Every value of a document that stands under a key. */
function valuesOf(document: unknown, key: string): unknown[] {
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOf(value, key),
  ]);
}

function isThere(document: unknown, pointer: string): boolean {
  let place: unknown = document;
  for (const step of pointer.replace('#/', '').split('/')) {
    if (typeof place !== 'object' || place === null) return false;
    place = new Map<string, unknown>(Object.entries(place)).get(step);
  }
  return place !== undefined;
}

/** A schema of the document as others read it, made from nothing but the document. */
function schemaIn(document: unknown, name: string): z.ZodType {
  const components = z.object({
    components: z.object({ schemas: z.record(z.string(), z.json()) }),
  });
  const { schemas } = components.parse(document).components;
  const moved = JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: JSON.parse(moved) });
}

describe('the document', () => {
  test('is OpenAPI 3.1 by its own schema, and every reference leads somewhere', async () => {
    const server = await TestServer.start();
    const { status, body } = await server.ask('GET', '/openapi.json');
    expect(status).toBe(200);
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(JSON.stringify(body)))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    const refs = z.array(z.string()).parse(valuesOf(body, '$ref'));
    expect(refs.length).toBeGreaterThan(10);
    expect(refs.filter((ref) => !isThere(body, ref))).toEqual([]);
    const ids = valuesOf(body, 'operationId');
    expect(new Set(ids).size).toBe(ROUTES.length);
  });

  test('and the running app have the same routes', async () => {
    const { running } = await TestServer.start();
    const mounted = running.addresses.filter(({ path }) => path !== '/*');
    const inApp = new Set(mounted.map(({ method, path }) => `${method} ${path}`));
    // Whatever is answered is declared, with who may call: as a route, or as a page of people's.
    const pages = PAGES.map(({ method, path }) => `${method} ${path}`);
    expect([...inApp].sort()).toEqual([...named.map(([name]) => name), ...pages].sort());
    const { paths } = openApiOf(ROUTES);
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(
      ROUTES.map((route) => `${route.method} ${templateOf(route)}`).sort(),
    );
  });

  test('a schema that two routes name is one and the same', () => {
    const byName = new Map<string, unknown>();
    for (const { body, answer } of ROUTES) {
      for (const each of [body, 'schema' in answer ? answer : undefined]) {
        if (each === undefined) continue;
        expect(byName.get(each.name) ?? each.schema).toBe(each.schema);
        byName.set(each.name, each.schema);
      }
    }
  });
});

test('the page says of every route what it declares, and loads nothing', async () => {
  const server = await TestServer.start();
  const { status, headers, text } = await server.fetch('GET', '/docs');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(text) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = headers.get('content-security-policy');
  expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
  // An example may send an address; in quotes of its own it is a text, and leads nowhere.
  const said = text.replaceAll(/&quot;https:\/\/hooks\.example\.com[^&"<]*&quot;/g, '');
  expect(said).not.toMatch(/<(script|link|img|iframe)|\bsrc=|https?:\/\/|style="/);
  for (const route of ROUTES) {
    const { name, callers, body, answer } = route;
    const [, card = ''] = new RegExp(`id="${name}"([^]*?)</section>`).exec(text) ?? [];
    expect(card).toContain(`${route.method} ${templateOf(route)}`);
    expect(card).toContain(typeof callers === 'string' ? callers : callers.join(', '));
    for (const code of problemsOf(route)) expect(card).toContain(`<code>${code}</code>`);
    for (const each of [body, 'schema' in answer ? answer : undefined]) {
      if (each === undefined) continue;
      expect(card).toContain(`href="#schema-${each.name}"`);
      expect(text).toContain(`id="schema-${each.name}"`);
    }
  }
  expect(text).toContain('<code>gate.bulk.until</code>');
});

describe.each(named)('%s', (_name, route) => {
  const { method, path, callers, answer, example, body } = route;
  const address = example.path ?? path;

  test('answers its example', async () => {
    const server = await TestServer.start();
    const tokens = await exampleWorld(server);
    const token = example.as === undefined ? {} : { token: tokens[example.as] };
    const { body: document } = await server.ask('GET', '/openapi.json');
    if (body !== undefined) {
      body.schema.parse(example.body);
      schemaIn(document, body.name).parse(example.body);
    }
    const asked = body === undefined ? token : { ...token, body: example.body };
    const { status, headers, text } = await server.fetch(method, address, asked);
    expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([200, answer.type]);
    if ('schema' in answer) {
      answer.schema.parse(JSON.parse(text));
      schemaIn(document, answer.name).parse(JSON.parse(text));
    }
    if ('whole' in example.answer) expect(JSON.parse(text)).toEqual(example.answer.whole);
    else expect(text).toContain(example.answer.piece);
  });

  test('answers those who may call, and nobody else', async () => {
    const server = await TestServer.start();
    const tokens = await exampleWorld(server);
    const asked = method === 'POST' ? { body: {} } : {};
    const { status } = await server.fetch(method, address, asked);
    // An empty body is no question of theirs, but it is let in.
    const good = body === undefined ? 200 : 400;
    // The operator is who asks from the machine itself, as a test does.
    const isForRoles = typeof callers !== 'string';
    expect(status).toBe(isForRoles ? 401 : good);
    for (const role of isForRoles ? ROLES : []) {
      const answered = await server.fetch(method, address, { ...asked, token: tokens[role] });
      expect([role, answered.status === 403]).toEqual([role, !callers.includes(role)]);
    }
  });
});
