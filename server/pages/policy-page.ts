import { html } from 'hono/html';
import { STYLE_ELEMENT } from '#server/described/style.ts';
import type { Terms } from '#shared/policy/terms.ts';
import { LANGUAGES, type Language } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { POLICY_QUESTIONS } from '#shared/words/plain-policy-words.ts';
import { figuresOf, plainPolicyWords } from '#shared/words/plain-policy.ts';

const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
};

/** Every question about the policy with its answer; each can be linked to by its name. */
export function policyPage(language: Language, terms: Terms) {
  const words = plainPolicyWords[language];
  const figures = figuresOf(terms, numbersIn(language, 'UTC'));
  const asked = POLICY_QUESTIONS.map((name) => ({ name, ...words.answers[name] }));
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title} · Good Standing</title>
        ${STYLE_ELEMENT}
      </head>
      <body class="reading">
        <header>
          <p class="soft">
            ${LANGUAGES.map((other, index) => [
              index === 0 ? '' : ' · ',
              other === language
                ? html`<span aria-current="true">${OWN_NAMES[other]}</span>`
                : html`<a href="?lang=${other}" lang="${other}" hreflang="${other}"
                    >${OWN_NAMES[other]}</a
                  >`,
            ])}
          </p>
          <h1>${words.title}</h1>
          <p class="lead">${words.intro(figures)}</p>
          <p class="soft">${words.stricter}</p>
        </header>
        <nav aria-label="${words.questions}">
          <ul>
            ${asked.map(({ name, ask }) => html`<li><a href="#${name}">${ask}</a></li>`)}
          </ul>
        </nav>
        <main>
          ${asked.map(
            ({ name, ask, answer }) =>
              html`<section id="${name}" aria-labelledby="${name}-asked">
                <h2 id="${name}-asked">${ask}</h2>
                ${answer(figures).map((paragraph) => html`<p>${paragraph}</p>`)}
              </section>`,
          )}
        </main>
      </body>
    </html>`;
}
