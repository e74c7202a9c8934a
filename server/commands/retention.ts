import { InvalidArgumentError } from '@commander-js/extra-typings';
import { nonEmpty } from '#server/commands/arguments.ts';
import { lineOfVersion } from '#server/commands/authors.ts';
import {
  examples,
  operate,
  operatorCommand,
  Refused,
  type Told,
} from '#server/commands/operator.ts';
import { readSettings } from '#server/contracts/settings-store.ts';
import { readContract } from '#server/contracts/store.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import {
  changeRetention,
  FEWEST_RETENTION_DAYS,
  MOST_RETENTION_DAYS,
} from '#server/retention/change-retention.ts';
import { countOld } from '#server/retention/store.ts';
import { goOn, NEW_ROUND, reachOf } from '#server/retention/retain.ts';
import { formatInstant } from '#shared/policy/instant.ts';

function daysArgument(text: string): number {
  const days = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (days >= FEWEST_RETENTION_DAYS && days <= MOST_RETENTION_DAYS) return days;
  throw new InvalidArgumentError(
    `A whole number of days from ${FEWEST_RETENTION_DAYS} to ${MOST_RETENTION_DAYS}.`,
  );
}

async function show({ database, now }: LedgerContext, id: string): Promise<Told> {
  const [settings, contract] = await database.read(
    async (reader) => [await readSettings(reader, id), await readContract(reader, id)] as const,
  );
  if (settings === null || contract === null) {
    throw new ContractUnknown(id);
  }
  const { days, versions } = settings.retention;
  const reach = reachOf(contract, now());
  const old = await database.read((reader) => countOld(reader, reach));
  const { seats, inmails } = old;
  const before = formatInstant(reach.before);
  const words = [
    `The ledger of contract "${id}" is kept for ${days} days: what was recorded before ${before} goes.`,
    `There are ${inmails} such InMails, of ${seats} seats.`,
    'Versions:',
    ...versions.map((each) => lineOfVersion(each, `${each.days} days`)),
  ].join('\n');
  const told = versions.map(({ recordedAt, ...each }) => ({
    ...each,
    recordedAt: formatInstant(recordedAt),
  }));
  return { words, json: { contract: id, days, before, old, versions: told } };
}

async function run(ledger: LedgerContext, id: string): Promise<Told> {
  let round = NEW_ROUND;
  while (!round.isOver) round = await goOn(ledger, id, round);
  const { done, left } = round;
  const waits =
    left === 0 ? '' : ` ${left} wait for a later day, as no opening can stand for them yet.`;
  return {
    words: `Removed what was too old of ${done} seats of contract "${id}"; an opening stands for it.${waits}`,
    json: { contract: id, seatsDone: done, seatsLeft: left },
  };
}

export const retentionCommand = operatorCommand('retention')
  .description(
    'Show or set how long a contract keeps its ledger. A server removes once a day what is older; a standing never changes by it.',
  )
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .option(
    '--days <count>',
    'keep what was recorded in so many days, from the next day on',
    daysArgument,
  )
  .option('--run', 'remove now what is older, as the server does once a day')
  .addHelpText(
    'after',
    examples(
      'retention --contract fernhill-talent',
      'retention --contract fernhill-talent --days 365',
      'retention --contract fernhill-talent --run',
    ),
  )
  .action(async (options) =>
    operate(options, async (ledger) => {
      const { contract, days } = options;
      if (days !== undefined && options.run === true) {
        throw new Refused('Set the days first, look at what would go, and then run it.');
      }
      if (options.run === true) return run(ledger, contract);
      if (days !== undefined) await changeRetention(ledger, contract, days);
      return show(ledger, contract);
    }),
  );
