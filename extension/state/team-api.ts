import '#extension/state/no-eval.ts';
import type { z } from 'zod';
import { allReviews } from '#extension/state/all-reviews.ts';
import type { ApiOutcome, ApiTarget } from '#extension/state/api-client.ts';
import { readingOf, seatListOf } from '#extension/state/fitting.ts';
import type { PageKey } from '#extension/state/kept.ts';
import { breakdownSchema, type Breakdown, type SeatBreakdown } from '#shared/wire/breakdown.ts';
import { historySchema, type SeatHistory } from '#shared/wire/history.ts';
import { leavingSchema, type Leaving } from '#shared/wire/leaving.ts';
import {
  pilotPreviewSchema,
  pilotSchema,
  type PilotPreview,
  type PilotState,
  type WantedPilot,
} from '#shared/wire/pilot.ts';
import { pilotReportSchema, type PilotReportAnswer } from '#shared/wire/pilot-report.ts';
import type { Reading } from '#shared/wire/reading.ts';
import {
  reviewSchema,
  type Review,
  type ReviewDecision,
  type ReviewList,
} from '#shared/wire/reviews.ts';
import type { SeatList } from '#shared/wire/seats.ts';
import { inheritanceSchema, type Inheritance, type TransferJson } from '#shared/wire/transfer.ts';
import { trendsSchema, type Trends } from '#shared/wire/trends.ts';

type Answer<Value> = Promise<ApiOutcome<Value>>;
type OfSeat = { seat: string };

/** What a lead's pages ask of the server, each answered with what can come of asking. */
export type TeamApi = {
  /** A page of the list, the first being 0 and without a cursor; `page` is under what it is kept. */
  seats(
    target: ApiTarget,
    of: { limit: number; after: string | null; page: PageKey },
  ): Answer<SeatList>;
  trends(target: ApiTarget, of: { seats: readonly string[] }): Answer<Trends>;
  history(target: ApiTarget, of: OfSeat): Answer<SeatHistory>;
  /** @param of `days` null for the window that counts now. */
  breakdown(
    target: ApiTarget,
    of: OfSeat & { by: Breakdown; days: number | null },
  ): Answer<SeatBreakdown>;
  /** @param of `days` ahead; the server's own number of them where it is left out. */
  leaving(target: ApiTarget, of: OfSeat & { days?: number }): Answer<Leaving>;
  previewTransfer(target: ApiTarget, of: OfSeat & { to: string }): Answer<Inheritance>;
  transfer(target: ApiTarget, of: OfSeat & { transfer: TransferJson }): Answer<Reading>;
  reviews(target: ApiTarget): Answer<ReviewList>;
  decideReview(target: ApiTarget, of: { review: string; decision: ReviewDecision }): Answer<Review>;
  pilot(target: ApiTarget): Answer<PilotState>;
  pilotReport(target: ApiTarget): Answer<PilotReportAnswer>;
  previewPilot(target: ApiTarget, of: { wanted: WantedPilot }): Answer<PilotPreview>;
  setPilot(target: ApiTarget, of: { wanted: WantedPilot }): Answer<PilotState>;
  seatsCsv(target: ApiTarget): Answer<string>;
  historyCsv(target: ApiTarget, of: OfSeat): Answer<string>;
};

type Request = { target: ApiTarget; path: string; body?: unknown; isLarge?: boolean };

/** The two ways in which the API client asks: for JSON that a schema reads, and for text. */
export type Asks = {
  ask: <Schema extends z.ZodType>(schema: Schema, request: Request) => Answer<z.output<Schema>>;
  askText: (request: Request) => Answer<string>;
};

function ofSeat(seat: string, rest: string, query: Record<string, string> = {}): string {
  const searched = new URLSearchParams(query).toString();
  return `seats/${encodeURIComponent(seat)}/${rest}${searched === '' ? '' : `?${searched}`}`;
}

export function createTeamApi({ ask, askText }: Asks): TeamApi {
  return {
    seats: (target, { limit, after }) => {
      const query = { limit: String(limit), ...(after === null ? {} : { after }) };
      const path = `seats?${new URLSearchParams(query).toString()}`;
      return ask(seatListOf(target), { target, path, isLarge: true });
    },
    trends: (target, { seats }) => {
      const query = new URLSearchParams(seats.map((seat) => ['seat', seat]));
      return ask(trendsSchema, { target, path: `trends?${query.toString()}` });
    },
    history: (target, { seat }) =>
      ask(historySchema, { target, path: ofSeat(seat, 'history'), isLarge: true }),
    breakdown: (target, { seat, by, days }) => {
      const query = { by, ...(days === null ? {} : { days: String(days) }) };
      return ask(breakdownSchema, { target, path: ofSeat(seat, 'breakdown', query) });
    },
    leaving: (target, { seat, days }) => {
      const query = days === undefined ? {} : { days: String(days) };
      return ask(leavingSchema, { target, path: ofSeat(seat, 'leaving', query) });
    },
    previewTransfer: (target, { seat, to }) =>
      ask(inheritanceSchema, { target, path: ofSeat(seat, 'transfer/preview', { to }) }),
    transfer: (target, { seat, transfer }) =>
      ask(readingOf(target, seat), { target, path: ofSeat(seat, 'transfer'), body: transfer }),
    reviews: (target) => allReviews(ask, target, 'reviews'),
    decideReview: (target, { review, decision }) => {
      const path = `reviews/${encodeURIComponent(review)}/decision`;
      return ask(reviewSchema, { target, path, body: decision });
    },
    pilot: (target) => ask(pilotSchema, { target, path: 'pilot', isLarge: true }),
    pilotReport: (target) => ask(pilotReportSchema, { target, path: 'pilot/report' }),
    previewPilot: (target, { wanted }) =>
      ask(pilotPreviewSchema, { target, path: 'pilot/preview', body: wanted, isLarge: true }),
    setPilot: (target, { wanted }) =>
      ask(pilotSchema, { target, path: 'pilot', body: wanted, isLarge: true }),
    seatsCsv: (target) => askText({ target, path: 'seats.csv', isLarge: true }),
    historyCsv: (target, { seat }) => askText({ target, path: ofSeat(seat, 'history.csv') }),
  };
}
