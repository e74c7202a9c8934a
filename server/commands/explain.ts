import { InvalidArgumentError } from '@commander-js/extra-typings';
import { z } from 'zod';
import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand, Refused } from '#server/commands/operator.ts';
import { proveCheck } from '#server/proofs/prove.ts';
import { formatInstant, parseInstant } from '#shared/policy/instant.ts';
import { proofSchema, type Proof } from '#shared/wire/proof.ts';

function instantArgument(text: string): number {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  throw new InvalidArgumentError('An instant looks like 2026-01-05T09:00:00.000Z.');
}

function wordsOf({ proven, sha256, command }: Proof): string {
  const { seat, checkedAt, window, terms, tally, comparison, standing, inmails } = proven;
  const { answered, total, minimumVolume, thresholdBps, isBreach } = comparison;
  const { answeredTimes10000: left, thresholdBpsTimesTotal: right } = comparison;
  const sign = left < right ? '<' : '>=';
  const volume = total < minimumVolume ? 'too few to be judged' : 'enough to be judged';
  const issued = standing.notice === null ? '' : `, notice ${standing.notice}`;
  return [
    `Seat "${seat}", checked at ${formatInstant(checkedAt)} by ${terms.profile}, version ${terms.version}:`,
    `  sent after ${formatInstant(window.after)}, up to ${formatInstant(window.through)}`,
    `  ${tally.accepted} accepted, ${tally.declined} declined, ${tally.pending} pending: ${total} of ${minimumVolume}, ${volume}`,
    `  ${answered} x 10000 = ${left} ${sign} ${right} = ${thresholdBps} x ${total}: ${isBreach ? 'a breach' : 'no breach'}`,
    `  ${standing.before} -> ${standing.after}${issued}`,
    '',
    ...inmails.map(
      ({ inmail, sentAt, outcome }) => `  ${formatInstant(sentAt)} ${outcome} ${inmail}`,
    ),
    ...(inmails.length === 0 ? [] : ['']),
    `sha256 ${sha256}`,
    command,
  ].join('\n');
}

export const explainCommand = operatorCommand('explain')
  .description('Show what the last check of a seat counted and compared, and what came of it.')
  .argument('<seat>', 'the seat', nonEmpty)
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .option('--at <instant>', 'the last check up to then', instantArgument)
  .addHelpText(
    'after',
    examples(
      'explain seat-1 --contract fernhill-talent',
      'explain seat-1 --contract fernhill-talent --at 2026-01-20T00:00:00Z --json',
    ),
  )
  .action(async (seat, options) =>
    operate(options, async (ledger) => {
      const { contract, at } = options;
      const outcome = await proveCheck(ledger, contract, seat, at);
      if (outcome.ok) {
        return { words: wordsOf(outcome.proof), json: z.encode(proofSchema, outcome.proof) };
      }
      const { code } = outcome;
      if (code === 'never_checked') {
        return { words: `Seat "${seat}" was not checked by then.`, json: { seat, proven: null } };
      }
      throw new Refused(
        code === 'seat_unknown'
          ? `${code}: The contract has no seat "${seat}".`
          : `${code}: What the check counted is not kept any more.`,
        code,
      );
    }),
  );
