import { recordChange } from '#server/audit/store.ts';
import { loadContract } from '#server/contracts/store.ts';
import type { Transaction } from '#server/db/database.ts';
import { holderKey } from '#server/imports/holder-key.ts';
import type {
  OnProgress,
  RefusedRow,
  RowFault,
  TableImportOptions,
} from '#server/imports/refused-row.ts';
import type { UsageReport, UsageRow } from '#server/imports/usage-rows.ts';
import {
  findUsage,
  ledgerFigures,
  saveUsage,
  type UsageReportRow,
} from '#server/imports/usage-store.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import { loadSeats } from '#server/standing/store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { compareUsage, type UsageComparison } from '#shared/policy/usage-difference.ts';

/** A seat's report of one period, beside the ledger. */
export type ComparedUsage = UsageComparison & {
  seat: string;
  startsAt: Instant;
  endsAt: Instant;
  importedAt: Instant;
};

export type UsageImport = {
  read: number;
  added: number;
  /** Of the same seat and period, with other figures than before. */
  replaced: number;
  unchanged: number;
  refused: RefusedRow[];
  compared: ComparedUsage[];
};

type SeatFinder = (row: UsageRow) => { ok: true; seat: string } | { ok: false; fault: RowFault };

/** Finds a row's seat by its id, and else by its holder's name where one seat alone has it. */
async function seatFinder(tx: Transaction, contractId: string): Promise<SeatFinder> {
  const seats = await loadSeats(tx, contractId);
  const byHolder = Map.groupBy(seats.values(), ({ state }) => holderKey(state.holder));
  return ({ seat, holder }) => {
    if (seats.has(seat)) return { ok: true, seat };
    const [only, ...others] = holder === '' ? [] : (byHolder.get(holderKey(holder)) ?? []);
    if (only === undefined) {
      const reason = `The contract has no seat "${seat === '' ? holder : seat}", nor one of that holder.`;
      return { ok: false, fault: { code: 'seat_unknown', field: 'holder', reason } };
    }
    if (others.length > 0) {
      const reason = `"${holder}" holds ${others.length + 1} seats; only a seat id tells them apart.`;
      return { ok: false, fault: { code: 'seat_ambiguous', field: 'holder', reason } };
    }
    return { ok: true, seat: only.id };
  };
}

function haveSameFigures(one: UsageReportRow, other: UsageReportRow): boolean {
  const { sent, accepted, declined } = one;
  return sent === other.sent && accepted === other.accepted && declined === other.declined;
}

const keyOf = ({ seatId, startsAt, endsAt }: UsageReportRow): string =>
  JSON.stringify([seatId, startsAt, endsAt]);

type Sorted = Omit<UsageImport, 'compared'> & { kept: UsageReportRow[]; changed: UsageReportRow[] };

/** What becomes of each row, given what was imported before; nothing is written yet. */
async function sortRows(
  tx: Transaction,
  contractId: string,
  report: UsageReport,
  importedAt: Instant,
  onProgress: OnProgress,
): Promise<Sorted> {
  const find = await seatFinder(tx, contractId);
  const read = report.rows.length + report.refused.length;
  const refused = [...report.refused];
  const found = new Map<string, UsageReportRow>();
  for (const [index, row] of report.rows.entries()) {
    onProgress(report.refused.length + index + 1);
    const { line, holder: _name, seat: _id, ...figures } = row;
    const seat = find(row);
    if (!seat.ok) {
      refused.push({ line, ...seat.fault });
      continue;
    }
    if (row.startsAt > importedAt) {
      const reason = 'The period has not begun yet.';
      refused.push({ line, code: 'from_the_future', field: 'start', reason });
      continue;
    }
    const stored: UsageReportRow = { contractId, seatId: seat.seat, ...figures, importedAt };
    const first = found.get(keyOf(stored));
    if (first !== undefined && !haveSameFigures(first, stored)) {
      const reason = `The file has other figures for seat "${seat.seat}" in the same period before.`;
      refused.push({ line, code: 'period_conflict', field: '', reason });
    } else if (first === undefined) found.set(keyOf(stored), stored);
  }
  const seats = [...new Set([...found.values()].map(({ seatId }) => seatId))];
  const before = new Map(
    (await findUsage(tx, contractId, seats)).map((row) => [keyOf(row), row] as const),
  );
  const sorted: Sorted = {
    read,
    added: 0,
    replaced: 0,
    unchanged: 0,
    refused,
    kept: [],
    changed: [],
  };
  for (const [key, row] of found) {
    const known = before.get(key);
    const isSame = known !== undefined && haveSameFigures(known, row);
    sorted.kept.push(isSame ? known : row);
    if (isSame) sorted.unchanged += 1;
    else {
      sorted.changed.push(row);
      if (known === undefined) sorted.added += 1;
      else sorted.replaced += 1;
    }
  }
  sorted.unchanged += read - refused.length - found.size;
  sorted.refused.sort((one, other) => one.line - other.line);
  return sorted;
}

/** Rows of reports, each beside what the ledger has of the same seat and period. */
export async function compareRows(
  context: Pick<LedgerContext, 'database' | 'now'>,
  contractId: string,
  rows: readonly UsageReportRow[],
): Promise<ComparedUsage[]> {
  const ledger = await context.database.read((reader) => ledgerFigures(reader, contractId, rows));
  return rows.map((row, index) => {
    const { seatId: seat, startsAt, endsAt, importedAt, sent, accepted, declined } = row;
    const ours = ledger[index];
    if (ours === undefined) throw new Error('A period was left without the figures of the ledger.');
    const comparison = compareUsage({ sent, accepted, declined }, ours, { endsAt, importedAt });
    return { seat, startsAt, endsAt, importedAt, ...comparison };
  });
}

/**
 * Keeps a usage report beside the ledger. It is no part of the ledger, and moves no standing.
 * @throws ContractUnknown
 */
export async function importUsage(
  context: Pick<LedgerContext, 'database' | 'now' | 'by'>,
  contractId: string,
  report: UsageReport,
  { isDryRun, onProgress }: TableImportOptions,
): Promise<UsageImport> {
  const sorted = await context.database.write(async (tx) => {
    if ((await loadContract(tx, contractId)) === null) {
      throw new ContractUnknown(contractId);
    }
    const rows = await sortRows(tx, contractId, report, context.now(), onProgress);
    if (isDryRun || rows.changed.length === 0) return rows;
    await saveUsage(tx, rows.changed);
    const after = `${rows.added} added, ${rows.replaced} replaced`;
    const change = { what: 'usage.imported', subject: null, before: null, after };
    await recordChange(tx, contractId, { at: context.now(), by: context.by }, change);
    return rows;
  });
  const { kept, changed: _written, ...summary } = sorted;
  return { ...summary, compared: await compareRows(context, contractId, kept) };
}
