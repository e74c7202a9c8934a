import type { Context } from 'hono';
import { csvOfAudit, ndjsonOfAudit, readAudit, type AuditSpan } from '#server/audit/audit.ts';
import { Fault } from '#server/http/problems.ts';
import type { RequestEnv } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { instant } from '#shared/wire/instant.ts';

const query = {
  since: 'Only what was changed from this instant on, such as 2026-01-05T00:00:00.000Z.',
  until: 'Only what was changed before this instant.',
};

function spanOf(c: Context<RequestEnv>): AuditSpan {
  const read = (name: 'since' | 'until', otherwise: number): number => {
    const parsed = instant.optional().safeParse(c.req.query(name));
    if (!parsed.success) throw new Fault('field_invalid', parsed.error.issues[0]?.message, name);
    return parsed.data ?? otherwise;
  };
  return { since: read('since', -Infinity), until: read('until', Infinity) };
}

function answerFile(c: Context<RequestEnv>, type: string, name: string, text: string): Response {
  c.header('Content-Type', type);
  c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  c.header('Cache-Control', 'private, no-store');
  return c.body(text);
}

export const auditRoutes = [
  route(
    {
      name: 'exportAudit',
      method: 'GET',
      path: '/v1/audit.csv',
      query,
      summary: 'Who changed what when, from what to what, as CSV; the oldest first.',
      details:
        'Standings, transfers, notices, terms, modes, retention, sources, reviews, webhooks, devices, invitations. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
      callers: ['admin'],
      answer: { type: 'text/csv' },
      isLarge: true,
      problems: ['field_invalid'],
      example: {
        as: 'admin',
        answer: { piece: 'server,,standing.check,seat-1,good,warning_due,' },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const { id } = c.get('caller').contract;
        const entries = await readAudit(ledger, id, spanOf(c));
        return answerFile(c, 'text/csv; charset=utf-8', `${id}-audit.csv`, csvOfAudit(entries));
      },
  ),
  route(
    {
      name: 'streamAudit',
      method: 'GET',
      path: '/v1/audit.ndjson',
      query,
      summary: 'The same, one JSON object a line.',
      callers: ['admin'],
      answer: { type: 'application/x-ndjson' },
      isLarge: true,
      problems: ['field_invalid'],
      example: {
        as: 'admin',
        answer: { piece: '"what":"standing.check","subject":"seat-1","from":"good"' },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const { id } = c.get('caller').contract;
        const text = ndjsonOfAudit(await readAudit(ledger, id, spanOf(c)));
        return answerFile(c, 'application/x-ndjson', `${id}-audit.ndjson`, text);
      },
  ),
];
