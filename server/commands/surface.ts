import { Argument } from '@commander-js/extra-typings';
import { z } from 'zod';
import { nonEmpty } from '#server/commands/arguments.ts';
import { authorInWords } from '#server/commands/authors.ts';
import {
  examples,
  operate,
  operatorCommand,
  Refused,
  type Told,
} from '#server/commands/operator.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';
import { readHealth, switchSurface } from '#server/surfaces/surfaces.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import { surfaceHealthSchema, surfaceSwitchSchema } from '#shared/wire/surface-reports.ts';

async function showSurfaces(ledger: LedgerContext, contract: string): Promise<Told> {
  const { misses, off, asOf } = await readHealth(ledger, contract);
  const words = [
    misses.length === 0 ? 'No part of Recruiter’s page was missed in 14 days.' : 'Missed:',
    ...misses.map(
      ({ surface, part, extensionVersion, seats, lastAt }) =>
        `  ${surface} ${part}, by ${seats} ${seats === 1 ? 'seat' : 'seats'} with ${extensionVersion}, last ${formatInstant(lastAt)}`,
    ),
    ...(off.length === 0 ? [] : ['Switched off:']),
    ...off.map(
      ({ surface, throughVersion, recordedAt, recordedBy }) =>
        `  ${surface}, ${throughVersion === null ? 'for every version' : `up to ${throughVersion}`}, since ${formatInstant(recordedAt)} by ${authorInWords(recordedBy)}`,
    ),
  ].join('\n');
  return { words, json: { contract, ...z.encode(surfaceHealthSchema, { asOf, misses, off }) } };
}

export const surfaceCommand = operatorCommand('surface')
  .description(
    'Show which parts of Recruiter’s page extensions could not find, and switch a surface off or on.',
  )
  .addArgument(new Argument('[action]', 'what to do; left out, it shows').choices(['off', 'on']))
  .argument('[surface]', 'such as search, composer or inbox')
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .option('--through <version>', 'off for extensions up to this version; left out, for all')
  .addHelpText(
    'after',
    examples(
      'surface --contract fernhill-talent',
      'surface off search --through 0.1.0 --contract fernhill-talent',
      'surface on search --contract fernhill-talent',
    ),
  )
  .action(async (action, surface, options) =>
    operate(options, async (ledger) => {
      const { contract, through = null } = options;
      if (action !== undefined) {
        const wanted = { surface, throughVersion: through, isOff: action === 'off' };
        const read = surfaceSwitchSchema.safeParse(wanted);
        if (!read.success) {
          const [issue] = read.error.issues;
          throw new Refused(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
        }
        await switchSurface(ledger, contract, read.data);
      }
      return showSurfaces(ledger, contract);
    }),
  );
