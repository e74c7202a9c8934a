import { PilotFigures } from '#extension/entrypoints/team/pilot/pilot-figures.tsx';
import { useAsked } from '#extension/entrypoints/team/use-asked.ts';
import { teamMessages } from '#extension/state/team-messages.ts';
import type { PilotReport } from '#shared/policy/pilot.ts';
import { REACTION_DAYS, REACTIONS } from '#shared/policy/reactions.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import {
  aboutSentences,
  pointsInterval,
  pointsText,
  ruleOf,
  verdictSentences,
  type PilotSpeech,
} from '#shared/words/pilot-sentences.ts';
import { pilotReportWords } from '#shared/words/pilot-report.ts';

type Props = { numbers: Numbers; contract: string };

/** What the pilot changed, or why the numbers are too small to tell. */
export function PilotReportPanel({ numbers, contract }: Props) {
  const words = pilotReportWords[numbers.language];
  const speech = { words, numbers };
  const asked = useAsked('report', () => teamMessages.sendMessage('pilotReport', undefined));
  const report: PilotReport | null = asked.value;
  if (report === null) return null;
  const [lead = '', ...why] = verdictSentences(report, speech);
  return (
    <section class="panel" aria-labelledby="pilot-report">
      <h2 id="pilot-report">{words.title}</h2>
      <p class="note">{aboutSentences({ contract, report }, speech).join(' · ')}</p>
      <h3>{words.verdict}</h3>
      <p>
        <strong>{lead}</strong>
      </p>
      {why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Shown report={report} speech={speech} />
      <PilotFigures report={report} speech={speech} />
      <Reacted report={report} speech={speech} />
      <details>
        <summary>{words.rule}</summary>
        <ul>
          {words.ruleOf(ruleOf(speech)).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{words.limits}</summary>
        <ul>
          {words.limitsOf.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

type PartProps = { report: PilotReport; speech: PilotSpeech };

/** Notices and held sends of the seats in the pilot, and the difference where there is one. */
function Shown({ report, speech }: PartProps) {
  const { words, numbers } = speech;
  const { notices, held, difference } = report;
  const median = notices.medianDays;
  const rows = [
    {
      label: words.tiles.difference,
      value: difference === null ? '–' : words.points(pointsText(difference.bps, speech)),
      note: difference === null ? '' : pointsInterval(difference, speech),
    },
    {
      label: words.tiles.notices,
      value: numbers.count(notices.issued),
      note: words.warningsOf(numbers.count(notices.warnings)),
    },
    {
      label: words.tiles.read,
      value: numbers.count(notices.read),
      note: median === null ? '' : words.medianDays(median, numbers.decimal(median)),
    },
    {
      label: words.tiles.held,
      value: numbers.count(held.sends),
      note: words.heldTo(numbers.count(held.inmails), numbers.count(held.seats)),
    },
  ];
  return (
    <dl class="pilot-shown">
      {rows.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong> <span class="note">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What seats did in bulk after a warning, against those in observation, who saw none. */
function Reacted({ report, speech }: PartProps) {
  const { words, numbers } = speech;
  const arms = [report.treated.reactions, report.observed.reactions];
  if (arms.every(({ warned }) => warned === 0)) return <p class="note">{words.nobodyWarned}</p>;
  return (
    <div class="scrolls" tabIndex={0} role="region" aria-label={words.reactions}>
      <table>
        <caption>{words.reactions}</caption>
        <thead>
          <tr>
            <td />
            {[words.treated, words.observed].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {REACTIONS.map((reaction) => (
            <tr key={reaction}>
              <th scope="row">{words.reactionsOf[reaction]}</th>
              {arms.map((arm, index) => (
                <td key={index}>{numbers.count(arm[reaction])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">{words.reactionsNote(numbers.count(REACTION_DAYS))}</p>
    </div>
  );
}
