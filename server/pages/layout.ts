import { html, raw } from 'hono/html';
import { STYLE_ELEMENT } from '#server/pages/style.ts';
import type { Language } from '#shared/words/language.ts';

export type Html = ReturnType<typeof html>;

/** The extension's icon: a dot half full. */
const MARK = raw(
  '<svg viewBox="0 0 128 128" aria-hidden="true"><circle cx="64" cy="64" r="54" fill="#fff" stroke="#0a66c2" stroke-width="16"/><path d="M64 24a40 40 0 0 0 0 80z" fill="#0a66c2"/></svg>',
);

export type Shown = {
  title: string;
  body: Html;
  /** Below the panel, such as who is signed in. */
  after?: Html;
};

export function layout(language: Language, { title, body, after }: Shown): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Good Standing</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header>${MARK}<span>Good Standing</span></header>
        <main>
          <div class="panel">
            <h1>${title}</h1>
            ${body}
          </div>
          ${after ?? ''}
        </main>
      </body>
    </html>`;
}

/** What stands in the way, read out at once by screen readers. */
export function faultLine(fault: string | null): Html | string {
  return fault === null ? '' : html`<p class="fault" role="alert">${fault}</p>`;
}

type Field = {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  value?: string;
  autocomplete?: string;
  hint?: string;
  isCode?: boolean;
};

export function field({ name, label, value = '', hint, ...field }: Field): Html {
  const { type = 'text', autocomplete = 'off', isCode = false } = field;
  const describedBy = hint === undefined ? '' : raw(` aria-describedby="${name}-hint"`);
  return html`<label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      spellcheck="false"
      ${isCode ? raw('class="code" autocapitalize="characters"') : ''}
      required
      ${describedBy}
    />
    ${hint === undefined ? '' : html`<p class="note" id="${name}-hint">${hint}</p>`}`;
}
