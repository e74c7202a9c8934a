import type { Connection } from '#extension/state/stored.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { shownOf, type Shown } from '#shared/policy/shown.ts';
import { answeredOf } from '#shared/policy/tally.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords, type PopupWords } from '#shared/words/popup.ts';
import { standingWords } from '#shared/words/standing.ts';

export type Badge = { text: string; colour: string; title: string };

const GREY = '#595959';
const AMBER = '#915907';
const RED = '#b11226';
const GREEN = '#01754f';

const COLOURS: Readonly<Record<Shown, string>> = {
  nothing: GREY,
  unknown: GREY,
  paused: RED,
  warned: AMBER,
  below: AMBER,
  close: AMBER,
  on_track: GREEN,
  collecting_low: GREY,
  collecting: GREY,
};

/** What the toolbar says of the seat: a badge of four characters at most, the rest in its title. */
export function badgeOf(
  connection: Connection,
  reading: Reading | null,
  now: Instant,
  numbers: Numbers,
): Badge {
  const words = popupWords[numbers.language];
  if (reading === null) return badge('', 'unknown', wordsWithoutReading(connection, words));
  const shown = shownOf(reading, now);
  if (shown === 'nothing') return badge('', shown, [words.observing]);
  const said = [...wordsOf(reading, numbers), ...wordsAside(connection, reading, shown, words)];
  return badge(textOf(reading, shown, numbers), shown, said);
}

function badge(text: string, shown: Shown, said: readonly string[]): Badge {
  return { text, colour: COLOURS[shown], title: ['Good Standing', ...said].join(' · ') };
}

/** Before the first reading, and for a lead, whose list is in the popup. */
function wordsWithoutReading(connection: Connection, words: PopupWords): string[] {
  if (connection === 'not_connected') return [words.notConnected];
  if (connection === 'signed_out') return [words.signedOut];
  return connection === 'offline' ? [words.offline] : [];
}

function wordsOf({ tally, responseRateBps }: Reading, numbers: Numbers): string[] {
  const words = popupWords[numbers.language];
  if (responseRateBps === null) return [standingWords[numbers.language].noInMails];
  const answered = numbers.count(answeredOf(tally));
  return [numbers.rate(responseRateBps), words.answered(answered, numbers.count(tally.total))];
}

function wordsAside(
  connection: Connection,
  reading: Reading,
  shown: Shown,
  words: PopupWords,
): string[] {
  return [
    ...(shown === 'paused' ? [words.paused] : []),
    ...(reading.notice === null ? [] : [words.noticeToRead]),
    ...(connection === 'signed_out' ? [words.signedOut] : []),
    ...(connection === 'offline' ? [words.offline] : []),
  ];
}

function textOf(reading: Reading, shown: Shown, numbers: Numbers): string {
  if (reading.notice !== null) return '!';
  if (shown === 'paused') return '❚❚';
  if (shown === 'unknown') return '?';
  // Too few InMails to judge: a rate up there would cry wolf.
  const isJudged = reading.tally.total >= reading.terms.minimumVolume;
  if (!isJudged || reading.responseRateBps === null) return '';
  // There is room for "13.8", and none for its sign.
  return numbers.rate(reading.responseRateBps).replace(/\s%$/, '');
}
