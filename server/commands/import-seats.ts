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
import { importSeats, type ListedSeat } from '#server/imports/import-seats.ts';
import { readSeatList } from '#server/imports/seat-rows.ts';

function lineOfSeat({ id, holder, team }: ListedSeat): string {
  const named = id === null ? 'a seat' : `seat "${id}"`;
  return `  ${named}, held by ${holder}${team === null ? '' : `, team ${team}`}`;
}

export const importSeatsCommand = operatorCommand('seats')
  .description('Add the seats of a list that are new; those that are there stay as they are.')
  .argument('<file>', 'CSV with a column Holder, and Team, Role and Seat id if wanted', nonEmpty)
  .requiredOption('--contract <id>', 'the contract they belong to', nonEmpty)
  .option('--dry-run', 'say what would come of it, and write nothing')
  .addHelpText('after', examples('import seats team.csv --contract fernhill-talent --dry-run'))
  .action(async (path, options) =>
    operateImport(options, async (context) => {
      const { contract } = options;
      const isDryRun = options.dryRun === true;
      const list = readSeatList(readCsvFile(path));
      const progress = new Progress(
        process.stderr,
        list.rows.length + list.refused.length,
        Date.now,
      );
      const { refused, ...summary } = await importSeats(context, contract, list, {
        isDryRun,
        onProgress: (done) => progress.update(done),
      });
      progress.clear();
      tellRefused(refused, options);
      const { read, added, alreadyThere, leads } = summary;
      const unmapped = [...list.columns.unmapped];
      const words = [
        headline(options, `${countOf(read, 'row')} read for contract "${contract}":`),
        `  ${added.length} added, ${alreadyThere} there already, ${countOf(leads.length, 'lead')} without a seat, ${refused.length} refused`,
        ...added.map(lineOfSeat),
        ...(leads.length === 0
          ? []
          : [`  A lead needs no seat, only an invitation: invite --contract ${contract} --lead`]),
        ...(unmapped.length === 0 ? [] : [`  Columns left aside: ${unmapped.join(', ')}`]),
      ].join('\n');
      const counts = { refused: refused.length, refusedRows: refused, unmappedColumns: unmapped };
      return { words, json: { contract, isDryRun, ...summary, ...counts } };
    }),
  );
