import { isObject } from '#shared/policy/outcome.ts';

const DEEPEST = 20;

function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

/** Whether the database gives back exactly this: whole texts, finite numbers, and no deep nest. */
export function isStorable(value: unknown, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth + 1));
  if (!isObject(value)) return true;
  return Object.entries(value).every(
    ([name, item]) => isStorableText(name) && isStorable(item, depth + 1),
  );
}
