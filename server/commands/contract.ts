import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { removeCommand } from '#server/commands/contract-remove.ts';
import { examples, operate, operatorCommand, Refused } from '#server/commands/operator.ts';
import { changeAdvice } from '#server/contracts/change-advice.ts';
import { changeSource } from '#server/contracts/change-source.ts';
import { listContracts } from '#server/contracts/store.ts';
import { createContract } from '#server/contracts/contracts.ts';
import { SOURCES } from '#server/db/schema.ts';
import { newKey } from '#server/identity/token.ts';
import { nonEmpty } from '#server/commands/arguments.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import { DEFAULT_PROFILE, PROFILE_NAMES } from '#shared/policy/terms.ts';
import {
  MOST_TRAINING_LINKS,
  trainingLinkSchema,
  type TrainingLink,
} from '#shared/wire/training.ts';

const create = operatorCommand('create')
  .description('Create a contract. It starts in observation: recruiters see nothing yet.')
  .requiredOption('--name <name>', "as Recruiter's navigation names the contract", nonEmpty)
  .option('--id <id>', 'its id here (default: made from the name)', nonEmpty)
  .addOption(
    new Option('--profile <name>', 'the terms it is judged by')
      .choices(PROFILE_NAMES)
      .default(DEFAULT_PROFILE),
  )
  .addOption(
    new Option('--source <source>', 'where its InMails and responses come from')
      .choices(SOURCES)
      .default('overlay' as const),
  )
  .option('--relationship-manager <text>', 'whom to ask, named in every notice', nonEmpty)
  .addHelpText(
    'after',
    examples(
      'contract create --name "Fernhill Talent"',
      'contract create --name "Fernhill Talent" --source feed --profile inmail-current',
    ),
  )
  .action(async (options) =>
    operate(options, async (ledger) => {
      const { id, name, profile, source } = options;
      const relationshipManager = options.relationshipManager ?? null;
      const wanted = { id, name, profile, source, relationshipManager };
      const contract = await createContract(ledger, wanted, newKey);
      return {
        words: `Created contract "${contract.id}" (${name}), in observation. Invite its first admin with:\n\n  npm run good-standing -- invite --contract ${contract.id} --admin --email <address>\n`,
        json: { id: contract.id, name, profile, source, relationshipManager, mode: contract.mode },
      };
    }),
  );

const PARTIAL =
  'Seats are in enforce, and the overlay does not see replies yet. Go back to inform, ' +
  'or accept that with: mode enforce --accept-partial-evidence.';

const source = operatorCommand('source')
  .description('Give the ledger of a contract to another source, for what is sent from now on.')
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .addOption(
    new Option('--source <source>', 'where its InMails and responses come from from now on')
      .choices(SOURCES)
      .makeOptionMandatory(),
  )
  .addHelpText('after', examples('contract source --contract fernhill-talent --source feed'))
  .action(async (options) =>
    operate(options, async (ledger) => {
      const { contract } = options;
      const outcome = await changeSource(ledger, contract, options.source);
      if (!outcome.ok) throw new Refused(`${outcome.code}: ${PARTIAL}`, outcome.code);
      const since = formatInstant(outcome.since);
      return {
        words: `The ledger of contract "${contract}" is kept by the source "${outcome.source}" since ${since}.`,
        json: { contract, source: outcome.source, since },
      };
    }),
  );

function trainingLink(text: string, before: TrainingLink[] = []): TrainingLink[] {
  const [title = '', url = ''] = text.split(/=(?=https:)/, 2);
  const read = trainingLinkSchema.safeParse({ title, url });
  if (!read.success) throw new InvalidArgumentError('A link is written as "Title=https://...".');
  if (before.length === MOST_TRAINING_LINKS) {
    throw new InvalidArgumentError(`No more than ${MOST_TRAINING_LINKS}.`);
  }
  return [...before, read.data];
}

const set = operatorCommand('set')
  .description('Say whom a notice names, and what the contract recommends to learn from.')
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .option('--relationship-manager <text>', 'whom to ask, named in every notice', nonEmpty)
  .option('--training-link <title=url...>', 'in place of those before; once for each', trainingLink)
  .option('--no-training-links', 'none any more')
  .addHelpText(
    'after',
    examples(
      'contract set --contract fernhill-talent --relationship-manager "Aisha Brennan, aisha@example.com"',
      'contract set --contract fernhill-talent --training-link "Writing short=https://example.com/short"',
    ),
  )
  .action(async (options) =>
    operate(options, async (ledger) => {
      const { contract, relationshipManager } = options;
      const trainingLinks = options.trainingLinks ? options.trainingLink : [];
      const advice = await changeAdvice(ledger, contract, {
        ...(relationshipManager === undefined ? {} : { relationshipManager }),
        ...(trainingLinks === undefined ? {} : { trainingLinks }),
      });
      const words = [
        `Notices of contract "${contract}" name ${advice.relationshipManager ?? 'nobody'}, and lead to ${advice.trainingLinks.length} pages:`,
        ...advice.trainingLinks.map(({ title, url }) => `  ${title}  ${url}`),
      ].join('\n');
      return { words, json: { contract, ...advice } };
    }),
  );

const all = operatorCommand('list')
  .description('Name the contracts that there are.')
  .addHelpText('after', examples('contract list', 'contract list --json'))
  .action(async (options) =>
    operate(options, async ({ database }) => {
      const contracts = await database.read(listContracts);
      const lines = contracts.map(({ id, name }) => `${id}  ${name}`);
      const words = lines.length === 0 ? 'The database holds no contract.' : lines.join('\n');
      return { words, json: { contracts } };
    }),
  );

export const contractCommand = new Command('contract')
  .description(
    'Create contracts, name those that there are, say who keeps their ledgers, remove them.',
  )
  .addCommand(all)
  .addCommand(create)
  .addCommand(source)
  .addCommand(set)
  .addCommand(removeCommand);
