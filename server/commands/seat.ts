import { Command } from '@commander-js/extra-typings';
import { z } from 'zod';
import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand } from '#server/commands/operator.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { readContract } from '#server/contracts/store.ts';
import { SeatUnknown } from '#server/identity/invite.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { findSeats } from '#server/ledger/store.ts';
import { readSeatData } from '#server/seat-data/seat-data.ts';
import { listSeats } from '#server/standing/history-store.ts';
import { putIntoTeams } from '#server/teams/teams.ts';
import { seatDataSchema } from '#shared/wire/seat-data.ts';

const add = operatorCommand('add')
  .description('Add a seat in good standing. It starts in the mode that its contract is in.')
  .requiredOption('--contract <id>', 'the contract it belongs to', nonEmpty)
  .requiredOption('--holder <name>', 'who holds it', nonEmpty)
  .option('--id <id>', 'its id (default: seat-1, seat-2, ...)', nonEmpty)
  .option('--team <name>', 'the team it is in', nonEmpty)
  .addHelpText('after', examples('seat add --contract fernhill-talent --holder "Nora Lindqvist"'))
  .action(async (options) =>
    operate(options, async (ledger) => {
      const { contract, holder, id, team } = options;
      const seat = await addSeat(ledger, contract, { id, holder });
      if (team !== undefined) {
        const { newId, by } = ledger;
        const making = { contractId: contract, at: ledger.now(), by, newId };
        await ledger.database.write((tx) => putIntoTeams(tx, making, [{ seat: seat.id, team }]));
      }
      const inTeam = team === undefined ? '' : `, team ${team}`;
      return {
        words: `Added seat "${seat.id}", held by ${holder}, mode ${seat.mode}${inTeam}.`,
        json: { contract, ...seat, ...(team === undefined ? {} : { team }) },
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
        throw new ContractUnknown(contract);
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

const team = operatorCommand('team')
  .description('Put a seat into a team, which is made where there is none of that name.')
  .argument('<seat>', 'the id of the seat', nonEmpty)
  .argument('<team>', 'the name of the team', nonEmpty)
  .requiredOption('--contract <id>', 'the contract it belongs to', nonEmpty)
  .addHelpText('after', examples('seat team seat-1 North --contract fernhill-talent'))
  .action(async (seat, name, options) =>
    operate(options, async ({ database, now, newId, by }) => {
      const { contract } = options;
      await database.write(async (tx) => {
        if (!(await findSeats(tx, contract, [seat])).has(seat)) {
          throw new SeatUnknown(`The contract has no seat "${seat}".`);
        }
        const making = { contractId: contract, at: now(), by, newId };
        await putIntoTeams(tx, making, [{ seat, team: name }]);
      });
      return {
        words: `Seat "${seat}" is in team "${name}".`,
        json: { contract, seat, team: name },
      };
    }),
  );

const data = operatorCommand('data')
  .description('Print everything that is kept of a seat and who holds it, as one JSON object.')
  .argument('<seat>', 'the id of the seat', nonEmpty)
  .requiredOption('--contract <id>', 'the contract it belongs to', nonEmpty)
  .addHelpText('after', examples('seat data seat-1 --contract fernhill-talent > seat-1.json'))
  .action(async (seat, options) =>
    operate(options, async (ledger) => {
      const { contract } = options;
      const kept = await readSeatData(ledger, contract, seat, 'operator');
      if (kept === null) throw new SeatUnknown(`The contract has no seat "${seat}".`);
      const json = z.encode(seatDataSchema, kept);
      return { words: JSON.stringify(json, null, 2), json };
    }),
  );

export const seatCommand = new Command('seat')
  .description(
    'Add seats, name those that there are, put them into teams, and say what is kept of one.',
  )
  .addCommand(add)
  .addCommand(all)
  .addCommand(team)
  .addCommand(data);
