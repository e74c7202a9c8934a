import { z } from 'zod';
import { readContract } from '#server/contracts/store.ts';
import { readBody } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { countMessaged } from '#server/recipients/store.ts';
import { daysToMs } from '#shared/policy/instant.ts';
import { latelyMessagedSchema, latelyQuestionSchema } from '#shared/wire/lately-messaged.ts';

export const recipientRoutes = [
  route(
    {
      name: 'countLatelyMessaged',
      method: 'POST',
      path: '/v1/recipients/lately-messaged',
      summary: 'How many of these recipients had an InMail from the contract within its window.',
      details:
        'Recipients are keyed hashes, two or more. The answer is a number: never who, from which seat or when. Whom the ledger does not name is not in it, so that it may be more.',
      callers: ['recruiter'],
      body: { name: 'LatelyQuestion', schema: latelyQuestionSchema },
      answer: { type: 'application/json', name: 'LatelyMessaged', schema: latelyMessagedSchema },
      problems: [],
      example: {
        as: 'recruiter',
        body: {
          recipients: [
            'kZ3vY1p0aJ8dQ2mW7rT5bN9cX4fL6hG0sE1uI3oP5yA',
            'Vw8nB2xM6kJ4hG0fD9sA7pO5iU3yT1rE8wQ6zX4cL2k',
          ],
        },
        answer: { whole: { recipients: 2, messaged: 0, windowDays: 14 } },
      },
    },
    ({ ledger: { database, now } }) =>
      async (c) => {
        const { id } = c.get('caller').contract;
        const body = await readBody(c, latelyQuestionSchema);
        const recipients = [...new Set(body.recipients)];
        const through = now();
        const answer = await database.read(async (reader) => {
          const contract = await readContract(reader, id);
          if (contract === null) throw new ContractUnknown(id);
          const { windowDays } = contract.terms;
          const window = { after: through - daysToMs(windowDays), through };
          const messaged = await countMessaged(reader, id, recipients, window);
          return { recipients: recipients.length, messaged, windowDays };
        });
        return c.json(z.encode(latelyMessagedSchema, answer));
      },
  ),
];
