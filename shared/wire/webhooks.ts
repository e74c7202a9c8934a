import { z } from 'zod';
import { instant } from '#shared/wire/instant.ts';

/** What endpoints are told of. */
export const WEBHOOK_TYPES = [
  'standing.changed',
  'notice.issued',
  'notice.acknowledged',
  'notice.closed',
  'review.asked',
  'review.decided',
] as const;
export type WebhookType = (typeof WEBHOOK_TYPES)[number];

const count = z.int().min(0);

export const webhookEndpointSchema = z.object({
  id: z.string(),
  url: z.string(),
  createdAt: instant,
  /** Of its last message; 0 before the first. */
  lastSequence: count,
  /** Messages that are still tried, and those that were given up. */
  waiting: count,
  givenUp: count,
  /** What the last of the messages that were tried was answered: a status, or why there was none. */
  lastAnswer: z.string().nullable(),
});

export const webhookListSchema = z.object({ endpoints: z.array(webhookEndpointSchema) });

export const wantedWebhookSchema = z.object({ url: z.string().min(1).max(2000) });

/** The secret is shown here and nowhere else again. */
export const webhookSecretSchema = z.object({
  id: z.string(),
  url: z.string(),
  /** As the Standard Webhooks convention writes it: `whsec_` and base64. */
  secret: z.string(),
  /** Until when the secret before signs as well; null where there is none. */
  previousUntil: instant.nullable(),
});

export const webhookEndedSchema = z.object({ id: z.string(), endedAt: instant });

/** Tells again all from a message on, each with the id that it had. */
export const replayWebhookSchema = z.object({ fromSequence: z.int().min(1) });
export const replayedWebhookSchema = z.object({ id: z.string(), messages: count });

export type WebhookEndpoint = z.output<typeof webhookEndpointSchema>;
export type WebhookSecret = z.output<typeof webhookSecretSchema>;
