import type { Reading } from '#shared/wire/reading.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { ownSeatWords, type OwnSeatWords } from '#shared/words/own-seat.ts';

type Words = OwnSeatWords['evidence'];

function sourceText({ evidence }: Reading, words: Words, numbers: Numbers): string {
  const { source, since, completeUpTo } = evidence;
  if (source === 'overlay') return words.overlay(numbers.date(since));
  return words[source](completeUpTo === null ? words.notYet : numbers.instant(completeUpTo));
}

/** Replies come from the inbox where nothing else tells of them. */
function repliesText({ evidence }: Reading, words: Words, numbers: Numbers): string[] {
  const { source, inboxReadAt, unmatched } = evidence;
  if (inboxReadAt === null) return source === 'overlay' ? [words.inboxUnread] : [];
  const matched =
    unmatched === 0 ? words.allMatched : words.unmatched(numbers.count(unmatched), unmatched === 1);
  return [words.inboxRead(numbers.instant(inboxReadAt)), matched];
}

/** Where the figures come from, how complete they are, and by which terms they are judged. */
export function evidenceText(reading: Reading, numbers: Numbers): string[] {
  const words = ownSeatWords[numbers.language].evidence;
  const { evidence, terms } = reading;
  return [
    sourceText(reading, words, numbers),
    ...repliesText(reading, words, numbers),
    ...(evidence.isPartialAccepted ? [words.partial] : []),
    words.terms({
      version: numbers.count(terms.version),
      line: numbers.term(terms.thresholdBps),
      minimum: numbers.count(terms.minimumVolume),
      days: numbers.count(terms.windowDays),
    }),
  ];
}
