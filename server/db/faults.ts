/** What can go wrong with a database that is open. The codes are those that the API answers with. */
export type DatabaseFaultCode = 'busy' | 'storage_full' | 'storage_failed' | 'database_damaged';

const WORDS: Readonly<Record<DatabaseFaultCode, string>> = {
  busy: 'The database stays locked by another program.',
  storage_full: 'The disk is full; nothing of this was written.',
  storage_failed: 'The disk did not take what was written; nothing of this counts.',
  database_damaged: 'The database file is damaged.',
};

/** Thrown when a read or a write failed for a reason that lies outside it. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
  readonly code: DatabaseFaultCode;

  constructor(code: DatabaseFaultCode, cause: unknown) {
    super(WORDS[code], { cause });
    this.code = code;
  }
}

/** Thrown for a database that cannot be opened: one sentence for the person who starts it. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

/** What the engine called the fault, wherever in the chain of causes it is. */
function engineCode(error: unknown): string | null {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    if (each.message.includes('Unable to open connection')) return 'SQLITE_CANTOPEN';
    if ('code' in each && typeof each.code === 'string' && /^[A-Z]+_[A-Z_]+$/.test(each.code)) {
      return each.code;
    }
  }
  return null;
}

const CODES: readonly (readonly [engine: RegExp, code: DatabaseFaultCode])[] = [
  [/^SQLITE_BUSY/, 'busy'],
  [/^SQLITE_FULL/, 'storage_full'],
  [/^SQLITE_(IOERR|READONLY|CANTOPEN)/, 'storage_failed'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'database_damaged'],
];

export function faultCodeOf(error: unknown): DatabaseFaultCode | null {
  const engine = engineCode(error) ?? '';
  return CODES.find(([pattern]) => pattern.test(engine))?.[1] ?? null;
}

/** The error as those outside are to see it. */
export function asFault(error: unknown): unknown {
  const code = faultCodeOf(error);
  return code === null ? error : new DatabaseFault(code, error);
}

export function isBusy(error: unknown): boolean {
  return faultCodeOf(error) === 'busy';
}

/** The error was the engine's own, so that its connection is not to be trusted any further. */
export function isOfEngine(error: unknown): boolean {
  const engine = engineCode(error);
  return engine !== null && !engine.startsWith('SQLITE_CONSTRAINT');
}

/** A read that was under way while the connections were dropped. */
export function isDropped(error: unknown): boolean {
  return engineCode(error) === 'CLIENT_CLOSED';
}
