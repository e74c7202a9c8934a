import { Command, InvalidArgumentError } from '@commander-js/extra-typings';
import { z } from 'zod';
import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand, Refused } from '#server/commands/operator.ts';
import {
  addEndpoint,
  endEndpoint,
  replayMessages,
  rotateSecret,
} from '#server/webhooks/endpoints.ts';
import { listEndpoints } from '#server/webhooks/store.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import {
  webhookListSchema,
  webhookSecretSchema,
  type WebhookSecret,
} from '#shared/wire/webhooks.ts';

function secretTold(contract: string, secret: WebhookSecret) {
  const { id, url, secret: text, previousUntil } = secret;
  const lines = [
    `Endpoint "${id}" of contract "${contract}": ${url}`,
    `  its secret, shown once: ${text}`,
    ...(previousUntil === null
      ? []
      : [`  the secret before signs as well until ${formatInstant(previousUntil)}`]),
  ];
  return { words: lines.join('\n'), json: { contract, ...z.encode(webhookSecretSchema, secret) } };
}

const unknown = (id: string) => new Refused(`There is no endpoint "${id}".`, 'webhook_unknown');

const add = operatorCommand('add')
  .description('Add an endpoint, which is told of standings, notices and reviews from now on.')
  .argument('<url>', 'an https: address', nonEmpty)
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .option('--into-network', 'let it lead into the network; the server has to be set so too')
  .addHelpText(
    'after',
    examples('webhook add https://hooks.example.com/standing --contract fernhill-talent'),
  )
  .action(async (url, options) =>
    operate(options, async (ledger) => {
      const allowsPrivate = options.intoNetwork === true;
      const outcome = await addEndpoint(ledger, options.contract, { url, allowsPrivate });
      if (!outcome.ok) throw new Refused(outcome.why, 'field_invalid');
      return secretTold(options.contract, outcome.added);
    }),
  );

const listCommand = operatorCommand('list')
  .description('Name the endpoints of a contract, and how far each was told.')
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .addHelpText('after', examples('webhook list --contract fernhill-talent'))
  .action(async (options) =>
    operate(options, async ({ database }) => {
      const { contract } = options;
      const endpoints = await database.read((reader) => listEndpoints(reader, contract));
      const lines = endpoints.map(
        ({ id, url, lastSequence, waiting, givenUp, lastAnswer }) =>
          `${id}  ${url}  last ${lastSequence}, waiting ${waiting}, given up ${givenUp}, last answer ${lastAnswer ?? 'none'}`,
      );
      const words = lines.length === 0 ? 'The contract has no endpoint.' : lines.join('\n');
      return { words, json: { contract, ...z.encode(webhookListSchema, { endpoints }) } };
    }),
  );

const end = operatorCommand('end')
  .description('End an endpoint: nothing more is told there, nor what waits.')
  .argument('<endpoint>', 'its id', nonEmpty)
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .addHelpText('after', examples('webhook end ENDPOINT --contract fernhill-talent'))
  .action(async (endpoint, options) =>
    operate(options, async (ledger) => {
      const { contract } = options;
      const endedAt = await endEndpoint(ledger, contract, endpoint);
      if (endedAt === null) throw unknown(endpoint);
      const json = { contract, id: endpoint, endedAt: formatInstant(endedAt) };
      return { words: `Endpoint "${endpoint}" has ended.`, json };
    }),
  );

const rotate = operatorCommand('rotate')
  .description('Give an endpoint another secret; the one before signs as well for a day.')
  .argument('<endpoint>', 'its id', nonEmpty)
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .addHelpText('after', examples('webhook rotate ENDPOINT --contract fernhill-talent'))
  .action(async (endpoint, options) =>
    operate(options, async (ledger) => {
      const rotated = await rotateSecret(ledger, options.contract, endpoint);
      if (rotated === null) throw unknown(endpoint);
      return secretTold(options.contract, rotated);
    }),
  );

function sequence(text: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  if (number < 1) throw new InvalidArgumentError('A sequence is a whole number from 1 on.');
  return number;
}

const replay = operatorCommand('replay')
  .description('Tell an endpoint again what happened, from a message on, with the ids they had.')
  .argument('<endpoint>', 'its id', nonEmpty)
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .requiredOption('--from <sequence>', 'the first message to be told again', sequence)
  .addHelpText('after', examples('webhook replay ENDPOINT --from 118 --contract fernhill-talent'))
  .action(async (endpoint, options) =>
    operate(options, async (ledger) => {
      const { contract, from } = options;
      const messages = await replayMessages(ledger, contract, endpoint, from);
      if (messages === null) throw unknown(endpoint);
      const words = `${messages} messages are told to endpoint "${endpoint}" again.`;
      return { words, json: { contract, id: endpoint, messages } };
    }),
  );

export const webhookCommand = new Command('webhook')
  .description('Say where a contract is told of standings, notices and reviews, signed.')
  .addCommand(add)
  .addCommand(listCommand)
  .addCommand(end)
  .addCommand(rotate)
  .addCommand(replay);
