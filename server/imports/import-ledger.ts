import { loadSourceChanges, readContract } from '#server/contracts/store.ts';
import type { Caller } from '#server/http/access.ts';
import { KeptBefore } from '#server/imports/kept-before.ts';
import type { OnProgress, RefusedRow } from '#server/imports/refused-row.ts';
import { admit, readOffered, type Fate } from '#server/ledger/admit.ts';
import { keyedBy, keyedEvent, type KeyText } from '#server/ledger/keyed.ts';
import { ContractUnknown, writeLedger, type LedgerContext } from '#server/ledger/ledger.ts';
import type { Offered, RawEvent } from '#server/ledger/raw-event.ts';
import { refusal } from '#server/ledger/refusals.ts';
import { loadSeats, raiseWatermarks } from '#server/standing/store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { isObject } from '#shared/policy/outcome.ts';
import { MAX_EVENTS_A_BATCH } from '#shared/wire/events.ts';

/** A ledger's file, read as a stream: its lines that are not blank, and any of them again. */
export type LedgerSource = {
  lines: Iterable<{ number: number; position: number; text: string }>;
  textAt: (position: number) => string;
};

export type LedgerImport = {
  read: number;
  accepted: number;
  duplicates: number;
  refused: number;
  /** Lines that named a `recordedAt`, which is not theirs to say. */
  recordedAtIgnored: number;
};

export type LedgerImportOptions = {
  isDryRun: boolean;
  /** The file holds everything up to here; null where nobody says so. */
  completeUpTo: Instant | null;
  onRefused: (row: RefusedRow) => void;
  onProgress: OnProgress;
};

export type LedgerImportOutcome =
  | { ok: true; summary: LedgerImport }
  | { ok: false; code: 'not_the_source'; source: string };

type Line = { number: number; position: number; read: Offered | Fate };

const NOT_FOR_A_FILE =
  'A file brings inmail.sent and inmail.responded; every other event is written by the server itself.';

/** An import reports what a feed may, and no more: sends and responses. */
function readLine(
  text: string,
  caller: Caller,
  keyText: KeyText,
): { read: Offered | Fate; isDated: boolean } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    raw = null;
  }
  if (!isObject(raw)) {
    const fault = refusal('malformed', '', 'The line is not a JSON object.');
    return { read: { as: 'refused', refusal: fault }, isDated: false };
  }
  const read = readOffered(raw, caller, keyText);
  const isDated = raw['recordedAt'] !== undefined && raw['recordedAt'] !== null;
  if ('event' in read || read.as !== 'refused' || read.refusal.code !== 'not_allowed') {
    return { read, isDated };
  }
  const fault = refusal('not_allowed', read.refusal.field, NOT_FOR_A_FILE);
  return { read: { as: 'refused', refusal: fault }, isDated };
}

/** Takes lines into the ledger by one write. A dry run goes the same way and appends nothing. */
async function takeBatch(
  context: LedgerContext,
  caller: Caller,
  batch: readonly Line[],
  before: KeptBefore | null,
): Promise<Fate[]> {
  return writeLedger(context, caller.contract.id, async ({ tx, contract, now }) => {
    const fates = await admit(tx, contract, caller, {
      offered: batch.map(({ read }) => read),
      now,
      sources: await loadSourceChanges(tx, contract.id),
      reporter: 'import',
      besides: before,
    });
    const kept = fates.flatMap((fate) => (fate.as === 'kept' ? [fate.offered] : []));
    return { events: before === null ? kept : [], result: fates };
  });
}

/** Every seat is complete up to here: what the overlay saw later stays provisional. */
async function markComplete(context: LedgerContext, contractId: string, at: Instant) {
  await writeLedger(context, contractId, async ({ tx, now }) => {
    const seats = [...(await loadSeats(tx, contractId)).keys()];
    const marks = seats.map((seat) => ({ seat, at: Math.min(at, now) }));
    await raiseWatermarks(tx, contractId, marks);
    return { events: [], result: null };
  });
}

/**
 * Takes a file of NDJSON events into a contract's ledger, batch by batch, each recorded when it comes
 * in: no check that was made is ever made again for it. A file that came in before changes nothing.
 * @throws ContractUnknown
 */
export async function importLedger(
  context: LedgerContext,
  contractId: string,
  source: LedgerSource,
  { isDryRun, completeUpTo, onRefused, onProgress }: LedgerImportOptions,
): Promise<LedgerImportOutcome> {
  const contract = await context.database.read((reader) => readContract(reader, contractId));
  if (contract === null) throw new ContractUnknown(contractId);
  if (contract.source !== 'import') {
    return { ok: false, code: 'not_the_source', source: contract.source };
  }
  const { id, name } = contract;
  const nobody = { seat: null, recipientKey: null, device: null, teams: null, personId: null };
  const reach = { seats: new Set<string>() };
  const caller: Caller = { contract: { id, name }, role: 'feed', ...nobody, ...reach };
  const keyText = keyedBy(contract.recipientKey);
  const recall = (position: number): RawEvent =>
    keyedEvent({ ...JSON.parse(source.textAt(position)) }, keyText);
  const before = isDryRun ? new KeptBefore(recall) : null;
  const summary: LedgerImport = {
    read: 0,
    accepted: 0,
    duplicates: 0,
    refused: 0,
    recordedAtIgnored: 0,
  };
  const take = async (batch: readonly Line[]): Promise<void> => {
    const fates = await takeBatch(context, caller, batch, before);
    for (const [index, { number, position }] of batch.entries()) {
      const fate = fates[index];
      if (fate?.as === 'refused') {
        const { code, field, detail } = fate.refusal;
        summary.refused += 1;
        onRefused({ line: number, code, field, reason: detail });
      } else if (fate?.as === 'kept') {
        summary.accepted += 1;
        before?.keep(fate.offered, position);
      } else summary.duplicates += 1;
    }
    onProgress(summary.read);
  };
  let batch: Line[] = [];
  for (const { number, position, text } of source.lines) {
    const { read, isDated } = readLine(text, caller, keyText);
    summary.read += 1;
    if (isDated) summary.recordedAtIgnored += 1;
    batch.push({ number, position, read });
    if (batch.length < MAX_EVENTS_A_BATCH) continue;
    await take(batch);
    batch = [];
  }
  if (batch.length > 0) await take(batch);
  if (!isDryRun && completeUpTo !== null) await markComplete(context, id, completeUpTo);
  return { ok: true, summary };
}
