import { Option } from '@commander-js/extra-typings';
import { csvOfAudit, ndjsonOfAudit, readAudit } from '#server/audit/audit.ts';
import { instant, nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand } from '#server/commands/operator.ts';
import { writeReport } from '#server/commands/write-report.ts';

const FORMATS = { csv: csvOfAudit, ndjson: ndjsonOfAudit } as const;

export const auditCommand = operatorCommand('audit')
  .description('Write who changed what when, from what to what: the oldest first, as far as kept.')
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .addOption(
    new Option('--format <format>', 'how').choices(['csv', 'ndjson'] as const).default('ndjson'),
  )
  .option('--since <instant>', 'only from then on', instant)
  .option('--until <instant>', 'only before then', instant)
  .option('--out <file>', 'where to (default: standard output)', nonEmpty)
  .addHelpText(
    'after',
    examples(
      'audit --contract fernhill-talent --format csv --out audit.csv',
      'audit --contract fernhill-talent --since 2026-01-05T00:00:00.000Z',
    ),
  )
  .action(async (options) =>
    operate(options, async (ledger) => {
      const { contract, format, out, since = -Infinity, until = Infinity } = options;
      const entries = await readAudit(ledger, contract, { since, until });
      const text = FORMATS[format === 'csv' ? 'csv' : 'ndjson'](entries);
      if (out === undefined) {
        process.stdout.write(text);
        return null;
      }
      writeReport(out, text);
      const json = { contract, entries: entries.length, out };
      return { words: `${entries.length} changes.`, json };
    }),
  );
