import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { hashedClass } from './app/hashed.ts';

const HERE = new URL('.', import.meta.url);
/** What the page's own modules may import: themselves, the table and the variants' types. */
const SERVED = /^(?:app\/[\w/-]+|elements(?:\/[\w-]+)?)\.ts$/;

const scripts = new Map<string, string>();

function script(path: string): string {
  const kept = scripts.get(path);
  if (kept !== undefined) return kept;
  const made = stripTypeScriptTypes(readFileSync(new URL(path, HERE), 'utf8'));
  scripts.set(path, made);
  return made;
}

/** The styles are written with `._name_`; each load gets its own hashes. */
function styles(salt: string): string {
  const folder = new URL('style/', HERE);
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
    .replaceAll(/\._([a-z0-9-]+)_(?![\w-])/g, (_, name: string) => `.${hashedClass(name, salt)}`);
}

export type Asset = { type: string; body: string };

/** The file behind `/talent/assets/<path>?<salt>`, or null. */
export function asset(path: string, salt: string): Asset | null {
  if (path === 'style.css') return { type: 'text/css; charset=utf-8', body: styles(salt) };
  if (!SERVED.test(path)) return null;
  return { type: 'text/javascript; charset=utf-8', body: script(path) };
}
