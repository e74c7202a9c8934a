import { Mark, toneOf } from '#extension/ui/mark.tsx';
import { RateChart, topOf } from '#extension/ui/rate-chart.tsx';
import type { ReportContent, Rows } from '#shared/words/report-content.ts';

export type ReportPanelProps = {
  content: ReportContent;
  isOpen: boolean;
  onToggle: () => void;
};

/** The policy's figures over a report of Recruiter's; closed, a line of them. */
export function ReportPanel({ content, isOpen, onToggle }: ReportPanelProps) {
  const { shown, title, word, freshness, show, hide } = content;
  return (
    <section class="gs-report" aria-labelledby="gs-report-title">
      <div class="gs-report-head">
        <h2 id="gs-report-title">{title}</h2>
        <span class={`gs-report-word gs-${toneOf(shown)}`}>
          <Mark shown={shown} />
          {word}
        </span>
        <span class="gs-note">{freshness}</span>
        <button type="button" class="gs-link" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? hide : show}
        </button>
      </div>
      {isOpen && (
        <div class="gs-report-body">
          <Figures content={content} />
          <Chart content={content} />
          <LinkedIn content={content} />
        </div>
      )}
    </section>
  );
}

function Figures({ content: { figures, window } }: { content: ReportContent }) {
  return (
    <div class="gs-report-part">
      <dl class="gs-report-figures">
        {figures.map(({ label, value, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {note !== null && <span class="gs-note">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="gs-note">{window}</p>
    </div>
  );
}

function Chart({ content: { chart, noChart } }: { content: ReportContent }) {
  if (chart === null) return <p class="gs-report-part gs-ink-2">{noChart}</p>;
  const { title, says, points, from, to, line, legend, note, tableTitle, table } = chart;
  const lineAt = ((points.at(-1)?.lineBps ?? 0) / topOf(points)) * 100;
  return (
    <div class="gs-report-part">
      <h3>{title}</h3>
      <div class="gs-report-chart gs-note">
        <span class="gs-report-scale" aria-hidden="true">
          {line}
          <span style={{ bottom: `calc(${lineAt.toFixed(1)}% - 8px)` }}>{line}</span>
        </span>
        <RateChart points={points} title={title} says={says} />
        <span class="gs-report-days" aria-hidden="true">
          <span>{from}</span>
          <span>{to}</span>
        </span>
      </div>
      <p class="gs-note gs-report-legend">
        {legend.map((each, index) => (
          <span key={each} class={`gs-report-key-${index}`}>
            {each}
          </span>
        ))}
      </p>
      <p class="gs-note">{note}</p>
      <details class="gs-report-days-table">
        <summary class="gs-link">{tableTitle}</summary>
        <div tabIndex={0} role="region" aria-label={title}>
          <Table {...table} />
        </div>
      </details>
    </div>
  );
}

function LinkedIn({ content: { linkedin } }: { content: ReportContent }) {
  const { title, period, table, sentences, why, reasons } = linkedin;
  return (
    <div class="gs-report-part">
      <h3>{title}</h3>
      {period !== null && <p class="gs-note">{period}</p>}
      {table !== null && <Table {...table} />}
      {sentences.map((sentence) => (
        <p key={sentence} class="gs-note">
          {sentence}
        </p>
      ))}
      <details>
        <summary class="gs-link">{why}</summary>
        <ul>
          {reasons.map((reason) => (
            <li key={reason} class="gs-note">
              {reason}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Table({ columns, rows }: Rows) {
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column) =>
            column === '' ? (
              <td />
            ) : (
              <th key={column} scope="col">
                {column}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...cells]) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            {cells.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
