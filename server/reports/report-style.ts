import { createHash } from 'node:crypto';

/** The whole style of a report; its hash is all that the page's own policy lets in. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #5c5c5c; --ground: #f4f2ee; --card: #fff; --rule: #dcd9d3; --grid: #e4e1db; --blue: #0a66c2; --amber: #915907; --amber-fill: #e7a33e; --red: #b11226; --green: #01754f; --grey: #8a867f; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --soft: #b0b0b0; --ground: #141619; --card: #1d2024; --rule: #3a3e45; --grid: #32363c; --blue: #71b7fb; --amber: #e7a33e; --amber-fill: #e7a33e; --red: #ff8a80; --green: #5fb98f; --grey: #8d9199; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 15px/22px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--ink); background: var(--ground); font-variant-numeric: tabular-nums; }
.page { max-width: 1120px; margin: 0 auto; padding: 32px 24px 48px; }
header { margin-bottom: 24px; }
h1 { margin: 0 0 8px; font-size: 28px; line-height: 36px; letter-spacing: -0.2px; text-wrap: balance; }
h2 { margin: 0 0 4px; font-size: 18px; line-height: 24px; }
h3 { margin: 24px 0 4px; font-size: 15px; line-height: 22px; }
p { margin: 0 0 8px; max-width: 80ch; }
section { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 24px; margin: 0 0 16px; }
.soft { color: var(--soft); }
.note { color: var(--soft); font-size: 13px; line-height: 18px; max-width: 100ch; }
.lead { font-size: 18px; line-height: 27px; margin-bottom: 20px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 12px; margin: 0 0 20px; padding: 0; }
.tile { border: 1px solid var(--rule); border-radius: 8px; padding: 14px 16px; }
.tile dt { color: var(--soft); font-size: 13px; line-height: 18px; }
.tile dd { margin: 0; }
.tile .big { font-size: 28px; line-height: 36px; font-weight: 600; letter-spacing: -0.3px; }
.tile .big.warned { color: var(--amber); }
.tile .big.restricted { color: var(--red); }
.wide { overflow-x: auto; margin-top: 12px; background: linear-gradient(to right, var(--card) 50%, transparent) left / 32px 100% no-repeat local, linear-gradient(to left, var(--card) 50%, transparent) right / 32px 100% no-repeat local, linear-gradient(to right, var(--rule), transparent) left / 12px 100% no-repeat, linear-gradient(to left, var(--rule), transparent) right / 12px 100% no-repeat; }
.wide:focus-visible, summary:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 20px; }
th, td { padding: 7px 16px 7px 0; border-bottom: 1px solid var(--grid); text-align: left; vertical-align: middle; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-weight: 500; font-size: 12px; line-height: 16px; vertical-align: bottom; border-bottom-color: var(--rule); }
tbody th { font-weight: 600; min-width: 132px; }
tbody th small { display: block; color: var(--soft); font-weight: 400; font-size: 12px; line-height: 16px; }
tbody tr:last-child > * { border-bottom: 0; }
.number { text-align: right; white-space: nowrap; }
.number small { display: block; color: var(--soft); font-size: 12px; line-height: 16px; }
th.number { white-space: normal; text-wrap: balance; }
.strip { width: 30%; min-width: 180px; }
.strip svg { display: block; width: 100%; height: 22px; overflow: visible; }
.scale { display: flex; justify-content: space-between; gap: 8px; white-space: nowrap; }
svg .grid { stroke: var(--grid); stroke-width: 1; }
svg .line { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 3; }
svg path, svg line { vector-effect: non-scaling-stroke; fill: none; }
svg .reach { stroke-width: 3; stroke-linecap: round; opacity: 0.45; }
svg .dot { stroke-width: 10; stroke-linecap: round; }
svg .dot.restricted { stroke-width: 8; stroke-linecap: square; }
svg .warned { stroke: var(--amber); }
svg .restricted { stroke: var(--red); }
svg .rate { stroke: var(--blue); }
svg .other { stroke: var(--grey); }
svg rect.warned, svg path.area.warned { fill: var(--amber-fill); stroke: none; }
svg rect.restricted, svg path.area.restricted { fill: var(--red); stroke: none; }
svg rect.recovered { fill: var(--green); stroke: none; }
svg rect.other { fill: var(--grey); stroke: none; }
svg rect.rate { fill: var(--blue); stroke: none; }
svg path.area { opacity: 0.28; }
svg path.edge { stroke: var(--red); stroke-width: 1.5; }
.chart { margin: 12px 0 4px; }
.chart svg { display: block; width: 100%; height: 140px; overflow: visible; }
.chart .scale { color: var(--soft); font-size: 12px; line-height: 16px; margin-top: 6px; }
.chart .top { color: var(--soft); font-size: 12px; line-height: 16px; }
.stack { margin: 16px 0; }
.stack svg { display: block; width: 100%; height: 14px; border-radius: 4px; }
.stack svg rect { stroke: var(--card); stroke-width: 2; vector-effect: non-scaling-stroke; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; margin: 0 0 12px; padding: 0; font-size: 13px; line-height: 18px; }
.legend li { display: flex; align-items: center; gap: 8px; }
.legend svg { width: 12px; height: 12px; flex: none; border-radius: 3px; overflow: visible; }
.legend.marks { margin: 12px 0 -4px; }
details { margin-top: 12px; }
summary { cursor: pointer; color: var(--blue); width: fit-content; }
section > ul { margin: 4px 0 0; padding-left: 20px; max-width: 80ch; }
section > ul li { margin-bottom: 6px; }
.verdict { border-left: 4px solid var(--grey); padding: 4px 0 4px 16px; margin: 0 0 20px; }
.verdict.better { border-color: var(--green); }
.verdict.worse { border-color: var(--red); }
@media screen and (max-width: 900px) {
  .tiles { grid-template-columns: 1fr 1fr; }
  table { font-size: 13px; line-height: 18px; }
  th, td { padding-right: 10px; }
  tbody th { min-width: 84px; }
  .strip { width: 24%; min-width: 128px; }
  .number small { min-width: 72px; white-space: normal; }
}
@media screen and (max-width: 640px) {
  .strip, .legend.marks { display: none; }
  .tiles { grid-template-columns: 1fr; }
}
@media (max-width: 640px) {
  .page { padding: 20px 12px 32px; }
  section { padding: 16px; }
  h1 { font-size: 23px; line-height: 30px; }
  .lead { font-size: 16px; line-height: 24px; }
}
@media print {
  :root { color-scheme: light; }
  @page { margin: 14mm; }
  body { background: #fff; font-size: 10.5pt; line-height: 15pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .page { max-width: none; padding: 0; }
  .tiles { grid-template-columns: repeat(4, 1fr); }
  .tile { padding: 8pt; }
  section { border: 0; border-top: 1px solid var(--rule); border-radius: 0; padding: 12pt 0; margin: 0; }
  h2, h3 { break-after: avoid; }
  tr, .tile, .stack, .chart { break-inside: avoid; }
  .wide { overflow: visible; }
  .strip { min-width: 110px; width: 26%; }
  tbody th { min-width: 80px; }
  table { font-size: 9pt; line-height: 12pt; }
  th, td { padding: 4pt 8pt 4pt 0; }
  thead th { font-size: 8pt; line-height: 10pt; }
  .number small { font-size: 8pt; line-height: 10pt; }
  details:not([open]) { display: none; }
}
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Not a space may come between its tags: the page's policy names the hash of what is there. */
export const REPORT_STYLE_ELEMENT = `<style>${STYLE}</style>`;

/** A report runs nothing, loads nothing and sends nothing, wherever it is opened. */
export const REPORT_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
