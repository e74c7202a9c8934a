import { html, raw } from 'hono/html';
import { REPORT_POLICY, REPORT_STYLE_ELEMENT } from '#server/reports/report-style.ts';
import type { Html } from '#server/reports/strips.ts';
import type { Language } from '#shared/words/language.ts';

type Page = {
  language: Language;
  title: string;
  /** Under the title: what it is about, and when it was made. */
  about: readonly string[];
  sections: readonly (Html | '')[];
};

/** One file that loads nothing: to be mailed, printed and kept. */
export async function reportPage({ language, title, about, sections }: Page): Promise<string> {
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${REPORT_POLICY}" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} · Good Standing</title>
        ${raw(REPORT_STYLE_ELEMENT)}
      </head>
      <body>
        <div class="page">
          <header>
            <h1>${title}</h1>
            ${about.map((line) => html`<p class="soft">${line}</p>`)}
          </header>
          <main>${sections}</main>
        </div>
      </body>
    </html>`;
  return `${String(await page)}\n`;
}

export type Cell = { html: Html | string; is?: 'name' | 'number' | 'strip' };

/** A table that scrolls sideways by itself where a page is too narrow for it. */
export function table(
  label: string,
  heads: readonly Cell[],
  rows: readonly (readonly Cell[])[],
): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${heads.map(({ html: head, is = 'number' }) => html`<th scope="col" class="${is}">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(({ html: cell, is = 'number' }) =>
                is === 'name'
                  ? html`<th scope="row" class="name">${cell}</th>`
                  : html`<td class="${is}">${cell}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export type Tile = {
  says: string;
  figure: string;
  tone?: 'warned' | 'restricted';
  notes: readonly string[];
};

export function tiles(all: readonly Tile[]): Html {
  return html`<dl class="tiles">
    ${all.map(
      ({ says, figure, tone, notes }) =>
        html`<div class="tile">
          <dt>${says}</dt>
          <dd class="big ${tone ?? ''}">${figure}</dd>
          ${notes.map((note) => html`<dd class="note">${note}</dd>`)}
        </div>`,
    )}
  </dl>`;
}

export function list(sentences: readonly string[]): Html {
  return html`<ul>
    ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;
}
