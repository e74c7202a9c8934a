import { randomUUID } from 'node:crypto';
import { Command } from '@commander-js/extra-typings';
import { IdTaken } from '#server/contracts/contracts.ts';
import { DatabaseFault, DatabaseUnusable } from '#server/db/faults.ts';
import { openDatabase } from '#server/db/open.ts';
import { assertReadable, DatabaseAddressFault, pathOf } from '#server/db/place.ts';
import { DEFAULT_DATABASE_URL } from '#server/env.ts';
import { SeatUnknown } from '#server/identity/invite.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';

/** Faults that an operator can do something about: their words are enough. */
const EXPECTED = [
  ContractUnknown,
  DatabaseAddressFault,
  DatabaseFault,
  DatabaseUnusable,
  IdTaken,
  SeatUnknown,
];

/** What a subcommand has to say: for people, and for programs. */
export type Told = { words: string; json: unknown };

/** A fault of the request itself, in words. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** A subcommand that works on the database, beside a running server if need be. */
export function operatorCommand(name: string) {
  return new Command(name)
    .option('--database <url>', `the database (default: DATABASE_URL, or ${DEFAULT_DATABASE_URL})`)
    .option('--json', 'print one JSON object instead of words');
}

export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ npm run good-standing -- ${line}\n`).join('')}`;
}

type Options = { database?: string | undefined; json?: true | undefined };

export function databaseAddress({ database }: Options): string {
  const given = database ?? process.env['DATABASE_URL'] ?? '';
  return given === '' ? DEFAULT_DATABASE_URL : given;
}

/**
 * Does the work and tells what came of it, or what stood in its way; null where the work has
 * written to standard output itself.
 */
export async function tell(options: Options, work: () => Promise<Told | null>): Promise<void> {
  try {
    const told = await work();
    if (told !== null) {
      console.log(options.json === true ? JSON.stringify(told.json) : told.words);
    }
  } catch (error) {
    const isExpected =
      error instanceof Refused || EXPECTED.some((expected) => error instanceof expected);
    if (!isExpected || !(error instanceof Error)) throw error;
    console.error(`good-standing: ${error.message}`);
    process.exitCode = 1;
  }
}

/**
 * Opens the database as the server does, does the work, and tells what came of it.
 * @param needs `isThere`: where there is no database, none is made.
 */
export async function operate(
  options: Options,
  work: (ledger: LedgerContext) => Promise<Told | null>,
  needs: { isThere: boolean } = { isThere: false },
): Promise<void> {
  await tell(options, async () => {
    const url = databaseAddress(options);
    if (needs.isThere) assertReadable(pathOf(url));
    const database = await openDatabase(url, 'guest');
    try {
      return await work({ database, now: Date.now, newId: randomUUID });
    } finally {
      await database.close();
    }
  });
}
