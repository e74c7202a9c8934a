import { readContract, type Contract } from '#server/contracts/store.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import { listHolds } from '#server/pilots/hold-store.ts';
import { bulkSendsAround, countPeriods, readPilotHistory } from '#server/pilots/report-store.ts';
import { makeDueChecks } from '#server/standing/checks.ts';
import { armsOf } from '#shared/policy/pilot-arms.ts';
import { firstWarnings, pilotReport, type PilotReport } from '#shared/policy/pilot.ts';

/**
 * What a contract's pilot has changed so far; checks that are due are made first.
 * @throws ContractUnknown
 */
export async function reportPilot(
  context: Pick<LedgerContext, 'database' | 'now'>,
  contractId: string,
): Promise<{ contract: Contract; report: PilotReport }> {
  const { database, now } = context;
  await makeDueChecks(context, contractId);
  const asOf = now();
  return database.read(async (reader) => {
    const contract = await readContract(reader, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const { seats, issued, acknowledged } = await readPilotHistory(reader, contract);
    const arms = armsOf(seats, asOf);
    const all = [...arms.treated, ...arms.observed];
    const counts = await countPeriods(reader, contractId, all);
    const bulkSends = await bulkSendsAround(reader, contractId, firstWarnings(all, issued));
    const held = await listHolds(reader, contractId);
    const facts = { arms, counts, issued, acknowledged, bulkSends, held, asOf };
    return { contract, report: pilotReport(facts) };
  });
}
