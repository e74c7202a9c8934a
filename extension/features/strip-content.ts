import { asideOf } from '#extension/features/chip-text.ts';
import { standingWordOf } from '#extension/features/standing-text.ts';
import type { View } from '#extension/features/view.ts';
import type { StripProps } from '#extension/ui/strip.tsx';
import type { RecipientCount } from '#shared/policy/gate.ts';
import { windowToCome } from '#shared/policy/next-window.ts';
import {
  isBreach,
  largestSafeSend,
  repliesToLine,
  responseRateBps,
  withSent,
} from '#shared/policy/tally.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { MustReadContent } from '#shared/words/must-read-content.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import type { OverlayWords } from '#shared/words/overlay-words.ts';
import type { StripWords } from '#shared/words/strip.ts';

/** How far the line is, in replies; below the minimum, how far it is to being judged at all. */
function distance(reading: Reading, words: StripWords, numbers: Numbers): string {
  const { tally, terms, nextCheckAt } = reading;
  const from = windowToCome(reading);
  // Replies to today's InMails would be of no help to that check.
  if (from !== null && nextCheckAt !== null) {
    return words.judgesFrom({ check: numbers.day(nextCheckAt), from: numbers.day(from) });
  }
  if (tally.total < terms.minimumVolume) {
    return words.notJudged({
      total: numbers.count(tally.total),
      minimum: numbers.count(terms.minimumVolume),
    });
  }
  const replies = repliesToLine(tally, terms);
  const shown = numbers.count(Math.abs(replies));
  if (replies > 0) return words.toLine({ replies: shown, isOne: replies === 1 });
  return replies === 0 ? words.onLine : words.aboveLine({ replies: shown, isOne: replies === -1 });
}

/** What a bulk send does to the rate until replies come. */
function afterSend(
  { tally, terms }: Reading,
  recipients: number,
  words: StripWords,
  numbers: Numbers,
): { figure: StripProps['after']; text: string } | null {
  const after = withSent(tally, recipients);
  const rate = responseRateBps(after);
  const count = numbers.count(recipients);
  if (rate === null) return null;
  if (after.total < terms.minimumVolume) {
    const [total, minimum] = [numbers.count(after.total), numbers.count(terms.minimumVolume)];
    return { figure: null, text: `→ ${words.afterCount({ count, total, minimum })}` };
  }
  const isBelow = isBreach(after, terms);
  const crosses = isBelow && !isBreach(tally, terms);
  return {
    figure: { rate: numbers.rate(rate), isBelow },
    text: crosses
      ? words.afterBelow({ count, line: numbers.term(terms.thresholdBps) })
      : words.after(count),
  };
}

/** How large a bulk send may be now; nothing where the next check does not judge these InMails. */
function safeNow(reading: Reading, words: StripWords, numbers: Numbers): string[] {
  if (windowToCome(reading) !== null) return [];
  const most = largestSafeSend(reading.tally, reading.terms);
  // To one person it is no bulk send.
  return [most < 2 ? words.safeNone : words.safe(numbers.count(most))];
}

/** What is said, and how numbers read in it. */
export type StripSpeech = Readonly<{ numbers: Numbers; words: OverlayWords }>;

type ComposerState = Readonly<{
  recipients: RecipientCount;
  /** Its Send is held. */
  isHeld: boolean;
  /** What waits to be read. */
  notice: Pick<MustReadContent, 'title' | 'happened'> | null;
}>;

/** What the strip of one composer says. */
export function stripContent(
  view: View,
  reading: Reading,
  { recipients, isHeld, notice }: ComposerState,
  { numbers, words: all }: StripSpeech,
): Omit<StripProps, 'lately' | 'onOpenNotice' | 'onLearnMore'> {
  const words = all.strip;
  const { tally, terms, nextCheckAt, periodEndsAt } = reading;
  const isBulk = recipients !== null && recipients > 1;
  const rate = responseRateBps(tally);
  const isJudged = tally.total >= terms.minimumVolume;
  const next = nextCheckAt === null ? [] : [words.nextCheck(numbers.near(nextCheckAt, view.now))];
  const after = isBulk && !isHeld ? afterSend(reading, recipients, words, numbers) : null;
  const toLine = distance(reading, words, numbers);
  const until = periodEndsAt === null ? '' : numbers.instant(periodEndsAt);
  const aside = asideOf(view, numbers, all.standing);
  return {
    shown: view.shown,
    figure:
      rate !== null && isJudged ? numbers.rate(rate) : standingWordOf(view, numbers, all.standing),
    after: after?.figure ?? null,
    first: after?.text ?? toLine,
    rest: [
      ...(after === null ? [] : [...safeNow(reading, words, numbers), toLine]),
      ...next,
      ...(aside === null ? [] : [aside]),
    ],
    held: isHeld ? all.held.paused(until) : null,
    // Over a bulk composer the must-read itself stands.
    notice:
      notice === null || isBulk
        ? null
        : { title: notice.title, text: notice.happened, open: words.readNotice },
    why: {
      ask: words.why,
      sentences: [
        words.rule({
          line: numbers.term(terms.thresholdBps),
          minimum: numbers.count(terms.minimumVolume),
          days: numbers.count(terms.windowDays),
        }),
        words.counts,
      ],
      learnMore: words.learnMore,
    },
    label: words.label,
  };
}
