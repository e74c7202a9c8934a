import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ApiOutcome } from '#extension/state/api-client.ts';
import type { TeamApi } from '#extension/state/team-api.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { ReviewDetail } from '#shared/wire/reviews.ts';
import type { Series } from '#shared/wire/series.ts';

type Calls = {
  [Name in keyof TeamApi]: (of: Parameters<TeamApi[Name]>[1]) => Awaited<ReturnType<TeamApi[Name]>>;
};

/** The same questions without the address and the token, which no page ever holds. */
export type TeamCalls = Calls & {
  reading: (of: { seat: string }) => ApiOutcome<Reading>;
  /** So many days back. */
  series: (of: { seat: string; days: number }) => ApiOutcome<Series>;
  /** With its proof. */
  review: (of: { review: string }) => ApiOutcome<ReviewDetail>;
};

/** What a lead's pages ask of the background worker; nobody else is answered. */
export const teamMessages = defineExtensionMessaging<TeamCalls>();
