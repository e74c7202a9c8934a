import type { JsonSchema } from '#server/described/openapi.ts';

/** One field of a schema as people read it; the path of a nested one has dots. */
export type Field = { path: string; type: string; isRequired: boolean; description: string };

const asSchema = (schema: boolean | JsonSchema): JsonSchema =>
  typeof schema === 'boolean' ? {} : schema;

const listOf = (given: JsonSchema['items']): JsonSchema | null =>
  typeof given === 'object' && !Array.isArray(given) ? given : null;

const alternativesOf = ({ anyOf, oneOf }: JsonSchema): JsonSchema[] => anyOf ?? oneOf ?? [];

/** What a value may be, in a line. */
export function typeOf(schema: JsonSchema): string {
  const { $ref, type, items } = schema;
  if ($ref !== undefined) return $ref.split('/').at(-1) ?? $ref;
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 0) return [...new Set(alternatives.map(typeOf))].join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(String).join(', ');
  const list = listOf(items);
  if (list !== null) return `list of ${typeOf(list)}`;
  if (type === undefined) return 'any';
  return [type].flat().join(' or ');
}

/** Fields of a schema and of those that it holds; of named ones inside it only the name. */
export function fieldsOf(schema: JsonSchema, prefix = ''): Field[] {
  const required = new Set(schema.required);
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, given]): Field[] => {
    const inner = asSchema(given);
    const path = prefix + name;
    const { description = '' } = inner;
    const field = { path, type: typeOf(inner), isRequired: required.has(name), description };
    const list = listOf(inner.items);
    return [field, ...(list === null ? fieldsOf(inner, `${path}.`) : fieldsOf(list, `${path}[].`))];
  });
  const inAlternatives = alternativesOf(schema).flatMap((each) => fieldsOf(each, prefix));
  const seen = new Set<string>();
  // The same field of several alternatives is required where each of them requires it.
  return [...own, ...inAlternatives].filter(({ path }) => !seen.has(path) && seen.add(path));
}
