import { Command } from '@commander-js/extra-typings';
import { importLedgerCommand } from '#server/commands/import-ledger.ts';
import { importSeatsCommand } from '#server/commands/import-seats.ts';
import { importUsageCommand } from '#server/commands/import-usage.ts';

export const importCommand = new Command('import')
  .description(
    'Take files in. Exit status: 0 when all rows were taken, 1 when some were refused, 2 when the file cannot be read.',
  )
  .addCommand(importLedgerCommand)
  .addCommand(importUsageCommand)
  .addCommand(importSeatsCommand);
