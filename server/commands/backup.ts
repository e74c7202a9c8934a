import { resolve } from 'node:path';
import { nonEmpty } from '#server/commands/arguments.ts';
import { databaseAddress, examples, operatorCommand, tell } from '#server/commands/operator.ts';
import { backUp, type Counts } from '#server/db/copy.ts';
import { pathOf } from '#server/db/place.ts';

export function countsInWords(counts: Counts): string {
  const { contract, seat, inmail, inmail_response: responses, standing_change: changes } = counts;
  return `${contract} contracts, ${seat} seats, ${inmail} InMails, ${responses} responses, ${changes} changes of standing`;
}

export const backupCommand = operatorCommand('backup')
  .description(
    'Copy the database into one file, as it is at one moment; a server may run meanwhile. The copy is readable by its owner alone, and is opened and checked before it gets its name.',
  )
  .requiredOption('--out <file>', 'where to; a file that is there is not overwritten', nonEmpty)
  .addHelpText(
    'after',
    examples('backup --out backups/monday.db', 'backup --out backups/monday.db --json'),
  )
  .action(async (options) =>
    tell(options, async () => {
      const out = resolve(options.out);
      const counts = await backUp(pathOf(databaseAddress(options)), out);
      return {
        words: `Backed up to ${out}, checked: ${countsInWords(counts)}.`,
        json: { out, counts },
      };
    }),
  );
