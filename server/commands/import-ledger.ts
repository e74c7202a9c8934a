import { instant, nonEmpty } from '#server/commands/arguments.ts';
import {
  countOf,
  headline,
  lineOfRefusal,
  openLedgerFile,
  operateImport,
} from '#server/commands/import-files.ts';
import { examples, operatorCommand, Refused } from '#server/commands/operator.ts';
import { Progress } from '#server/commands/progress.ts';
import { importLedger } from '#server/imports/import-ledger.ts';
import type { RefusedRow } from '#server/imports/refused-row.ts';

function notTheSource(contract: string, source: string): string {
  return (
    `not_the_source: the ledger of contract "${contract}" is kept by its ${source}, so that a file would count InMails twice. ` +
    'To judge by files, create a contract for it: contract create --source import --name <name>.'
  );
}

export const importLedgerCommand = operatorCommand('ledger')
  .description(
    'Take a ledger of NDJSON events in: inmail.sent and inmail.responded. What comes in is judged from then on, never backwards.',
  )
  .argument('<file>', 'one event a line; - for standard input', nonEmpty)
  .requiredOption('--contract <id>', 'a contract with --source import', nonEmpty)
  .option(
    '--complete-up-to <instant>',
    'the file holds every InMail and response up to here',
    instant,
  )
  .option('--dry-run', 'say what would come of it, and write nothing')
  .addHelpText(
    'after',
    examples('import ledger history.ndjson --contract fernhill-talent --dry-run'),
  )
  .action(async (path, options) =>
    operateImport(options, async (context) => {
      const { contract } = options;
      const { file, lines } = openLedgerFile(path);
      const progress = new Progress(process.stderr, lines, Date.now);
      const refusedRows: RefusedRow[] = [];
      try {
        const outcome = await importLedger(
          context,
          contract,
          { lines: file.lines(), textAt: (position) => file.textAt(position) },
          {
            isDryRun: options.dryRun === true,
            completeUpTo: options.completeUpTo ?? null,
            onProgress: (done) => progress.update(done),
            onRefused: (row) => {
              process.exitCode = 1;
              progress.clear();
              if (options.json === true) refusedRows.push(row);
              else console.error(lineOfRefusal(row));
            },
          },
        );
        if (!outcome.ok) throw new Refused(notTheSource(contract, outcome.source), outcome.code);
        const { read, accepted, duplicates, refused, recordedAtIgnored } = outcome.summary;
        const ignored = `${countOf(recordedAtIgnored, 'line')} named a recordedAt, which is ignored: an event is recorded when it comes in.`;
        const words = [
          headline(options, `${countOf(read, 'line')} read for contract "${contract}":`),
          `  ${accepted} taken, ${duplicates} known already, ${refused} refused`,
          ...(recordedAtIgnored === 0 ? [] : [`  ${ignored}`]),
        ].join('\n');
        const isDryRun = options.dryRun === true;
        const json = { contract, isDryRun, ...outcome.summary, refusedRows };
        return { words, json };
      } finally {
        progress.clear();
        file.close();
      }
    }),
  );
