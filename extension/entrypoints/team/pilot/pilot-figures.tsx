import type { PeriodFigures, PilotReport } from '#shared/policy/pilot.ts';
import {
  comparedSentences,
  pointsInterval,
  pointsText,
  type PilotSpeech,
} from '#shared/words/pilot-sentences.ts';

type Props = { report: PilotReport; speech: PilotSpeech };

/** Response rate and volume of the seats in the pilot and in observation, before and after. */
export function PilotFigures({ report, speech }: Props) {
  const { words, numbers } = speech;
  const { heads } = words;
  const arms = [
    { name: words.treated, arm: report.treated },
    { name: words.observed, arm: report.observed },
  ];
  const rateOf = ({ rate }: PeriodFigures) =>
    rate === null ? (
      '–'
    ) : (
      <>
        {numbers.rate(rate.bps)}{' '}
        <span class="note">
          {numbers.rate(rate.lowBps)} – {numbers.rate(rate.highBps)}
        </span>
      </>
    );
  return (
    <div class="scrolls" tabIndex={0} role="region" aria-label={words.rates}>
      <table>
        <caption>{words.rates}</caption>
        <thead>
          <tr>
            {[
              heads.group,
              heads.rate,
              heads.inmails,
              heads.bulk,
              heads.perSeatWeek,
              heads.change,
            ].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {arms.flatMap(({ name, arm: { before, after, change } }) =>
            [before, after].map((figures, index) => (
              <tr key={`${name} ${index}`}>
                <th scope="row">{`${name}, ${index === 0 ? words.before : words.after}`}</th>
                <td>{rateOf(figures)}</td>
                <td>{numbers.count(figures.inmails)}</td>
                <td>{numbers.count(figures.bulk)}</td>
                <td>{figures.perSeatWeek === null ? '–' : numbers.decimal(figures.perSeatWeek)}</td>
                <td>
                  {index === 1 && change !== null && (
                    <>
                      {pointsText(change.bps, speech)}{' '}
                      <span class="note">{pointsInterval(change, speech)}</span>
                    </>
                  )}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {comparedSentences(report, speech).map((sentence) => (
        <p key={sentence} class="note">
          {sentence}
        </p>
      ))}
    </div>
  );
}
