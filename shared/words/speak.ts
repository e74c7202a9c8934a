/**
 * Words with places to fill. Kept as data, so that one language of them can be handed to a place that
 * has no room for all: `{}` is what is said, `{line}` one of its fields.
 */
export type Template = string | Fork;

/** One of two texts, by whether a field is there (and not false); `''` for what is said itself. */
type Fork = Readonly<{ by: string; yes: Template; no: Template }>;

/** The words of one language, where each function is a template. */
export type TemplatesOf<Words> = Words extends string
  ? string
  : Words extends (said: never) => string
    ? Template
    : { readonly [Key in keyof Words]: TemplatesOf<Words[Key]> };

type Fields = Readonly<Record<string, string | boolean | null>>;

/** What fills a template: a text, several by their names, or nothing. */
type Said = string | Fields | null;

/** Says a text with the fields that are named, each ready to be read, and turned by those that are flags. */
export type Says<Field extends string, Flag extends string = never> = (
  fields: Readonly<Record<Field, string> & Record<Flag, boolean>>,
) => string;

function fieldOf(said: Said, name: string): string | boolean | null {
  if (said === null || typeof said === 'string') return name === '' ? said : null;
  return name === '' ? true : (said[name] ?? null);
}

function fill(template: Template, said: Said): string {
  if (typeof template === 'string') {
    return template.replaceAll(/\{(\w*)\}/g, (_, name: string) => String(fieldOf(said, name)));
  }
  const turn = fieldOf(said, template.by);
  return fill(turn === null || turn === false ? template.no : template.yes, said);
}

/** A text that nothing fills is no function. */
function isTemplate(value: unknown): value is Template {
  if (typeof value === 'string') return value.includes('{');
  return typeof value === 'object' && value !== null && 'by' in value;
}

function spoken(value: unknown): unknown {
  if (isTemplate(value)) return (said: Said) => fill(value, said);
  if (Array.isArray(value)) return value.map(spoken);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spoken(each)]));
}

/** The words that templates stand for: functions, where these have places. */
export function speak<Words>(templates: TemplatesOf<Words>): Words;
export function speak(templates: unknown): unknown {
  return spoken(templates);
}
