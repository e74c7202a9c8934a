import { pilotOf } from '#server/contracts/seats.ts';
import type { Contract } from '#server/contracts/store.ts';
import type { Reader } from '#server/db/database.ts';
import { findSeats } from '#server/ledger/store.ts';
import type { PilotSettings } from '#server/pilots/store.ts';
import { loadSeats, type Seat } from '#server/standing/store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { modesIn, type Mode } from '#shared/policy/rollout.ts';

export type WantedMode = {
  mode: Mode;
  /**
   * Share of the seats in the pilot; left out, it stays as it is, but with seats named it is no
   * longer all of them.
   */
  sharePercent?: number | undefined;
  /** Seats in the pilot whatever the share; left out, they stay as they are. */
  namedSeats?: readonly string[] | undefined;
  acceptsPartialEvidence: boolean;
};

export type PilotRefusal =
  | { ok: false; code: 'partial_evidence' }
  | { ok: false; code: 'seat_unknown'; seat: string };

type Plan =
  | { ok: true; settings: PilotSettings; moves: { seat: Seat; to: Mode }[]; isNew: boolean }
  | PilotRefusal;

/**
 * What a wanted mode comes to: the settings, and each seat whose mode differs with them. The
 * overlay's evidence is partial, so that enforcing on it alone has to be accepted.
 */
export async function planPilot(
  reader: Reader,
  contract: Contract,
  wanted: WantedMode,
  now: Instant,
): Promise<Plan> {
  const { mode } = wanted;
  const sharePercent = wanted.sharePercent ?? shareLeftOut(contract, wanted);
  const namedSeats = [...new Set(wanted.namedSeats ?? contract.namedSeats)];
  const partialAcceptedAt =
    contract.partialAcceptedAt ?? (wanted.acceptsPartialEvidence ? now : null);
  const isPartial = contract.source === 'overlay' && partialAcceptedAt === null;
  if (mode === 'enforce' && isPartial) return { ok: false, code: 'partial_evidence' };
  const known = await findSeats(reader, contract.id, namedSeats);
  const unknown = namedSeats.find((seat) => !known.has(seat));
  if (unknown !== undefined) return { ok: false, code: 'seat_unknown', seat: unknown };
  const settings = { mode, sharePercent, namedSeats, partialAcceptedAt };
  const modeOf = modesIn(pilotOf({ ...contract, ...settings }));
  const seats = await loadSeats(reader, contract.id);
  const moves = [...seats.values()].flatMap((seat) => {
    const to = modeOf(seat.id);
    return to === seat.state.mode ? [] : [{ seat, to }];
  });
  return { ok: true, settings, moves, isNew: isChanged(contract, settings) };
}

function isChanged(before: PilotSettings, after: PilotSettings): boolean {
  const isSameShare = before.mode === after.mode && before.sharePercent === after.sharePercent;
  const isSameEvidence = before.partialAcceptedAt === after.partialAcceptedAt;
  const named = new Set(before.namedSeats);
  const isSameSeats =
    named.size === after.namedSeats.length && after.namedSeats.every((seat) => named.has(seat));
  return !isSameShare || !isSameEvidence || !isSameSeats;
}

function shareLeftOut({ sharePercent }: Contract, { namedSeats }: WantedMode): number {
  return namedSeats !== undefined && sharePercent === 100 ? 0 : sharePercent;
}
