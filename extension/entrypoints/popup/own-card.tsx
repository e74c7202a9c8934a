import { OwnFigures } from '#extension/entrypoints/popup/own-figures.tsx';
import { provisionalNote } from '#extension/features/card-text.ts';
import { cardContent } from '#extension/features/standing-content.ts';
import type { View } from '#extension/features/view.ts';
import { storedOwnSeat, type StoredOwnSeat } from '#extension/state/stored-own-seat.ts';
import { useStored } from '#extension/state/use-stored.ts';
import { Card } from '#extension/ui/card.tsx';
import { answeredOf, responseRateBps } from '#shared/policy/tally.ts';
import { nextToLeave } from '#shared/policy/window-ahead.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { CardContent } from '#shared/words/card-content.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { ownSeatWords } from '#shared/words/own-seat.ts';
import { standingWords } from '#shared/words/standing.ts';

type Props = { numbers: Numbers; view: View; reading: Reading };
type Row = CardContent['rows'][number];

/** What leaves the window next, and what the rate is then. */
function leavingRow({ numbers, view, reading }: Props, { leaving }: StoredOwnSeat): readonly Row[] {
  const words = ownSeatWords[numbers.language].leaving;
  const next = nextToLeave(reading, leaving, view.now);
  if (next === null) return [];
  const { count } = numbers;
  const { leaves, left, through } = next;
  const when = numbers.near(through, view.now);
  const rate = responseRateBps(left);
  const answered = count(answeredOf(left));
  const value = words.value({
    inmails: count(leaves.total),
    isOne: leaves.total === 1,
    answered: count(answeredOf(leaves)),
  });
  const note =
    rate === null
      ? words.noneLeft(when)
      : words.note({ when, rate: numbers.rate(rate), answered, total: count(left.total) });
  return [{ label: words.title, value, note }];
}

/** The card as in Recruiter's page, and what there is more room for here. */
export function OwnCard(props: Props) {
  const { numbers, view, reading } = props;
  const more = useStored(storedOwnSeat) ?? null;
  const content = cardContent(view, numbers);
  const { figures } = content;
  const leaving = more === null || view.unknownBecause !== null ? [] : leavingRow(props, more);
  const notes = provisionalNote(reading, standingWords[numbers.language], numbers);
  return (
    <section class="panel">
      <Card
        content={{ ...content, rows: [...content.rows, ...leaving], notes }}
        figures={
          figures === null ? undefined : (
            <OwnFigures
              numbers={numbers}
              figures={figures}
              shown={content.shown}
              reading={reading}
              leaving={more?.leaving ?? null}
            />
          )
        }
      />
    </section>
  );
}
