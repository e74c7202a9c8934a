import { recordChange } from '#server/audit/store.ts';
import { loadContract, readContract } from '#server/contracts/store.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import { keepMisses, listMisses, saveOff } from '#server/surfaces/store.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import type { SurfaceHealth, SurfaceReport, SurfaceSwitch } from '#shared/wire/surface-reports.ts';

/** What was not missed for so long is mended, or nobody goes there. */
const SHOWN_DAYS = 14;

/** Keeps what a seat's extension could not find; nothing is missed later than now. */
export async function keepReport(
  { database, now }: LedgerContext,
  contractId: string,
  seat: string,
  report: SurfaceReport,
): Promise<void> {
  const latest = now();
  const misses = report.misses.map((miss) => ({ ...miss, at: Math.min(miss.at, latest) }));
  await database.write((tx) => keepMisses(tx, contractId, seat, { ...report, misses }));
}

/**
 * What of Recruiter's page does not work, for how many seats, and what is switched off.
 * @throws ContractUnknown
 */
export async function readHealth(
  { database, now }: Pick<LedgerContext, 'database' | 'now'>,
  contractId: string,
): Promise<SurfaceHealth> {
  const asOf = now();
  return database.read(async (reader) => {
    const contract = await readContract(reader, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const misses = await listMisses(reader, contractId, asOf - SHOWN_DAYS * DAY_MS);
    return { asOf, misses, off: contract.surfacesOff };
  });
}

function switchInWords(off: { throughVersion: string | null } | undefined): string {
  if (off === undefined) return 'on';
  return off.throughVersion === null ? 'off' : `off through ${off.throughVersion}`;
}

/**
 * Switches a surface off for extensions up to a version, or on again.
 * @throws ContractUnknown
 */
export async function switchSurface(
  { database, now, by }: LedgerContext,
  contractId: string,
  { isOff, surface, throughVersion }: SurfaceSwitch,
): Promise<void> {
  await database.write(async (tx) => {
    const contract = await loadContract(tx, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const before = contract.surfacesOff.find((one) => one.surface === surface);
    const others = contract.surfacesOff.filter((one) => one.surface !== surface);
    const off = { surface, throughVersion, recordedAt: now(), recordedBy: by };
    const change = {
      what: 'surface.switched',
      subject: surface,
      before: switchInWords(before),
      after: switchInWords(isOff ? off : undefined),
    };
    if (change.before === change.after) return;
    await saveOff(tx, contractId, isOff ? [...others, off] : others);
    await recordChange(tx, contractId, { at: off.recordedAt, by }, change);
  });
}
