import { writeLedger, type LedgerContext } from '#server/ledger/ledger.ts';
import { composed } from '#server/ledger/raw-event.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import { PROFILES, type Terms } from '#shared/policy/terms.ts';
import { findLoosenedTerm } from '#shared/policy/terms-rules.ts';

export type TermsOutcome =
  | { ok: true; version: number }
  | { ok: false; code: 'term_loosened'; term: string };

/**
 * Lays terms over those in force, for all seats of a contract, from the next check on.
 * @param laid terms that a contract may change at all, in their ranges.
 * @throws ContractUnknown
 */
export async function changeTerms(
  context: LedgerContext,
  contractId: string,
  laid: Partial<Terms>,
): Promise<TermsOutcome> {
  return writeLedger<TermsOutcome>(context, contractId, async ({ contract, recordedAt }) => {
    const loosened = findLoosenedTerm(PROFILES[contract.profile], laid);
    if (loosened !== null) {
      return { events: [], result: { ok: false, code: 'term_loosened', term: loosened } };
    }
    const at = formatInstant(recordedAt);
    const event = composed({ id: context.newId(), type: 'terms.changed', at, terms: laid });
    return { events: [event], result: { ok: true, version: contract.termsVersion + 1 } };
  });
}
