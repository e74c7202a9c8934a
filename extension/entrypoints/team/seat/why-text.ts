import { judgedText } from '#extension/entrypoints/team/seat/judged-text.ts';
import type { HistoryChange, SeatHistory } from '#shared/wire/history.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import type { SeatPageWords } from '#shared/words/seat-page-words.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';

type Words = SeatPageWords['why'];

function foundBy(change: HistoryChange | undefined, words: Words, numbers: Numbers): string[] {
  const judged = change === undefined ? null : judgedText(change, numbers);
  if (change === undefined || judged === null) return [];
  return [words.found({ when: numbers.instant(change.at), ...judged })];
}

/** Whether the warning was read, by whom and when. */
function readText({ acknowledged }: HistoryChange, words: Words, numbers: Numbers): string {
  if (acknowledged === null) return words.notRead;
  const { at, by } = acknowledged;
  return by === null ? words.readBySilence : words.read(by, numbers.instant(at));
}

function warnedBefore(changes: readonly HistoryChange[], words: Words, numbers: Numbers): string[] {
  const warning = changes.find(({ notice }) => notice === 'warning');
  if (warning === undefined) return [];
  const read = readText(warning, words, numbers);
  return [words.warnedBefore(numbers.instant(warning.at), read)];
}

function inGoodStanding(
  changes: readonly HistoryChange[],
  words: SeatPageWords,
  numbers: Numbers,
): string[] {
  const { why } = words;
  const [last] = changes.filter(({ from, to }) => from !== to);
  if (last === undefined) return [why.neverMoved];
  const when = numbers.instant(last.at);
  if (last.cause === 'restored') return [why.restored(when)];
  // No check has judged it since.
  if (last.tally === null) {
    const { shown, opened } = words.history.happened;
    return [`${last.cause === 'mode' ? shown : opened}.`];
  }
  if (last.release !== 'too_few') return foundBy(last, why, numbers);
  const { total } = last.tally;
  if (total === 0) return [why.noInMails(when)];
  return [why.tooFew(when, numbers.count(total), numbers.count(last.terms.minimumVolume))];
}

function byStanding(
  reading: Reading,
  { changes }: SeatHistory,
  all: SeatPageWords,
  numbers: Numbers,
): string[] {
  const words = all.why;
  const { standing, periodEndsAt, gate, seat, everWarned } = reading;
  const until = periodEndsAt === null ? '' : numbers.instant(periodEndsAt);
  const issued = changes.find(({ cause, to }) => cause === 'check' && to === standing);
  const warning = changes.find(({ notice }) => notice === 'warning');
  switch (standing) {
    case 'improvement': {
      const means = gate.bulk.allowed ? words.improvement(until) : words.paused(until);
      return [...foundBy(issued, words, numbers), means, ...warnedBefore(changes, words, numbers)];
    }
    case 'warned': {
      const read = warnedBefore(changes, words, numbers);
      return [...foundBy(warning, words, numbers), words.warned(until), ...read];
    }
    case 'warning_due':
      return [...foundBy(warning, words, numbers), words.warningDue(seat.holder)];
    case 'good': {
      const past = everWarned ? warnedBefore(changes, words, numbers) : [];
      return [...inGoodStanding(changes, all, numbers), ...past];
    }
  }
}

/** Why a seat stands as it does, at a glance: what was found, what that means, who knows of it. */
export function whyText(reading: Reading, history: SeatHistory, numbers: Numbers): string[] {
  const words = seatPageWords[numbers.language];
  const observed = reading.mode === 'observe' ? [words.why.observed] : [];
  return [...byStanding(reading, history, words, numbers), ...observed];
}
