import { html } from 'hono/html';
import { fieldsOf, typeOf } from '#server/described/fields.ts';
import { templateOf, type JsonSchema, type OpenApi } from '#server/described/openapi.ts';
import { STYLE_ELEMENT } from '#server/described/style.ts';
import { PROBLEMS } from '#server/http/problems.ts';
import { problemsOf, type Description, type NamedSchema } from '#server/http/route.ts';

type Html = ReturnType<typeof html>;

const schemaLink = (name: string): Html => html`<a href="#schema-${name}"><code>${name}</code></a>`;

/** A block that scrolls sideways can be reached by the keyboard. */
function block(label: string, value: unknown): Html {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return html`<pre tabindex="0" role="region" aria-label="${label}">${text}</pre>`;
}

function table(label: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function queryOf({ query }: Description): Html | string {
  if (query === undefined) return '';
  return html`<ul>
    ${Object.entries(query).map(([name, says]) => html`<li><code>?${name}=</code> ${says}</li>`)}
  </ul>`;
}

function bodyOf({ method, path, body, example }: Description): Html | string {
  if (body === undefined) return '';
  return html`<h4>Body</h4>
    <p>${schemaLink(body.name)}, as JSON</p>
    ${block(`Example of a body for ${method} ${path}`, example.body)}`;
}

function answerOf({ method, path, answer, example, otherwise, isConditional }: Description): Html {
  const shown = 'whole' in example.answer ? example.answer.whole : example.answer.piece;
  const asWhom = example.as === undefined ? 'anyone' : `a ${example.as}`;
  return html`<h4>Answer</h4>
    <p>
      ${'schema' in answer ? schemaLink((answer satisfies NamedSchema).name) : html`<code>${answer.type}</code>`}${
        isConditional === true ? ', or 304 with no body for the ETag that it still has' : ''
      }
    </p>
    ${otherwise === undefined ? '' : html`<p>${otherwise.status}: ${otherwise.when}</p>`}
    <p class="soft">
      Example: ${asWhom} calls <code>${example.path ?? path}</code>${
        'whole' in example.answer ? '' : '; a piece of the answer'
      }
    </p>
    ${block(`Example of an answer to ${method} ${path}`, shown)}`;
}

function routeCard(route: Description): Html {
  const { name, method, summary, details, callers } = route;
  const path = templateOf(route);
  const problems = problemsOf(route).map(
    (code) =>
      html`<tr>
        <td><code>${code}</code></td>
        <td>${PROBLEMS[code].status}</td>
        <td>${PROBLEMS[code].title}</td>
      </tr>`,
  );
  return html`<section class="card" id="${name}" aria-labelledby="${name}-title">
    <h3 id="${name}-title"><code>${method} ${path}</code></h3>
    <p>${summary}</p>
    ${details === undefined ? '' : html`<p>${details}</p>`}
    <p>
      <strong>Who may call:</strong> ${typeof callers === 'string' ? callers : callers.join(', ')}
    </p>
    ${queryOf(route)} ${bodyOf(route)} ${answerOf(route)}
    <h4>Problems</h4>
    ${table(`Problems of ${method} ${path}`, ['code', 'status', 'meaning'], problems)}
  </section>`;
}

function schemaCard(name: string, schema: JsonSchema): Html {
  const rows = fieldsOf(schema).map(
    ({ path, type, isRequired, description }) =>
      html`<tr>
        <td><code>${path}</code></td>
        <td>
          ${type}${description === '' ? '' : html`<br /><span class="soft">${description}</span>`}
        </td>
        <td>${isRequired ? 'yes' : 'no'}</td>
      </tr>`,
  );
  return html`<section class="card" id="schema-${name}" aria-labelledby="schema-${name}-title">
    <h3 id="schema-${name}-title"><code>${name}</code></h3>
    ${
      rows.length === 0
        ? html`<p>${typeOf(schema)}. ${schema.description ?? ''}</p>`
        : table(`Fields of ${name}`, ['field', 'type', 'always there'], rows)
    }
  </section>`;
}

/** The API for people to read: one page that loads nothing else. */
export function docsPage(routes: readonly Description[], document: OpenApi): Html {
  const schemas = Object.entries(document.components.schemas).sort(([one], [other]) =>
    one.localeCompare(other),
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Good Standing: the API</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header>
          <h1>Good Standing: the API</h1>
          <p>
            Everything under <code>/v1</code> wants <code>Authorization: Bearer</code> with the
            token of an invitation. Instants are ISO 8601 in UTC, rates are in basis points. What is
            wrong is answered as <code>application/problem+json</code>, by a code that does not
            change; its <code>requestId</code> is the answer’s <code>X-Request-Id</code>. Programs
            read <a href="/openapi.json">/openapi.json</a>.
          </p>
        </header>
        <nav aria-label="Routes">
          <h2>Routes</h2>
          <ul>
            ${routes.map(
              (route) =>
                html`<li>
                  <a href="#${route.name}"><code>${route.method} ${templateOf(route)}</code></a>
                </li>`,
            )}
          </ul>
        </nav>
        <main>
          ${routes.map(routeCard)}
          <h2>Schemas</h2>
          ${schemas.map(([name, schema]) => schemaCard(name, schema))}
        </main>
      </body>
    </html>`;
}
