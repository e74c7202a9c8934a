import { readFileSync, writeFileSync } from 'node:fs';
import { makeFolder, pathOf } from '#server/db/place.ts';
import { newKey } from '#server/identity/token.ts';

export const MIN_SECRET_CHARACTERS = 32;

/**
 * The secret that signs people's cookies, for a server that only its own machine reaches: made once,
 * and kept beside the database in a file for its owner alone.
 */
export function keptSecret(databaseUrl: string): string {
  const database = pathOf(databaseUrl);
  const path = `${database}.secret`;
  makeFolder(database);
  try {
    writeFileSync(path, `${newKey()}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < MIN_SECRET_CHARACTERS) {
    throw new Error(`The file ${path} holds no secret: remove it, or set AUTH_SECRET.`);
  }
  return secret;
}
