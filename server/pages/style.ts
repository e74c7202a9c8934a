import { createHash } from 'node:crypto';
import { raw } from 'hono/html';

/** The pages' whole style, in the extension's own colours; its hash is all that their policy lets in. */
const STYLE = `
:root { color-scheme: light dark; --ground: #f4f2ee; --raised: #fff; --ink: rgb(0 0 0 / 90%); --ink-2: rgb(0 0 0 / 60%); --line: rgb(0 0 0 / 15%); --field: rgb(0 0 0 / 60%); --blue: #0a66c2; --on-blue: #fff; --red: #b11226; --shadow: 0 0 0 1px rgb(0 0 0 / 8%), 0 2px 4px rgb(0 0 0 / 8%); }
@media (prefers-color-scheme: dark) {
  :root { --ground: #000; --raised: #1d2226; --ink: rgb(255 255 255 / 90%); --ink-2: rgb(255 255 255 / 66%); --line: rgb(255 255 255 / 20%); --field: rgb(255 255 255 / 60%); --blue: #71b7fb; --on-blue: #1d2226; --red: #ff8a80; --shadow: 0 0 0 1px rgb(255 255 255 / 12%); }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/20px system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif; font-variant-numeric: tabular-nums; }
header, main { max-width: 448px; margin: 0 auto; padding: 0 24px; }
header { display: flex; align-items: center; gap: 8px; padding-top: 48px; padding-bottom: 16px; font-weight: 600; }
header svg { width: 24px; height: 24px; flex: none; }
main { padding-bottom: 48px; }
.panel { padding: 24px; border-radius: 8px; background: var(--raised); box-shadow: var(--shadow); overflow-wrap: break-word; }
h1 { margin: 0 0 8px; font-size: 16px; line-height: 24px; }
p { margin: 0; }
p + p, form + p, p + form { margin-top: 16px; }
p.label + p { margin-top: 0; }
.caution { margin-top: 16px; }
.note { color: var(--ink-2); font-size: 12px; line-height: 16px; }
.fault { margin-top: 16px; padding-left: 12px; border-left: 4px solid var(--red); }
label, legend, .label { display: block; margin: 16px 0 4px; padding: 0; font-weight: 600; }
input:not([type]), input[type=email], input[type=password], input[type=text] { width: 100%; padding: 6px 8px; border: 1px solid var(--field); border-radius: 4px; background: var(--raised); color: var(--ink); font: inherit; }
input.code { font: 20px/28px ui-monospace, 'Liberation Mono', monospace; letter-spacing: 2px; text-transform: uppercase; }
input + .note { margin-top: 4px; }
fieldset { margin: 0; padding: 0; border: 0; }
.choice { display: flex; gap: 8px; align-items: flex-start; margin: 0; padding: 6px 0; font-weight: 400; }
.choice input { width: 16px; height: 16px; margin: 2px 0; flex: none; accent-color: var(--blue); }
.code-shown { margin: 8px 0 0; padding: 12px; border: 1px solid var(--line); border-radius: 8px; font: 600 24px/32px ui-monospace, 'Liberation Mono', monospace; letter-spacing: 3px; text-align: center; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 24px; }
button, .button { display: inline-block; padding: 6px 16px; border: 0; border-radius: 16px; background: var(--blue); color: var(--on-blue); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
button.secondary, .button.secondary { background: transparent; color: var(--blue); box-shadow: inset 0 0 0 1px var(--blue); }
button.plain { padding: 0; border-radius: 4px; background: none; color: var(--blue); font-weight: 400; text-decoration: underline; }
a { color: var(--blue); }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
.or { display: flex; align-items: center; gap: 12px; margin: 24px 0; color: var(--ink-2); font-size: 12px; line-height: 16px; }
.or::before, .or::after { content: ''; flex: 1; border-top: 1px solid var(--line); }
.wide { display: block; text-align: center; }
.who { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 8px; margin-top: 16px; color: var(--ink-2); font-size: 12px; line-height: 16px; }
.who button { font-size: 12px; line-height: 16px; }
.devices { list-style: none; margin: 16px 0 0; padding: 0; }
.devices li { display: flex; gap: 16px; align-items: center; justify-content: space-between; padding: 12px 0; border-top: 1px solid var(--line); }
.devices form { flex: none; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Not a space may come between its tags: the policy names the hash of what is there. */
export const STYLE_ELEMENT = raw(`<style>${STYLE}</style>`);

/**
 * The pages run nothing, load nothing, and are framed by nobody. Their own address goes to
 * themselves alone, as invitations' addresses are secrets, and forms say by it where they come from.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
