import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { InvalidArgumentError } from '@commander-js/extra-typings';
import { parseInstant, type Instant } from '#shared/policy/instant.ts';
import { readTerms } from '#shared/policy/terms-rules.ts';
import type { Terms } from '#shared/policy/terms.ts';

export function nonEmpty(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || !trimmed.isWellFormed()) throw new InvalidArgumentError('It is empty.');
  return trimmed;
}

export function percent(text: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= 100)) throw new InvalidArgumentError('A whole number from 0 to 100.');
  return number;
}

/** Names with commas between them; an empty text names nobody. */
export function list(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export function instant(text: string): Instant {
  const read = parseInstant(text);
  if (read === null) {
    throw new InvalidArgumentError('An instant looks like 2026-01-05T09:00:00.000Z.');
  }
  return read;
}

export function days(text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number) || number < 0) {
    throw new InvalidArgumentError('A number of days, 0 or more.');
  }
  return number;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** A file that can be written once there is something to write: better told before long work than after. */
export function fileToWrite(text: string): string {
  const path = nonEmpty(text);
  const folder = dirname(path);
  if (!isFolder(folder)) {
    throw new InvalidArgumentError(`There is no folder ${folder}: make it, or name another.`);
  }
  if (isFolder(path)) throw new InvalidArgumentError('It is a folder: name a file in it.');
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new InvalidArgumentError(`You may not write to the folder ${folder}: name another.`);
  }
  return path;
}

/** Terms to be laid over others, from a file with a JSON object of them. */
export function termsFile(path: string): Partial<Terms> {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : 'It cannot be read.');
  }
  const terms = readTerms(raw);
  if (!terms.ok) throw new InvalidArgumentError(terms.fault.detail);
  return terms.value;
}
