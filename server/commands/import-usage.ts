import { Option } from '@commander-js/extra-typings';
import { nonEmpty } from '#server/commands/arguments.ts';
import {
  countOf,
  headline,
  operateImport,
  readCsvFile,
  tellRefused,
} from '#server/commands/import-files.ts';
import { examples, operatorCommand } from '#server/commands/operator.ts';
import { Progress } from '#server/commands/progress.ts';
import { importUsage, type ComparedUsage } from '#server/imports/import-usage.ts';
import { readUsageReport } from '#server/imports/usage-rows.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import { rateTenths } from '#shared/policy/tally.ts';
import type { UsageFigures } from '#shared/policy/usage-difference.ts';
import { usageCauseWords } from '#shared/words/usage.ts';

function wordsOf({ sent, accepted, declined, responseRateBps }: UsageFigures): string {
  const counts = `${sent} sent, ${accepted} accepted, ${declined} declined`;
  if (responseRateBps === null) return counts;
  const { whole, tenth } = rateTenths(responseRateBps);
  return `${counts} (${whole}.${tenth} %)`;
}

const timeOf = (instant: number): string => formatInstant(instant).replace(/:00\.000Z$/, 'Z');

/** A period in which the report and the ledger differ, and why they likely do. */
function wordsOfDifference(compared: ComparedUsage): string[] {
  const { seat, startsAt, endsAt, report, ledger, causes } = compared;
  const reasons = new Set(causes.map(({ cause }) => cause));
  return [
    `  seat "${seat}", ${timeOf(startsAt)} to ${timeOf(endsAt)}`,
    `    report  ${wordsOf(report)}`,
    `    ledger  ${wordsOf(ledger)}`,
    ...[...reasons].map((cause) => `    ${cause}: ${usageCauseWords.en[cause]}`),
  ];
}

function jsonOf({ startsAt, endsAt, importedAt, ...compared }: ComparedUsage) {
  const [starts, ends, imported] = [startsAt, endsAt, importedAt].map(formatInstant);
  return { ...compared, startsAt: starts, endsAt: ends, importedAt: imported };
}

export const importUsageCommand = operatorCommand('usage')
  .description(
    "Keep Recruiter's usage report beside the ledger, and show where they differ. It judges nobody.",
  )
  .argument('<file>', 'the report as CSV, as Recruiter exports it; - for standard input', nonEmpty)
  .requiredOption('--contract <id>', 'the contract it is of', nonEmpty)
  .option('--dry-run', 'say what would come of it, and write nothing')
  .addOption(
    new Option(
      '--dates <order>',
      'how to read 11/12/2026, where the file does not show it',
    ).choices(['day_first', 'month_first'] as const),
  )
  .addHelpText('after', examples('import usage report.csv --contract fernhill-talent --dry-run'))
  .action(async (path, options) =>
    operateImport(options, async (context) => {
      const { contract } = options;
      const isDryRun = options.dryRun === true;
      const report = readUsageReport(readCsvFile(path), options.dates);
      const progress = new Progress(
        process.stderr,
        report.rows.length + report.refused.length,
        Date.now,
      );
      const imported = await importUsage(context, contract, report, {
        isDryRun,
        onProgress: (done) => progress.update(done),
      });
      const { refused, compared, ...summary } = imported;
      progress.clear();
      tellRefused(refused, options);
      const { read, added, replaced, unchanged } = summary;
      const unmapped = [...report.columns.unmapped];
      const differing = compared.filter(({ causes }) => causes.length > 0);
      const words = [
        headline(options, `${countOf(read, 'row')} read for contract "${contract}":`),
        `  ${added} added, ${replaced} replaced, ${unchanged} known already, ${refused.length} refused`,
        ...[...report.columns.mapped].map(([field, { header }]) => `  ${field}: "${header}"`),
        `  Columns left aside: ${unmapped.length === 0 ? 'none' : unmapped.join(', ')}`,
        `  ${compared.length - differing.length} agree with the ledger, ${differing.length} differ`,
        ...differing.flatMap(wordsOfDifference),
      ].join('\n');
      const { notation, dayOrder } = report;
      const columns = Object.fromEntries(
        [...report.columns.mapped].map(([field, { header }]) => [field, header]),
      );
      const read_ = { columns, unmappedColumns: unmapped, notation, dayOrder };
      const refusals = { refused: refused.length, refusedRows: refused };
      const json = { contract, isDryRun, ...summary, ...refusals, ...read_ };
      return { words, json: { ...json, compared: compared.map(jsonOf) } };
    }),
  );
