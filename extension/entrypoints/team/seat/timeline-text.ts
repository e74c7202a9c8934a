import { judgedText } from '#extension/entrypoints/team/seat/judged-text.ts';
import type { Shown } from '#shared/policy/shown.ts';
import type { HistoryChange } from '#shared/wire/history.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import type { SeatPageWords } from '#shared/words/seat-page-words.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';

export type TimelineEntry = {
  shown: Shown;
  when: string;
  title: string;
  lines: readonly string[];
};

type Words = SeatPageWords['history'];

function happenedByCheck({ from, to, release }: HistoryChange, { happened }: Words): string {
  if (to === 'good') return release === 'too_few' ? happened.tooFew : happened.recovered;
  if (to === 'improvement') return from === 'improvement' ? happened.renewed : happened.restricted;
  return to === 'warned' ? happened.warnedAtOnce : happened.warned;
}

function happened(change: HistoryChange, words: Words): string {
  const { happened: said } = words;
  const { cause, to, holder, reason } = change;
  switch (cause) {
    case 'check':
      return happenedByCheck(change, words);
    case 'acknowledged':
      return said.acknowledged(holder);
    case 'transferred':
      return said.transferred(holder);
    case 'restored':
      return reason === null ? said.restored : said.restoredBecause(reason);
    case 'mode':
      return to === 'good' ? said.shown : said.observed;
    case 'opened':
      return said.opened;
  }
}

function shownOfChange({ to, release }: HistoryChange): Shown {
  if (to === 'improvement') return 'paused';
  if (to !== 'good') return 'warned';
  return release === 'too_few' ? 'collecting' : 'on_track';
}

function noticeText(change: HistoryChange, isOpen: boolean, words: Words, numbers: Numbers) {
  const { notice, acknowledged } = change;
  if (notice === null) return [];
  const name = words.notices[notice];
  if (acknowledged === null) return [words.notice(name, isOpen ? words.open : words.closed)];
  const { at, by } = acknowledged;
  const what = by === null ? words.readBySilence : words.read(by, numbers.instant(at));
  return [words.notice(name, what)];
}

/** Each change as it is told: what happened, by which integers and terms, and who knew of it. */
export function timelineOf(
  changes: readonly HistoryChange[],
  open: Reading['notice'],
  numbers: Numbers,
): TimelineEntry[] {
  const { history: words, why } = seatPageWords[numbers.language];
  return changes.map((change) => {
    const judged = judgedText(change, numbers);
    const isOpen = open !== null && open.issuedAt === change.at && open.type === change.notice;
    const by = [words.heldBy(change.holder), why.terms(String(change.terms.version))].join(' · ');
    const until =
      change.periodEndsAt === null ? [] : [words.until(numbers.instant(change.periodEndsAt))];
    return {
      shown: shownOfChange(change),
      when: numbers.instant(change.at),
      title: happened(change, words),
      lines: [
        ...until,
        ...(judged === null ? [] : [words.judged(judged)]),
        ...noticeText(change, isOpen, words, numbers),
        by,
      ],
    };
  });
}
