import { Command } from '@commander-js/extra-typings';
import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand } from '#server/commands/operator.ts';
import { addSeat } from '#server/contracts/seats.ts';

const add = operatorCommand('add')
  .description('Add a seat in good standing. It starts in the mode that its contract is in.')
  .requiredOption('--contract <id>', 'the contract it belongs to', nonEmpty)
  .requiredOption('--holder <name>', 'who holds it', nonEmpty)
  .option('--id <id>', 'its id (default: seat-1, seat-2, ...)', nonEmpty)
  .addHelpText('after', examples('seat add --contract fernhill-talent --holder "Nora Lindqvist"'))
  .action(async (options) =>
    operate(options, async (ledger) => {
      const { contract, holder, id } = options;
      const seat = await addSeat(ledger, contract, { id, holder });
      return {
        words: `Added seat "${seat.id}", held by ${holder}, mode ${seat.mode}.`,
        json: { contract, ...seat },
      };
    }),
  );

export const seatCommand = new Command('seat').description('Add seats.').addCommand(add);
