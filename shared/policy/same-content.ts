import { parseInstant } from '#shared/policy/instant.ts';
import { isObject } from '#shared/policy/outcome.ts';

const DEFAULTS: Readonly<Record<string, unknown>> = {
  channel: 'inmail',
  cost: 'credit',
  surface: 'other',
};
const INSTANT_FIELDS: ReadonlySet<string> = new Set(['at', 'countsFrom', 'periodEndsAt']);

function isSameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length && one.every((item, index) => isSameValue(item, other[index]))
    );
  }
  if (!isObject(one) || !isObject(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameValue(one[name], other[name]))
  );
}

/** The event as it counts: defaults laid in, instants read, `recordedAt` and absent fields out. */
function contentOf(raw: Record<string, unknown>): Record<string, unknown> {
  const given = Object.entries(raw)
    .filter(([name, value]) => name !== 'recordedAt' && !isAbsentText(name, value))
    .map(([name, value]) => [
      name,
      INSTANT_FIELDS.has(name) ? (parseInstant(value) ?? value) : value,
    ]);
  const defaults = raw['type'] === 'inmail.sent' ? DEFAULTS : {};
  // Laid by entries, as a field named __proto__ is content like any other.
  return Object.fromEntries([...Object.entries(defaults), ...given]);
}

const MAY_BE_NULL: ReadonlySet<string> = new Set([
  'recipient',
  'batch',
  'template',
  'segment',
  'reason',
]);
function isAbsentText(name: string, value: unknown): boolean {
  return value === null && MAY_BE_NULL.has(name);
}

/**
 * True when two raw events of one id say the same: after defaults, instants parsed, `recordedAt`
 * and the order of keys aside. Fields that we do not know count as content.
 */
export function hasSameContent(
  one: Record<string, unknown>,
  other: Record<string, unknown>,
): boolean {
  return isSameValue(contentOf(one), contentOf(other));
}
