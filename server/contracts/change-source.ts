import type { Source } from '#server/contracts/sources.ts';
import { passInstant, saveSource } from '#server/contracts/store.ts';
import { writeLedger, type LedgerContext } from '#server/ledger/ledger.ts';
import { loadSeats } from '#server/standing/store.ts';
import type { Instant } from '#shared/policy/instant.ts';

export type SourceOutcome =
  | { ok: true; source: Source; since: Instant }
  | { ok: false; code: 'partial_evidence' };

/**
 * Gives a contract's ledger to another source from now on. What the one before has reported stays,
 * and InMails sent until now are still its own to report. No seat goes on being enforced on the
 * overlay's evidence alone, unless that was accepted.
 * @throws ContractUnknown
 */
export async function changeSource(
  context: LedgerContext,
  contractId: string,
  source: Source,
): Promise<SourceOutcome> {
  return writeLedger<SourceOutcome>(context, contractId, async (writing) => {
    const { tx, contract, recordedAt } = writing;
    const { source: before, sourceSince, partialAcceptedAt } = contract;
    if (before === source) return { events: [], result: { ok: true, source, since: sourceSince } };
    const seats = [...(await loadSeats(tx, contractId)).values()];
    const isEnforced =
      contract.mode === 'enforce' || seats.some(({ state }) => state.mode === 'enforce');
    if (source === 'overlay' && isEnforced && partialAcceptedAt === null) {
      return { events: [], result: { ok: false, code: 'partial_evidence' } };
    }
    await saveSource(tx, contract, { at: recordedAt, before, after: source }, writing.by);
    await passInstant(tx, contractId, recordedAt);
    return { events: [], result: { ok: true, source, since: recordedAt } };
  });
}
