import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { Command } from '@commander-js/extra-typings';
import { HistoryEmpty } from '#server/commands/history-empty.ts';
import { IdTaken } from '#server/contracts/contracts.ts';
import { DatabaseFault, DatabaseUnusable } from '#server/db/faults.ts';
import { openDatabase } from '#server/db/open.ts';
import { assertReadable, DatabaseAddressFault, pathOf } from '#server/db/place.ts';
import { DEFAULT_DATABASE_URL } from '#server/env.ts';
import { PersonUnknown, SeatUnknown, TeamUnknown } from '#server/identity/invite.ts';
import { LedgerRetained } from '#server/ledger/export.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';

/** What a subcommand has to say: for people, and for programs. */
export type Told = { words: string; json: unknown };

/** A fault of the request itself, in words, and for programs as a code. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;

  constructor(message: string, code = 'refused') {
    super(message);
    this.code = code;
  }
}

/** Faults that an operator can do something about: their words are enough. */
function codeOf(error: Error): string | null {
  if (error instanceof Refused || error instanceof DatabaseFault) return error.code;
  if (error instanceof ContractUnknown) return 'contract_unknown';
  if (error instanceof DatabaseAddressFault) return 'database_address_invalid';
  if (error instanceof DatabaseUnusable) return 'database_unusable';
  if (error instanceof HistoryEmpty) return 'history_empty';
  if (error instanceof IdTaken) return 'id_taken';
  if (error instanceof LedgerRetained) return 'ledger_retained';
  if (error instanceof PersonUnknown) return 'person_unknown';
  if (error instanceof TeamUnknown) return 'team_unknown';
  return error instanceof SeatUnknown ? 'seat_unknown' : null;
}

/** What stands in the way, on standard error: words, or one JSON object where that was asked for. */
export function complain(isJson: boolean, code: string, message: string): void {
  const words = `good-standing: ${message}`;
  console.error(isJson ? JSON.stringify({ error: { code, message } }) : words);
}

/** A subcommand that works on the database, beside a running server if need be. */
export function operatorCommand(name: string) {
  return new Command(name)
    .option('--database <url>', `the database (default: DATABASE_URL, or ${DEFAULT_DATABASE_URL})`)
    .option('--by <name>', 'who does it, as the records name it (default: your account here)')
    .option('--json', 'print one JSON object instead of words; what went wrong too')
    .configureOutput({
      outputError: (text, write) => {
        if (!process.argv.includes('--json')) write(text);
        else complain(true, 'usage', text.replace(/^error: /, '').trim());
      },
    });
}

export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ npm run good-standing -- ${line}\n`).join('')}`;
}

type Options = {
  database?: string | undefined;
  by?: string | undefined;
  json?: true | undefined;
};

/** The account that somebody works from, also behind `sudo`; null where it has no name. */
function account(): string | null {
  const behind = process.env['SUDO_USER'] ?? '';
  if (behind !== '') return behind;
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}

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
    const code = error instanceof Error ? codeOf(error) : null;
    if (code === null || !(error instanceof Error)) throw error;
    complain(options.json === true, code, error.message);
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
      const by = { role: 'operator', id: options.by ?? account() } as const;
      return await work({ database, now: Date.now, newId: randomUUID, by });
    } finally {
      await database.close();
    }
  });
}
