import { answeredOf } from '#shared/policy/tally.ts';
import type { Series } from '#shared/wire/series.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';
import { standingWords } from '#shared/words/standing.ts';

/** One day of the series in words: the rate, its counts, and whether there was enough to judge. */
export function pointText(point: Series['points'][number], numbers: Numbers): string {
  const words = seatPageWords[numbers.language].chart;
  const { at, tally, responseRateBps, minimumVolume } = point;
  const day = numbers.day(at);
  if (responseRateBps === null) return `${day}: ${standingWords[numbers.language].noInMails}`;
  const { count } = numbers;
  const said = words.point(
    day,
    numbers.rate(responseRateBps),
    count(answeredOf(tally)),
    count(tally.total),
  );
  return tally.total < minimumVolume ? `${said}, ${words.notJudged}` : said;
}
