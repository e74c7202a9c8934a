import { Command } from '@commander-js/extra-typings';
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
import { readContract } from '#server/contracts/store.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import { decideReview } from '#server/reviews/decide.ts';
import { listReviews, reviewOf } from '#server/reviews/store.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import type { ReviewOutcome } from '#shared/policy/review.ts';
import { MOST_REVIEW_CHARACTERS } from '#shared/wire/limits.ts';
import {
  reviewDecisionSchema,
  reviewListSchema,
  reviewSchema,
  type Review,
} from '#shared/wire/reviews.ts';

/** All at once: who reads a command's answer turns no pages. */
const reviewsShape = reviewListSchema.omit({ next: true });

function linesOf({ id, seat, askedAt, reason, message, standing, tally, decision }: Review) {
  const answered = tally.accepted + tally.declined;
  const decided =
    decision === null
      ? 'waits to be decided'
      : `${decision.outcome} ${formatInstant(decision.at)} by ${authorInWords(decision.by)}: ${decision.reason}`;
  return [
    `${id}  ${formatInstant(askedAt)}  ${seat.id}, ${seat.holder}: ${reason}`,
    `  "${message}"`,
    `  ${standing}, ${answered} of ${tally.total} answered when it was asked; ${decided}`,
  ];
}

const listCommand = operatorCommand('list')
  .description('Reviews that recruiters asked for, the newest first: those that wait, or all.')
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .option('--all', 'those that are decided too')
  .addHelpText('after', examples('review list --contract fernhill-talent'))
  .action(async (options) =>
    operate(options, async ({ database }) => {
      const { contract } = options;
      const rows = await database.read(async (reader) => {
        if ((await readContract(reader, contract)) === null) {
          throw new ContractUnknown(contract);
        }
        return listReviews(reader, contract, { isOpen: options.all !== true });
      });
      const wanted = rows.map(reviewOf);
      const words = wanted.length === 0 ? 'No review waits.' : wanted.flatMap(linesOf).join('\n');
      return { words, json: { contract, ...z.encode(reviewsShape, { reviews: wanted }) } };
    }),
  );

type Decided = { contract: string; reason: string };

async function decide(
  ledger: LedgerContext,
  review: string,
  { contract, reason }: Decided,
  outcome: ReviewOutcome,
): Promise<Told> {
  const read = reviewDecisionSchema.safeParse({ id: ledger.newId(), outcome, reason });
  if (!read.success) throw new Refused(`A reason has 1 to ${MOST_REVIEW_CHARACTERS} characters.`);
  const decided = await decideReview(ledger, contract, review, read.data, () => true);
  if (!decided.ok) {
    const why = decided.code === 'review_unknown' ? 'There is no such review.' : 'It was decided.';
    throw new Refused(`${decided.code}: ${why}`, decided.code);
  }
  const said = reviewOf(decided.review);
  const means =
    outcome === 'upheld'
      ? `Seat "${said.seat.id}" is in good standing, and its count starts anew.`
      : `Seat "${said.seat.id}" stays as it stands.`;
  return {
    words: `Review "${review}" is ${outcome}. ${means}`,
    json: z.encode(reviewSchema, said),
  };
}

const DECISIONS = {
  uphold: ['upheld', 'Uphold a review: the seat is in good standing, and its count starts anew.'],
  decline: ['declined', 'Decline a review: the seat stays as it stands.'],
} as const;

const decisions = Object.entries(DECISIONS).map(([name, [outcome, description]]) =>
  operatorCommand(name)
    .description(description)
    .argument('<review>', 'the id of the review', nonEmpty)
    .requiredOption('--contract <id>', 'the contract', nonEmpty)
    .requiredOption('--reason <text>', 'why; the recruiter reads it', nonEmpty)
    .addHelpText(
      'after',
      examples(`review ${name} REVIEW --contract fernhill-talent --reason "Looked at the inbox"`),
    )
    .action(async (review, options) =>
      operate(options, (ledger) => decide(ledger, review, options, outcome)),
    ),
);

export const reviewCommand = decisions.reduce(
  (command, decision) => command.addCommand(decision),
  new Command('review')
    .description('See which reviews recruiters asked for, and decide them.')
    .addCommand(listCommand),
);
