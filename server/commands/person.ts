import { Command } from '@commander-js/extra-typings';
import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand, Refused } from '#server/commands/operator.ts';
import { endPerson } from '#server/identity/end-person.ts';
import { listPeople } from '#server/identity/person-store.ts';
import { listSignIns } from '#server/identity/sign-in-store.ts';
import { forgetHolder } from '#server/retention/forget.ts';
import { formatInstant } from '#shared/policy/instant.ts';

const SHOWN = 200;

const listCommand = operatorCommand('list')
  .description('People of a contract: holders of seats, leads and admins.')
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .addHelpText('after', examples('person list --contract fernhill-talent'))
  .action(async (options) =>
    operate(options, async ({ database }) => {
      const { contract } = options;
      const people = await database.read((reader) => listPeople(reader, contract));
      const lines = people.map(
        ({ name, email, roles, seats }) => `${email}  ${name}: ${[...roles, ...seats].join(', ')}`,
      );
      const words = people.length === 0 ? 'Nobody has accepted an invitation.' : lines.join('\n');
      return { words, json: { contract, people } };
    }),
  );

const endCommand = operatorCommand('end')
  .description('Take a person out of a contract. Their devices end; seats stay as they stand.')
  .argument('<email>', 'the address that they sign in with', nonEmpty)
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .addHelpText('after', examples('person end nora@example.com --contract fernhill-talent'))
  .action(async (email, options) =>
    operate(options, async (ledger) => {
      const { contract } = options;
      const { isForgotten } = await endPerson(ledger, contract, email);
      const words = isForgotten
        ? `${email} is in no contract any more, and forgotten.`
        : `${email} is out of contract "${contract}".`;
      return { words, json: { contract, email, isForgotten } };
    }),
  );

const WHY = {
  still_holds: 'still holds a seat: transfer it first.',
  still_there: 'is in the contract still, by that address: `person end` comes first.',
  person_unknown: 'is in none of the records, as far as they are kept.',
} as const;

const forgetCommand = operatorCommand('forget')
  .description(
    'Take who held a seat before out of a contract’s records: they are called otherwise, and no standing changes.',
  )
  .argument('<name>', 'the name, as transfers have it', nonEmpty)
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .option('--email <address>', 'the address that they were invited by', nonEmpty)
  .addHelpText(
    'after',
    examples('person forget "Nora Lindqvist" --email nora@example.com --contract fernhill-talent'),
  )
  .action(async (holder, options) =>
    operate(options, async (ledger) => {
      const { contract, email } = options;
      const outcome = await forgetHolder(ledger, contract, { holder, email });
      if (!outcome.ok) throw new Refused(`${holder} ${WHY[outcome.code]}`, outcome.code);
      const { ok: _ok, pseudonym, ...counts } = outcome;
      const said = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
      const words = `They are "${pseudonym}" from now on, in ${said.join(', ')}.`;
      return { words, json: { contract, pseudonym, ...counts } };
    }),
  );

const signInsCommand = operatorCommand('sign-ins')
  .description(`The latest ${SHOWN} attempts to sign in to this server, the newest first.`)
  .addHelpText('after', examples('person sign-ins --json'))
  .action(async (options) =>
    operate(options, async ({ database }) => {
      const rows = await database.read((reader) => listSignIns(reader, SHOWN));
      const signIns = rows.map((row) => ({ ...row, at: formatInstant(row.at) }));
      const lines = signIns.map(
        ({ at, email, network, method, outcome }) =>
          `${at}  ${outcome}  ${method}  ${network}  ${email ?? '(nobody that is known)'}`,
      );
      return { words: lines.length === 0 ? 'None.' : lines.join('\n'), json: { signIns } };
    }),
  );

export const personCommand = new Command('person')
  .description('See who is in a contract, end a person, and see who signed in.')
  .addCommand(listCommand)
  .addCommand(endCommand)
  .addCommand(forgetCommand)
  .addCommand(signInsCommand);
