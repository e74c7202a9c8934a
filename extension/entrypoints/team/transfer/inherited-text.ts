import { standingWord } from '#extension/features/standing-content.ts';
import { answeredOf, responseRateBps } from '#shared/policy/tally.ts';
import { PROFILES } from '#shared/policy/terms.ts';
import { shownOf } from '#shared/policy/shown.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Inheritance } from '#shared/wire/transfer.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { standingWords } from '#shared/words/standing.ts';
import type { TransferWords } from '#shared/words/transfer-words.ts';
import { transferWords } from '#shared/words/transfer.ts';

function standingOf(said: Inheritance, terms: Reading['terms'], numbers: Numbers): string {
  const { standing, gate, tally } = said;
  const shown = shownOf({ ...said, terms }, said.asOf);
  const unknownBecause = shown === 'unknown' ? 'check_due' : null;
  return standingWord(
    { shown, unknownBecause, reading: { standing, gate, tally, terms } },
    numbers,
  );
}

function periodText(
  { daysLeft, periodEndsAt }: Inheritance,
  words: TransferWords,
  numbers: Numbers,
) {
  if (daysLeft === null || periodEndsAt === null) return [];
  return [words.daysLeft(daysLeft, numbers.instant(periodEndsAt))];
}

function noticeText({ getsNotice }: Inheritance, words: TransferWords): string {
  if (getsNotice === null) return words.getsNothing;
  return getsNotice.isPassedOn ? words.passedOn[getsNotice.type] : words.gets;
}

/** What a new holder takes over, each thing in a line of its own. */
export function inheritedText(said: Inheritance, terms: Reading['terms'], numbers: Numbers) {
  const words = transferWords[numbers.language];
  const { tally, gate, nextCheckAt, everWarned } = said;
  const { count } = numbers;
  const rate = responseRateBps(tally);
  const { warnsOnce } = PROFILES[terms.profile];
  return [
    rate === null
      ? words.noInMails
      : words.rate(numbers.rate(rate), count(answeredOf(tally)), count(tally.total)),
    words.standing(standingOf(said, terms, numbers)),
    ...periodText(said, words, numbers),
    ...(gate.bulk.allowed ? [] : [words.bulkPaused]),
    ...(warnsOnce ? [everWarned ? words.everWarned : words.neverWarned] : []),
    words.nextCheck(
      nextCheckAt === null
        ? standingWords[numbers.language].unknown.check_due.word
        : numbers.near(nextCheckAt, said.asOf),
    ),
    noticeText(said, words),
  ];
}
