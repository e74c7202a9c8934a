import { z } from 'zod';
import type { Contract } from '#server/contracts/store.ts';
import { RIPE_DAYS } from '#shared/policy/pilot-arms.ts';
import type { PilotReport } from '#shared/policy/pilot.ts';
import { pilotReportSchema, type PilotReportJson } from '#shared/wire/pilot-report.ts';

export function pilotReportJson({
  contract,
  report,
}: {
  contract: Contract;
  report: PilotReport;
}): PilotReportJson {
  const { id, name, mode } = contract;
  const { verdict, ...figures } = report;
  return z.encode(pilotReportSchema, {
    contract: { id, name },
    mode,
    ripeDays: RIPE_DAYS,
    ...figures,
    verdict: { ...verdict, doubts: [...verdict.doubts] },
  });
}
