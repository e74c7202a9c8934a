import { z } from 'zod';

export const MOST_TRAINING_LINKS = 5;

/** A page that a contract recommends; nothing but the web, so that a link runs nothing. */
export const trainingLinkSchema = z.object({
  title: z.string().trim().min(1).max(80),
  url: z.url({ protocol: /^https$/, error: 'A link begins with https://.' }).max(500),
});

export type TrainingLink = z.output<typeof trainingLinkSchema>;
