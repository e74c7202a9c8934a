import { Command } from '@commander-js/extra-typings';
import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand } from '#server/commands/operator.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { readContract } from '#server/contracts/store.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { listSeats } from '#server/standing/history-store.ts';

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

const all = operatorCommand('list')
  .description('Name the seats of a contract: who holds them, how they stand, and in which mode.')
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .addHelpText('after', examples('seat list --contract fernhill-talent'))
  .action(async (options) =>
    operate(options, async ({ database }) => {
      const { contract } = options;
      if ((await database.read((reader) => readContract(reader, contract))) === null) {
        throw new ContractUnknown(`There is no contract "${contract}".`);
      }
      const seats = (await database.read((reader) => listSeats(reader, contract))).map(
        ({ id, state: { holder, standing, mode } }) => ({ id, holder, standing, mode }),
      );
      const lines = seats.map(
        ({ id, holder, standing, mode }) => `${id}  ${holder}  ${standing}  ${mode}`,
      );
      const words = lines.length === 0 ? 'The contract has no seat.' : lines.join('\n');
      return { words, json: { contract, seats } };
    }),
  );

export const seatCommand = new Command('seat')
  .description('Add seats, and name those that there are.')
  .addCommand(add)
  .addCommand(all);
