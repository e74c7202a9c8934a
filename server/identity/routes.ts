import { z } from 'zod';
import { route } from '#server/http/route.ts';
import { identitySchema } from '#shared/wire/identity.ts';

export const identityRoutes = [
  route(
    {
      name: 'whoAmI',
      method: 'GET',
      path: '/v1/me',
      summary: 'Who a token speaks for.',
      details:
        'A recruiter also gets the key with which a browser hashes recipients, and a lead the teams: null for all of them. A feed has a key of its own, and no device.',
      callers: ['recruiter', 'lead', 'admin', 'feed'],
      answer: { type: 'application/json', name: 'Identity', schema: identitySchema },
      problems: [],
      example: {
        as: 'lead',
        answer: {
          whole: {
            contract: { id: 'fernhill-talent', name: 'Fernhill Talent' },
            role: 'lead',
            seat: null,
            recipientKey: null,
            device: { id: 'device-of-lead', name: 'Chromium on Linux' },
            teams: null,
          },
        },
      },
    },
    () => (c) => c.json(z.encode(identitySchema, c.get('caller'))),
  ),
];
