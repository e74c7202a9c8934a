import { createHash } from 'node:crypto';
import { raw } from 'hono/html';

/** A page's whole style; its hash is all that the page's policy lets in. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1d1f23; --soft: #555b66; --ground: #fff; --panel: #f3f4f6; --line: #d5d8de; --link: #0b57b0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaee; --soft: #a9b0bd; --ground: #15171b; --panel: #20242b; --line: #3a404b; --link: #8ab8ff; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
header, main, nav, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
h1 { margin: 0; font-size: 1.9rem; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.35rem; }
h3 { margin: 0 0 .25rem; font-size: 1.05rem; }
h4 { margin: 1.25rem 0 .4rem; font-size: .95rem; }
p { margin: .25rem 0; }
a { color: var(--link); }
a:focus-visible, pre:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code, pre { font: .875em/1.5 ui-monospace, monospace; }
h3 code { font-size: 1em; font-weight: 600; }
p code, li code, h3 code { overflow-wrap: anywhere; }
.soft { color: var(--soft); }
section.card { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem 1.25rem; margin: 1rem 0; }
nav ul { list-style: none; padding: 0; margin: .5rem 0; columns: 2 20rem; }
nav li { padding: .15rem 0; break-inside: avoid; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
body.reading header, body.reading nav, body.reading main { max-width: 44rem; }
body.reading nav ul { columns: auto; border-block: 1px solid var(--line); padding: .75rem 0; margin: 1.25rem 0 0; }
body.reading h2 { font-size: 1.15rem; margin: 2rem 0 .25rem; }
body.reading p { margin: .5rem 0; }
body.reading main { padding-bottom: 4rem; }
.lead { font-size: 1.125rem; }
section:target h2 { text-decoration: underline 3px var(--link); text-underline-offset: .3em; }
pre { background: var(--panel); border-radius: .375rem; padding: .75rem 1rem; margin: .25rem 0; overflow: auto; max-height: 24rem; }
footer { padding-bottom: 3rem; }
`;

/** Not a space may come between its tags: the page's policy names the hash of what is there. */
export const STYLE_ELEMENT = raw(`<style>${STYLE}</style>`);

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** A page to read runs nothing, loads nothing, sends nothing and is framed by nobody. */
export const PAGE_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
