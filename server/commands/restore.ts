import { resolve } from 'node:path';
import { nonEmpty } from '#server/commands/arguments.ts';
import { countsInWords } from '#server/commands/backup.ts';
import { databaseAddress, examples, operatorCommand, tell } from '#server/commands/operator.ts';
import { restore } from '#server/db/copy.ts';
import { pathOf } from '#server/db/place.ts';
import { formatInstant } from '#shared/policy/instant.ts';

export const restoreCommand = operatorCommand('restore')
  .description(
    'Put a backup in the place of the database. The backup is checked first; the server has to be stopped; the old file is kept aside.',
  )
  .argument('<file>', 'the backup', nonEmpty)
  .option('--replace', 'even where the database is not empty')
  .addHelpText(
    'after',
    examples('restore backups/monday.db', 'restore backups/monday.db --replace'),
  )
  .action(async (file, options) =>
    tell(options, async () => {
      const path = pathOf(databaseAddress(options));
      const stamp = formatInstant(Date.now()).replaceAll(/[:.]/g, '-');
      const aside = `${path}.before-restore-${stamp}`;
      const mayReplace = options.replace === true;
      const { counts, keptAside } = await restore(resolve(file), path, { aside, mayReplace });
      const kept = keptAside === null ? '' : ` The old file is kept as ${keptAside}.`;
      return {
        words: `Restored ${path}: ${countsInWords(counts)}.${kept}`,
        json: { database: path, counts, keptAside },
      };
    }),
  );
