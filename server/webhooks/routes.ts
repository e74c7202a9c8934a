import { z } from 'zod';
import { Fault } from '#server/http/problems.ts';
import { readBody } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { actingFor } from '#server/ledger/author.ts';
import {
  addEndpoint,
  endEndpoint,
  replayMessages,
  rotateSecret,
} from '#server/webhooks/endpoints.ts';
import { listEndpoints } from '#server/webhooks/store.ts';
import {
  replayedWebhookSchema,
  replayWebhookSchema,
  wantedWebhookSchema,
  webhookEndedSchema,
  webhookListSchema,
  webhookSecretSchema,
} from '#shared/wire/webhooks.ts';

const URL = 'https://hooks.example.com/good-standing';

function unknown(): never {
  throw new Fault('webhook_unknown', undefined, 'endpoint');
}

export const webhookRoutes = [
  route(
    {
      name: 'listWebhooks',
      method: 'GET',
      path: '/v1/webhooks',
      summary: 'Where the contract is told of what happens, and how far it was told.',
      details:
        'Messages are signed by the Standard Webhooks convention: webhook-id, webhook-timestamp and webhook-signature.',
      callers: ['admin'],
      answer: { type: 'application/json', name: 'WebhookList', schema: webhookListSchema },
      problems: [],
      example: {
        as: 'admin',
        answer: {
          whole: {
            endpoints: [
              {
                id: 'endpoint-1',
                url: URL,
                createdAt: '2026-01-06T09:00:00.000Z',
                lastSequence: 0,
                waiting: 0,
                givenUp: 0,
                lastAnswer: null,
              },
            ],
          },
        },
      },
    },
    ({ ledger: { database } }) =>
      async (c) => {
        const { id } = c.get('caller').contract;
        const endpoints = await database.read((reader) => listEndpoints(reader, id));
        return c.json(z.encode(webhookListSchema, { endpoints }));
      },
  ),
  route(
    {
      name: 'addWebhook',
      method: 'POST',
      path: '/v1/webhooks',
      summary: 'Adds an endpoint, which is told of standings, notices and reviews from now on.',
      details:
        'Over https, and to no address inside the network unless the operator allows it. The secret is answered once.',
      callers: ['admin'],
      body: { name: 'WantedWebhook', schema: wantedWebhookSchema },
      answer: { type: 'application/json', name: 'WebhookSecret', schema: webhookSecretSchema },
      problems: ['field_invalid'],
      example: { as: 'admin', body: { url: URL }, answer: { piece: '"secret":"whsec_' } },
    },
    ({ ledger, allowsPrivateWebhooks: allowsPrivate }) =>
      async (c) => {
        const caller = c.get('caller');
        const { url } = await readBody(c, wantedWebhookSchema);
        const context = actingFor(ledger, caller);
        const outcome = await addEndpoint(context, caller.contract.id, { url, allowsPrivate });
        if (!outcome.ok) throw new Fault('field_invalid', outcome.why, 'url');
        return c.json(z.encode(webhookSecretSchema, outcome.added));
      },
  ),
  route(
    {
      name: 'endWebhook',
      method: 'POST',
      path: '/v1/webhooks/:endpoint/end',
      summary: 'Ends an endpoint: nothing more is told there, nor what waits.',
      callers: ['admin'],
      answer: { type: 'application/json', name: 'WebhookEnded', schema: webhookEndedSchema },
      problems: ['webhook_unknown'],
      example: {
        as: 'admin',
        path: '/v1/webhooks/endpoint-1/end',
        answer: { whole: { id: 'endpoint-1', endedAt: '2026-01-06T09:00:00.000Z' } },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const caller = c.get('caller');
        const id = c.req.param('endpoint');
        const endedAt = await endEndpoint(actingFor(ledger, caller), caller.contract.id, id);
        if (endedAt === null) return unknown();
        return c.json(z.encode(webhookEndedSchema, { id, endedAt }));
      },
  ),
  route(
    {
      name: 'rotateWebhook',
      method: 'POST',
      path: '/v1/webhooks/:endpoint/rotate',
      summary: 'Gives an endpoint another secret; the one before signs as well for a day.',
      callers: ['admin'],
      answer: { type: 'application/json', name: 'WebhookSecret', schema: webhookSecretSchema },
      problems: ['webhook_unknown'],
      example: {
        as: 'admin',
        path: '/v1/webhooks/endpoint-1/rotate',
        answer: { piece: '"previousUntil":"2026-01-07T09:00:00.000Z"' },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const caller = c.get('caller');
        const context = actingFor(ledger, caller);
        const rotated = await rotateSecret(context, caller.contract.id, c.req.param('endpoint'));
        if (rotated === null) return unknown();
        return c.json(z.encode(webhookSecretSchema, rotated));
      },
  ),
  route(
    {
      name: 'replayWebhook',
      method: 'POST',
      path: '/v1/webhooks/:endpoint/replay',
      summary: 'Tells an endpoint again what happened, from a message on.',
      details: 'Each message has the id that it had, so that a receiver knows those it took.',
      callers: ['admin'],
      body: { name: 'ReplayWebhook', schema: replayWebhookSchema },
      answer: { type: 'application/json', name: 'ReplayedWebhook', schema: replayedWebhookSchema },
      problems: ['webhook_unknown'],
      example: {
        as: 'admin',
        path: '/v1/webhooks/endpoint-1/replay',
        body: { fromSequence: 1 },
        answer: { whole: { id: 'endpoint-1', messages: 0 } },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const id = c.req.param('endpoint');
        const { fromSequence } = await readBody(c, replayWebhookSchema);
        const caller = c.get('caller');
        const context = actingFor(ledger, caller);
        const messages = await replayMessages(context, caller.contract.id, id, fromSequence);
        if (messages === null) return unknown();
        return c.json(z.encode(replayedWebhookSchema, { id, messages }));
      },
  ),
];
