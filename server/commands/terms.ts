import { InvalidArgumentError } from '@commander-js/extra-typings';
import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand, Refused } from '#server/commands/operator.ts';
import { changeTerms } from '#server/contracts/change-terms.ts';
import type { Terms } from '#shared/policy/terms.ts';
import { isChangeable, readTerms } from '#shared/policy/terms-rules.ts';

function laidOver(assignment: string, before: Partial<Terms> = {}): Partial<Terms> {
  const [name = '', value = ''] = assignment.split('=', 2);
  const read = readTerms({ [name]: value === '' ? null : Number(value) }, isChangeable);
  if (!read.ok) throw new InvalidArgumentError(read.fault.detail);
  return { ...before, ...read.value };
}

export const termsCommand = operatorCommand('terms')
  .description(
    'Tighten terms of a contract, or choose those that are free, from the next check on.',
  )
  .argument('<name=value...>', 'such as thresholdBps=1500', laidOver)
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .addHelpText(
    'after',
    examples(
      'terms thresholdBps=1500 --contract fernhill-talent',
      'terms minimumVolume=50 checkHourUtc=6 --contract fernhill-talent',
    ),
  )
  .action(async (laid, options) =>
    operate(options, async (ledger) => {
      const { contract } = options;
      const outcome = await changeTerms(ledger, contract, laid);
      if (!outcome.ok) {
        throw new Refused(
          `${outcome.code}: a contract may tighten "${outcome.term}" against its profile, not loosen it.`,
        );
      }
      const { version } = outcome;
      return {
        words: `Contract "${contract}" is judged by version ${version} of its terms from the next check on.`,
        json: { contract, version, terms: laid },
      };
    }),
  );
