import type { Context } from 'hono';
import { z } from 'zod';
import { csvOfAudit, ndjsonOfAudit, readAudit, type AuditSpan } from '#server/audit/audit.ts';
import { answerFile } from '#server/http/answer-file.ts';
import { readQuery, type RequestEnv } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { instant } from '#shared/wire/instant.ts';

const query = {
  since: 'Only what was changed from this instant on, such as 2026-01-05T00:00:00.000Z.',
  until: 'Only what was changed before this instant.',
};

const spanSchema = z.object({ since: instant.optional(), until: instant.optional() });

function spanOf(c: Context<RequestEnv>): AuditSpan {
  const { since = -Infinity, until = Infinity } = readQuery(c, spanSchema);
  return { since, until };
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
        'The contract and its first source, standings, transfers, notices, terms, modes, retention, sources, reviews, webhooks, devices, invitations, teams, leads and admins, advice, surfaces. `by_name` is empty where nobody is known by the id, or they were forgotten. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
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
        return answerFile(
          c,
          { name: `${id}-audit.csv`, type: 'text/csv; charset=utf-8' },
          csvOfAudit(entries),
        );
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
        return answerFile(c, { name: `${id}-audit.ndjson`, type: 'application/x-ndjson' }, text);
      },
  ),
];
