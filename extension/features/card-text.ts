import { standingWordOf } from '#extension/features/standing-text.ts';
import type { View } from '#extension/features/view.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { windowToCome } from '#shared/policy/next-window.ts';
import { answeredOf, repliesToLine, responseRateBps, tallyOf } from '#shared/policy/tally.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { cardWithoutFigures, type CardContent } from '#shared/words/card-content.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import type { StandingWords } from '#shared/words/standing-words.ts';

/** What the standing means, and until when. */
export function standingSentence(view: View, numbers: Numbers, words: StandingWords): string {
  const { reading, shown, unknownBecause, now } = view;
  if (reading === null || unknownBecause !== null) {
    return words.unknown[unknownBecause ?? 'no_reading'].sentence;
  }
  const { tally, terms, nextCheckAt, periodEndsAt, standing, gate } = reading;
  const { means } = words;
  const line = numbers.term(terms.thresholdBps);
  const minimum = numbers.count(terms.minimumVolume);
  const until = periodEndsAt === null ? '' : numbers.instant(periodEndsAt);
  switch (shown) {
    case 'paused':
      return gate.bulk.allowed ? means.improvement(until) : means.paused(until);
    case 'warned':
      return standing === 'warning_due' ? means.warningDue : means.warned({ until, line, minimum });
    case 'below':
      return means.below({
        line,
        when: nextCheckAt === null ? '' : numbers.near(nextCheckAt, now),
      });
    case 'close': {
      const spare = -repliesToLine(tally, terms);
      return means.close({ line, spare: numbers.count(spare), isOne: spare === 1 });
    }
    case 'on_track':
      return means.onTrack(line);
    case 'collecting_low':
      return means.collectingLow({ minimum, line });
    case 'nothing':
    case 'unknown':
    case 'collecting':
      return means.collecting(minimum);
  }
}

/** How old the figures are, and whether they still move. */
export function freshnessOf(
  view: View,
  reading: Reading,
  words: StandingWords,
  numbers: Numbers,
): string {
  const asOf = words.asOf(numbers.time(reading.asOf));
  const state = {
    live: words.live,
    not_connected: words.signedOut,
    signed_out: words.signedOut,
    offline: words.offlineFor(numbers.duration(view.now - reading.asOf)),
  }[view.connection];
  const parts = [asOf, state, ...(view.isCarriedForward ? [words.carriedForward] : [])];
  return parts.join(' · ');
}

function nextCheckRow(
  at: Instant | null,
  now: Instant,
  words: StandingWords,
  numbers: Numbers,
): CardContent['rows'][number] {
  if (at === null) return { label: words.nextCheck, value: words.afterContinue, note: null };
  const note = at > now ? words.inTime(numbers.duration(at - now)) : null;
  return { label: words.nextCheck, value: numbers.near(at, now), note };
}

/** Which InMails the next check judges, where that is none of those that the figures count. */
function judgedFrom(reading: Reading, words: StandingWords, numbers: Numbers): string[] {
  const from = windowToCome(reading);
  if (from === null || reading.nextCheckAt === null) return [];
  return [words.judgesFrom({ check: numbers.day(reading.nextCheckAt), from: numbers.day(from) })];
}

/** The sends that no check counts yet, and the rate without them where it reads otherwise. */
export function provisionalNote(
  reading: Reading,
  words: StandingWords,
  numbers: Numbers,
): string[] {
  const { accepted, declined, pending } = reading.tally;
  const { provisional, provisionalAccepted, provisionalDeclined } = reading.evidence;
  if (provisional === 0) return [];
  const note = words.provisional({ count: numbers.count(provisional), isOne: provisional === 1 });
  const unanswered = provisional - provisionalAccepted - provisionalDeclined;
  const confirmed = tallyOf(
    Math.max(0, accepted - provisionalAccepted),
    Math.max(0, declined - provisionalDeclined),
    Math.max(0, pending - unanswered),
  );
  const [rate, rateWithAll] = [responseRateBps(confirmed), responseRateBps(reading.tally)];
  if (rate === null || rateWithAll === null) return [note];
  const shownRate = numbers.rate(rate);
  if (shownRate === numbers.rate(rateWithAll)) return [note];
  const [answered, total] = [numbers.count(answeredOf(confirmed)), numbers.count(confirmed.total)];
  return [`${note}; ${words.withoutThem({ rate: shownRate, answered, total })}`];
}

function notesOn(reading: Reading, words: StandingWords, numbers: Numbers): string[] {
  const { source, since, inboxReadAt } = reading.evidence;
  const read = inboxReadAt === null ? [] : [words.inboxRead(numbers.instant(inboxReadAt))];
  return [
    ...provisionalNote(reading, words, numbers),
    ...(source === 'overlay' ? [[words.ownEvidence(numbers.day(since)), ...read].join(' · ')] : []),
  ];
}

function figuresOf(
  { tally, terms }: Reading,
  rate: number,
  words: StandingWords,
  numbers: Numbers,
): CardContent['figures'] {
  const { count } = numbers;
  const [accepted, declined] = [count(tally.accepted), count(tally.declined)];
  return {
    rate: numbers.rate(rate),
    line: words.line(numbers.term(terms.thresholdBps)),
    answered: words.answered({ answered: count(answeredOf(tally)), accepted, declined }),
    waiting: words.waiting(count(tally.pending)),
    tally,
    thresholdBps: terms.thresholdBps,
  };
}

/** The card of a seat, the same in the page and in the popup. */
export function cardText(view: View, numbers: Numbers, words: StandingWords): CardContent {
  const { reading, shown, now } = view;
  const word = standingWordOf(view, numbers, words);
  const sentence = standingSentence(view, numbers, words);
  if (reading === null) {
    return cardWithoutFigures({ shown, because: view.unknownBecause, word, sentence });
  }
  const rate = responseRateBps(reading.tally);
  const toCome = view.unknownBecause === null ? judgedFrom(reading, words, numbers) : [];
  const sentences = [...(rate === null ? [`${words.noInMails}.`] : []), sentence, ...toCome];
  return {
    shown,
    because: view.unknownBecause,
    word,
    freshness: freshnessOf(view, reading, words, numbers),
    figures: rate === null ? null : figuresOf(reading, rate, words, numbers),
    sentence: sentences.join(' '),
    rows: [nextCheckRow(reading.nextCheckAt, now, words, numbers)],
    notes: notesOn(reading, words, numbers),
    review: null,
  };
}
