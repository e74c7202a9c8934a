import { z } from 'zod';
import { readSettings } from '#server/contracts/settings-store.ts';
import { route } from '#server/http/route.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import { PROFILES } from '#shared/policy/terms.ts';
import { contractSchema } from '#shared/wire/contract.ts';

const FIRST = {
  version: 1,
  recordedAt: '2026-01-05T09:00:00.000Z',
  recordedBy: { role: 'server', id: null },
} as const;
const { effectiveFrom, ...terms } = PROFILES['inmail-2014'];

export const contractRoutes = [
  route(
    {
      name: 'readContract',
      method: 'GET',
      path: '/v1/contract',
      summary:
        'What the contract is set to and was: terms, source and retention, with who and when.',
      details: 'How far its pilot goes is at /v1/pilot. Terms are set by an event, terms.changed.',
      callers: ['lead', 'admin'],
      answer: { type: 'application/json', name: 'Contract', schema: contractSchema },
      problems: [],
      example: {
        as: 'lead',
        answer: {
          whole: {
            id: 'fernhill-talent',
            name: 'Fernhill Talent',
            createdAt: FIRST.recordedAt,
            relationshipManager: 'Aisha Brennan',
            trainingLinks: [],
            terms: {
              profile: 'inmail-2014',
              version: 1,
              versions: [
                { ...FIRST, terms: { ...terms, effectiveFrom: formatInstant(effectiveFrom) } },
              ],
            },
            evidence: { source: 'feed', since: FIRST.recordedAt, changes: [] },
            retention: { days: 400, versions: [{ ...FIRST, days: 400 }] },
          },
        },
      },
    },
    ({ ledger: { database } }) =>
      async (c) => {
        const { id } = c.get('caller').contract;
        const settings = await database.read((reader) => readSettings(reader, id));
        if (settings === null) throw new ContractUnknown(id);
        return c.json(z.encode(contractSchema, settings));
      },
  ),
];
