import { pilotOf } from '#server/contracts/seats.ts';
import { savePilot, type Contract } from '#server/contracts/store.ts';
import { writeLedger, type LedgerContext } from '#server/ledger/ledger.ts';
import { composed } from '#server/ledger/raw-event.ts';
import { findSeats } from '#server/ledger/store.ts';
import { loadSeats } from '#server/standing/store.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import { modeOfSeat, type Mode } from '#shared/policy/rollout.ts';

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

export type ModeOutcome =
  | { ok: true; mode: Mode; sharePercent: number; namedSeats: readonly string[]; changed: number }
  | { ok: false; code: 'partial_evidence' }
  | { ok: false; code: 'seat_unknown'; seat: string };

/**
 * Moves a contract to another mode, for all its seats or some, and each seat whose mode differs
 * with it. The overlay's evidence is partial, so that enforcing on it alone has to be accepted.
 * @throws ContractUnknown
 */
export async function changeContractMode(
  context: LedgerContext,
  contractId: string,
  wanted: WantedMode,
): Promise<ModeOutcome> {
  return writeLedger<ModeOutcome>(context, contractId, async (writing) => {
    const { tx, contract, now, recordedAt } = writing;
    const { mode } = wanted;
    const sharePercent = wanted.sharePercent ?? shareLeftOut(contract, wanted);
    const namedSeats = [...(wanted.namedSeats ?? contract.namedSeats)];
    const partialAcceptedAt =
      contract.partialAcceptedAt ?? (wanted.acceptsPartialEvidence ? now : null);
    const isPartial = contract.source === 'overlay' && partialAcceptedAt === null;
    if (mode === 'enforce' && isPartial) {
      return { events: [], result: { ok: false, code: 'partial_evidence' } };
    }
    const known = await findSeats(tx, contractId, namedSeats);
    const unknown = namedSeats.find((seat) => !known.has(seat));
    if (unknown !== undefined) {
      return { events: [], result: { ok: false, code: 'seat_unknown', seat: unknown } };
    }
    const settings = { mode, sharePercent, namedSeats, partialAcceptedAt };
    await savePilot(tx, contractId, settings);
    const pilot = pilotOf({ ...contract, ...settings });
    const seats = await loadSeats(tx, contractId);
    const events = [...seats.values()].flatMap(({ id, state }) => {
      const becomes = modeOfSeat(pilot, id);
      if (becomes === state.mode) return [];
      const base = { id: context.newId(), type: 'mode.changed', at: formatInstant(recordedAt) };
      return [composed({ ...base, seat: id, mode: becomes })];
    });
    return {
      events,
      result: { ok: true, mode, sharePercent, namedSeats, changed: events.length },
    };
  });
}

function shareLeftOut({ sharePercent }: Contract, { namedSeats }: WantedMode): number {
  return namedSeats !== undefined && sharePercent === 100 ? 0 : sharePercent;
}
