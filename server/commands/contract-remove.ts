import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand, Refused } from '#server/commands/operator.ts';
import type { RowCounts } from '#server/contracts/removal-store.ts';
import { previewRemoval, removeContract } from '#server/contracts/remove-contract.ts';

/** Tables under the names that the page on the data has them by, the largest part first. */
function inLines(rows: RowCounts): string[] {
  const sorted = Object.entries(rows).toSorted(([, one], [, other]) => other - one);
  const width = Math.max(...sorted.map(([, count]) => String(count).length));
  return sorted.map(([table, count]) => `  ${String(count).padStart(width)}  ${table}`);
}

function previewInWords(contract: string, name: string, rows: RowCounts): string {
  const command = 'npm run good-standing --';
  return [
    `Dry run, nothing is removed. With contract "${contract}" (${name}) these rows would go, for good:`,
    ...inLines(rows),
    'Other contracts stay as they are, and so do people who are in one of them.',
    'Keep first what you want to keep: the database, the ledger, and who changed what.',
    `  ${command} backup --out before-${contract}.db`,
    `  ${command} export --contract ${contract} --out ${contract}.ndjson`,
    `  ${command} audit --contract ${contract} --format csv --out ${contract}-audit.csv`,
    'Then remove it by its name:',
    `  ${command} contract remove --contract ${contract} --confirm "${name}"`,
  ].join('\n');
}

export const removeCommand = operatorCommand('remove')
  .description(
    'Remove a contract with everything that is kept of it. Without its name to confirm: say what would go, and remove nothing.',
  )
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .option('--confirm <name>', 'its name, to remove it for good', nonEmpty)
  .addHelpText(
    'after',
    examples(
      'contract remove --contract fernhill-talent',
      'contract remove --contract fernhill-talent --confirm "Fernhill Talent"',
    ),
  )
  .action(async (options) =>
    operate(options, async (ledger) => {
      const { contract, confirm } = options;
      if (confirm === undefined) {
        const { name, rows } = await previewRemoval(ledger, contract);
        const words = previewInWords(contract, name, rows);
        return { words, json: { contract, name, isDryRun: true, rows } };
      }
      const outcome = await removeContract(ledger, contract, confirm);
      if (!outcome.ok) {
        const why = `Contract "${contract}" is not called "${confirm}": nothing is removed. "contract list" has its name.`;
        throw new Refused(`${outcome.code}: ${why}`, outcome.code);
      }
      const { name, rows } = outcome;
      const words = [
        `Removed contract "${contract}" (${name}) with:`,
        ...inLines(rows),
        'Backups still have it: those are yours to delete.',
      ].join('\n');
      return { words, json: { contract, name, isDryRun: false, rows } };
    }),
  );
