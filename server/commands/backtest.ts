import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { days, fileToWrite, list, nonEmpty, termsFile } from '#server/commands/arguments.ts';
import { runBacktest, type Wanted } from '#server/commands/backtest-work.ts';
import { faultOfMany, readAxis } from '#shared/policy/terms-grid.ts';
import {
  DEFAULT_PROFILE,
  PROFILE_NAMES,
  type ProfileName,
  type Terms,
} from '#shared/policy/terms.ts';
import { LANGUAGES } from '#shared/words/language.ts';

function profiles(text: string, before: readonly ProfileName[] = []): ProfileName[] {
  const named = list(text).map((name) => {
    const profile = PROFILE_NAMES.find((known) => known === name);
    if (profile !== undefined) return profile;
    throw new InvalidArgumentError(`There is no profile "${name}": ${PROFILE_NAMES.join(', ')}.`);
  });
  if (named.length === 0) throw new InvalidArgumentError(`Name one: ${PROFILE_NAMES.join(', ')}.`);
  return [...before, ...named];
}

function termsFiles(path: string, before: readonly Partial<Terms>[] = []): Partial<Terms>[] {
  return [...before, termsFile(path)];
}

type Axis = readonly Partial<Terms>[];

function axes(text: string, before: readonly Axis[] = []): Axis[] {
  const axis = readAxis(text);
  if (!axis.ok) throw new InvalidArgumentError(axis.fault.detail);
  const names = new Set(before.flatMap((other) => other.flatMap((laid) => Object.keys(laid))));
  const again = axis.value.flatMap((laid) => Object.keys(laid)).find((name) => names.has(name));
  if (again !== undefined) throw new InvalidArgumentError(`"${again}" has a grid already.`);
  return [...before, axis.value];
}

type Sizes = { profile?: unknown[]; terms?: unknown[]; grid?: readonly (readonly unknown[])[] };

function countTrials({ profile, terms, grid = [] }: Sizes): number {
  const points = grid.reduce((count, axis) => count * axis.length, 1);
  return (profile?.length ?? 1) * (terms?.length ?? 1) * points;
}

const NOTES = `
Terms are tried as every profile with every file of terms and every point of the grid laid over it.

How acknowledgements are assumed: without --acknowledge-after only those in the history count, and
what a seat in observation reads at once. Where CONTINUE starts the warning period (inmail-2014), a
warning that nobody reads leads no further: a history without acknowledgements then restricts nobody.

--json prints a line for each terms tried: {terms, seats, judged, warned, restricted, renewed,
restrictedDays, bySegment}. What each number means: docs/backtest.md.

Examples:
  $ npm run good-standing -- backtest ledger.ndjson --acknowledge-after 1
  $ npm run good-standing -- backtest ledger.ndjson --profile inmail-2014,inmail-current --acknowledge-after 1 --by segment
  $ npm run good-standing -- backtest ledger.ndjson --grid thresholdBps=1000..1800:100 --acknowledge-after 1 --html report.html
  $ npm run good-standing -- backtest --contract fernhill-talent --json
`;

export const backtestCommand = new Command('backtest')
  .description(
    'Say whom terms would have warned and restricted, and for how long, on a history as it was.',
  )
  .argument('[file]', 'a ledger of NDJSON events; - for standard input')
  .option('--contract <id>', "a contract's ledger in place of a file", nonEmpty)
  .option('--database <url>', 'where the contract is (default: DATABASE_URL, or ./data)')
  .option(
    '--profile <names>',
    `the terms to start from, several with commas between or one by one: ${PROFILE_NAMES.join(', ')} (default: ${DEFAULT_PROFILE}; of a contract its own terms)`,
    profiles,
  )
  .option(
    '--terms <file>',
    'a JSON object of terms laid over them; each further one is tried too',
    termsFiles,
  )
  .option(
    '--grid <axis>',
    'values of a term: thresholdBps=1000..1800:100, or warnsOnce=true,false; several are crossed',
    axes,
  )
  .addOption(new Option('--by <what>', 'tell segments apart, in the text').choices(['segment']))
  .option('--acknowledge-after <days>', 'take each warning as read so many days later', days)
  .option('--html <file>', 'write a page to hand on too: one file that loads nothing', fileToWrite)
  .addOption(
    new Option('--lang <language>', 'of the text and the page').choices(LANGUAGES).default('en'),
  )
  .option('--json', 'print NDJSON instead of words, a line for each terms tried')
  .addHelpText('after', NOTES)
  .action(async (file, options, command) => {
    const { contract } = options;
    if ((file === undefined) === (contract === undefined)) {
      command.error('error: name a file, or a contract with --contract.');
    }
    const fault = faultOfMany(countTrials(options));
    if (fault !== null) command.error(`error: ${fault}`);
    await runBacktest({ ...options, file } satisfies Wanted);
  });
