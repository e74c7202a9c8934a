import { passInstant, readContract } from '#server/contracts/store.ts';
import { ContractUnknown, writeLedger, type LedgerContext } from '#server/ledger/ledger.ts';
import { composed } from '#server/ledger/raw-event.ts';
import { planPilot, type PilotRefusal, type WantedMode } from '#server/pilots/plan.ts';
import { savePilot } from '#server/pilots/store.ts';
import { makeDueChecks, type CheckContext } from '#server/standing/checks.ts';
import type { Seat } from '#server/standing/store.ts';
import { gateOf } from '#shared/policy/gate.ts';
import { formatInstant, type Instant } from '#shared/policy/instant.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import { changeMode } from '#shared/policy/standing-steps.ts';
import type { Terms } from '#shared/policy/terms.ts';
import type { PilotPreview } from '#shared/wire/pilot.ts';

export type ModeOutcome =
  | { ok: true; mode: Mode; sharePercent: number; namedSeats: readonly string[]; changed: number }
  | PilotRefusal;

/**
 * Moves a contract to another mode, for all its seats or some, and each seat whose mode differs
 * with it. What differs from before is a new version; asking for what is so already is none.
 * @throws ContractUnknown
 */
export async function changeContractMode(
  context: LedgerContext,
  contractId: string,
  wanted: WantedMode,
): Promise<ModeOutcome> {
  return writeLedger<ModeOutcome>(context, contractId, async (writing) => {
    const { tx, contract, now, recordedAt } = writing;
    const plan = await planPilot(tx, contract, wanted, now);
    if (!plan.ok) return { events: [], result: plan };
    const { settings, moves, isNew } = plan;
    if (isNew) {
      await savePilot(tx, contractId, settings, writing);
      await passInstant(tx, contractId, recordedAt);
    }
    const events = moves.map(({ seat, to }) => {
      const base = { id: context.newId(), type: 'mode.changed', at: formatInstant(recordedAt) };
      return composed({ ...base, seat: seat.id, mode: to });
    });
    const { mode, sharePercent, namedSeats } = settings;
    const result = { ok: true, mode, sharePercent, namedSeats, changed: events.length } as const;
    return { events, result };
  });
}

export type PreviewOutcome = { ok: true; preview: PilotPreview } | PilotRefusal;

/**
 * Says what another mode would change, seat by seat, and changes nothing.
 * @throws ContractUnknown
 */
export async function previewContractMode(
  context: CheckContext,
  contractId: string,
  wanted: WantedMode,
): Promise<PreviewOutcome> {
  const { database, now } = context;
  await makeDueChecks(context, contractId);
  return database.read<PreviewOutcome>(async (reader) => {
    const contract = await readContract(reader, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const plan = await planPilot(reader, contract, wanted, now());
    if (!plan.ok) return plan;
    const changes = plan.moves.map(({ seat, to }) => effectOn(seat, to, now(), contract.terms));
    return { ok: true, preview: { ...plan.settings, changes } };
  });
}

function effectOn({ id, state }: Seat, to: Mode, at: Instant, terms: Terms) {
  const after = changeMode(state, to, at, terms).state;
  const isOpen = (of: Seat['state'] | typeof after): boolean =>
    gateOf(of.standing, of.mode, of.periodEndsAt).bulk.allowed;
  const [was, is] = [isOpen(state), isOpen(after)];
  const bulk = was === is ? 'unchanged' : is ? 'released' : 'held';
  const startsAnew = state.mode === 'observe';
  return { seat: id, holder: state.holder, from: state.mode, to, bulk, startsAnew } as const;
}
