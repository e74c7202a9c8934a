import { Argument } from '@commander-js/extra-typings';
import { list, nonEmpty, percent } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand, Refused } from '#server/commands/operator.ts';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { MODES } from '#shared/policy/rollout.ts';

const PARTIAL =
  "The contract's only evidence is what the overlay sees, which does not see replies yet, so that every rate reads low. " +
  'To enforce on it all the same, add --accept-partial-evidence; every reading will say so.';

export const modeCommand = operatorCommand('mode')
  .description('Say how far a pilot goes, and for which seats; the others are in observation.')
  .addArgument(
    new Argument(
      '<mode>',
      'observe: nothing is shown; inform: nothing is refused; enforce: bulk is refused in an Improvement Period',
    ).choices(MODES),
  )
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .option('--share <percent>', 'share of the seats that take part; raising it drops none', percent)
  .option('--seats <ids>', 'seats that take part whatever the share, with commas between', list)
  .option('--accept-partial-evidence', "enforce on the overlay's evidence alone")
  .addHelpText(
    'after',
    examples(
      'mode inform --contract fernhill-talent',
      'mode enforce --contract fernhill-talent --share 20 --seats seat-1,seat-7',
      'mode enforce --contract fernhill-talent --accept-partial-evidence',
    ),
  )
  .action(async (mode, options) =>
    operate(options, async (ledger) => {
      const { contract, share: sharePercent, seats: namedSeats } = options;
      const acceptsPartialEvidence = options.acceptPartialEvidence === true;
      const wanted = { mode, sharePercent, namedSeats, acceptsPartialEvidence };
      const outcome = await changeContractMode(ledger, contract, wanted);
      if (!outcome.ok) {
        const why =
          outcome.code === 'partial_evidence'
            ? PARTIAL
            : `The contract has no seat "${outcome.seat}".`;
        throw new Refused(`${outcome.code}: ${why}`);
      }
      const { ok: _, ...is } = outcome;
      const named = is.namedSeats.length === 0 ? '' : ` and ${is.namedSeats.join(', ')}`;
      return {
        words: `Contract "${contract}" is in ${mode} for ${is.sharePercent} % of its seats${named}; ${is.changed} changed.`,
        json: { contract, ...is },
      };
    }),
  );
