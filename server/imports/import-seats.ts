import { composeSeats } from '#server/contracts/seats.ts';
import { holderKey } from '#server/imports/holder-key.ts';
import type { RefusedRow, TableImportOptions } from '#server/imports/refused-row.ts';
import type { SeatListFile, SeatListRow } from '#server/imports/seat-rows.ts';
import { writeLedger, type LedgerContext } from '#server/ledger/ledger.ts';
import { putIntoTeams } from '#server/teams/teams.ts';
import { highestSeatNumber, loadSeats, type Seat } from '#server/standing/store.ts';

export type ListedSeat = {
  line: number;
  /** Null in a dry run, where a seat without an id of its own has none yet. */
  id: string | null;
  holder: string;
  team: string | null;
};

export type SeatsImport = {
  read: number;
  added: ListedSeat[];
  alreadyThere: number;
  /** They need no seat, only an invitation. */
  leads: { line: number; holder: string }[];
  refused: RefusedRow[];
};

type Plan = Omit<SeatsImport, 'added'> & { news: SeatListRow[] };

/** Which rows bring a seat that is new, given those that there are. */
function planSeats(rows: readonly SeatListRow[], seats: ReadonlyMap<string, Seat>): Plan {
  const ids = new Set(seats.keys());
  const holders = new Set([...seats.values()].map(({ state }) => holderKey(state.holder)));
  const plan: Plan = { read: rows.length, alreadyThere: 0, leads: [], refused: [], news: [] };
  for (const row of rows) {
    const { line, holder, id } = row;
    const isHeld = holders.has(holder);
    if (row.role === 'lead') plan.leads.push({ line, holder });
    else if (id === null ? isHeld : ids.has(id)) plan.alreadyThere += 1;
    else if (isHeld) {
      // Whether this is the same person or another of that name, a list cannot say.
      const reason = `"${holder}" holds another seat already. If this is a second one: seat add --id ${id}.`;
      plan.refused.push({ line, code: 'holder_has_a_seat', field: 'seat', reason });
    } else {
      if (id !== null) ids.add(id);
      holders.add(holder);
      plan.news.push(row);
    }
  }
  return plan;
}

/** The number of a seat whose id is like those that are made here; 0 for any other. */
function numberOf(id: string): number {
  return Number(/^seat-([1-9]\d*)$/.exec(id)?.[1] ?? 0);
}

/** Adds the seats of some rows by one write; a dry run only looks which they would be. */
async function takeRows(
  context: LedgerContext,
  contractId: string,
  rows: readonly SeatListRow[],
  isDryRun: boolean,
): Promise<SeatsImport> {
  return writeLedger(context, contractId, async (writing) => {
    const { tx } = writing;
    const { news, ...counts } = planSeats(rows, await loadSeats(tx, contractId));
    if (isDryRun) {
      const added = news.map(({ line, id, holder, team }) => ({ line, id, holder, team }));
      return { events: [], result: { ...counts, added } };
    }
    const added: (ListedSeat & { id: string })[] = [];
    const teams: { seat: string; team: string }[] = [];
    // None that a row asks for is given away as the next number.
    const asked = news.map(({ id }) => numberOf(id ?? ''));
    let number = Math.max(await highestSeatNumber(tx, contractId), ...asked);
    for (const { line, id: given, holder, team } of news) {
      if (given === null) number += 1;
      const id = given ?? `seat-${number}`;
      added.push({ line, id, holder, team });
      if (team !== null) teams.push({ seat: id, team });
    }
    const events = await composeSeats(writing, added, context.newId);
    const making = { contractId, at: writing.recordedAt, by: writing.by, newId: context.newId };
    await putIntoTeams(tx, making, teams);
    return { events, result: { ...counts, added } };
  });
}

/** Few enough that nobody else waits long for their turn to write. */
const ROWS_A_WRITE = 200;
const byLine = (one: { line: number }, other: { line: number }): number => one.line - other.line;

/**
 * Adds the seats of a list that are new. A seat with the same id, or without one and with the same
 * holder, is there already and stays as it is.
 * @throws ContractUnknown
 */
export async function importSeats(
  context: LedgerContext,
  contractId: string,
  { rows, refused }: SeatListFile,
  { isDryRun, onProgress }: TableImportOptions,
): Promise<SeatsImport> {
  // Rows with an id of their own go first, so that none of them is given away as the next number.
  const inOrder = rows.toSorted(
    (one, other) => Number(one.id === null) - Number(other.id === null),
  );
  // A dry run leaves nothing for a later write to meet, so that it looks at all rows at once.
  const size = isDryRun ? Math.max(1, inOrder.length) : ROWS_A_WRITE;
  const summary: SeatsImport = {
    read: refused.length,
    added: [],
    alreadyThere: 0,
    leads: [],
    refused: [...refused],
  };
  for (let from = 0; from === 0 || from < inOrder.length; from += size) {
    const batch = inOrder.slice(from, from + size);
    const taken = await takeRows(context, contractId, batch, isDryRun);
    summary.read += taken.read;
    summary.alreadyThere += taken.alreadyThere;
    summary.added.push(...taken.added);
    summary.leads.push(...taken.leads);
    summary.refused.push(...taken.refused);
    onProgress(summary.read);
  }
  for (const each of [summary.added, summary.leads, summary.refused]) each.sort(byLine);
  return summary;
}
