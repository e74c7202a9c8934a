import type { Contract } from '#server/contracts/store.ts';
import type { Batcher, Reader } from '#server/db/database.ts';
import { liveSeats, type LiveSeat } from '#server/standing/live-store.ts';
import { readNextChanges, type SeatNow } from '#server/team/fleet-store.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** What was counted for a seat, and until when it holds if nothing comes in. */
export type Counted = Readonly<{
  now: SeatNow;
  tally: LiveSeat['tally'];
  evidence: LiveSeat['evidence'];
  /** Sends that only the overlay may have seen: with the watermark they are others. */
  seen: number;
  changesAt: Instant;
}>;

/** An answer that waits may be told its InMail, which leaves no new row behind. */
const WAITING_HOLDS_MS = 5 * 60_000;

/** Whether what was counted for a seat is still so, if nothing has come in for it. */
export function holds({ now, seen, changesAt }: Counted, seat: SeatNow, asOf: Instant): boolean {
  // Where the overlay's sends are counted as well, they are those after the watermark.
  const isMarkMoved = seat.completeUpTo !== now.completeUpTo && seen > 0;
  const isSame = seat.countsFrom === now.countsFrom && seat.inboxReadAt === now.inboxReadAt;
  return isSame && !isMarkMoved && asOf < changesAt;
}

/** Counts some seats as they stand now. */
export async function countSeats(
  reader: Batcher & Reader,
  contract: Contract,
  seats: readonly SeatNow[],
  asOf: Instant,
): Promise<Counted[]> {
  const ids = seats.map(({ id }) => id);
  const { windowDays } = contract.terms;
  const live = await liveSeats(reader, contract, asOf, ids);
  const changes = await readNextChanges(reader, contract.id, ids, { windowDays, now: asOf });
  const byId = new Map(live.map((seat) => [seat.id, seat]));
  return seats.flatMap((now): Counted[] => {
    const seat = byId.get(now.id);
    if (seat === undefined) return [];
    const { tally, evidence, seen } = seat;
    const waits = evidence.unmatched > 0 ? asOf + WAITING_HOLDS_MS : Infinity;
    const changesAt = Math.min(changes.get(now.id) ?? Infinity, waits);
    return [{ now, tally, evidence, seen, changesAt }];
  });
}
