import '#extension/state/no-eval.ts';
import type { z } from 'zod';
import type { SentEventJson } from '#extension/state/outbox-entry.ts';
import { readJson, readText } from '#extension/state/read-json.ts';
import { createTeamApi, type Asks, type TeamApi } from '#extension/state/team-api.ts';
import type { AcknowledgementJson } from '#shared/wire/acknowledgement.ts';
import { eventReceiptSchema, type EventReceipt } from '#shared/wire/events.ts';
import { holdReceiptSchema, type HoldJson, type HoldReceipt } from '#shared/wire/holds.ts';
import { identitySchema, type Identity } from '#shared/wire/identity.ts';
import {
  observationReceiptSchema,
  type ObservationJson,
  type ObservationReceipt,
} from '#shared/wire/observations.ts';
import { problemSchema, type Problem } from '#shared/wire/problem.ts';
import { readingSchema, type Reading } from '#shared/wire/reading.ts';
import { seriesSchema, type Series } from '#shared/wire/series.ts';
import {
  surfaceReceiptSchema,
  type SurfaceReceipt,
  type SurfaceReportJson,
} from '#shared/wire/surface-reports.ts';
import { usageSchema, type Usage } from '#shared/wire/usage.ts';

/** What can come of a request instead of its answer; none of it is thrown. */
export type ApiFault =
  /** No answer: no network, no such server, or none in time. */
  | { code: 'offline' }
  /** The server cannot answer now (too many requests, or a fault of its own). */
  | { code: 'unavailable'; status: number }
  /** The token is not, or no longer, known. */
  | { code: 'signed_out' }
  /** The server says no, and why; asking again changes nothing. */
  | { code: 'refused'; problem: Problem }
  /** An answer that is not of the contract: another server, or a page that asks to sign in. */
  | { code: 'malformed'; status: number };

export type ApiOutcome<Value> = { ok: true; value: Value } | { ok: false; fault: ApiFault };

export type ApiTarget = { server: string; token: string };

/** Answers that the inbox shows, and when it was read. */
export type ObservationBatch = { observations: readonly ObservationJson[]; inboxReadAt: string };

export type ApiClient = {
  me(target: ApiTarget): Promise<ApiOutcome<Identity>>;
  reading(target: ApiTarget, seat: string): Promise<ApiOutcome<Reading>>;
  /** The rate day by day, so many days back. */
  series(target: ApiTarget, seat: string, days: number): Promise<ApiOutcome<Series>>;
  /** LinkedIn's own usage report, as far as it was imported. */
  usage(target: ApiTarget, seat: string): Promise<ApiOutcome<Usage>>;
  postEvents(
    target: ApiTarget,
    events: readonly SentEventJson[],
  ): Promise<ApiOutcome<EventReceipt>>;
  postObservations(
    target: ApiTarget,
    batch: ObservationBatch,
  ): Promise<ApiOutcome<ObservationReceipt>>;
  postHolds(target: ApiTarget, holds: readonly HoldJson[]): Promise<ApiOutcome<HoldReceipt>>;
  reportSurfaces(target: ApiTarget, report: SurfaceReportJson): Promise<ApiOutcome<SurfaceReceipt>>;
  acknowledge(
    target: ApiTarget,
    seat: string,
    acknowledgement: AcknowledgementJson,
  ): Promise<ApiOutcome<Reading>>;
  /** What a lead's pages ask. */
  team: TeamApi;
};

const TIMEOUT_MS = 15_000;

/** An answer that is larger is not read to its end: no seat's reading comes near it. */
const MOST_BYTES = 256 * 1024;
/** A receipt names what it refuses of a thousand events; a list or a preview has many seats. */
const MOST_BYTES_OF_MANY = 2 * 1024 * 1024;
const MOST_BYTES_OF_A_FILE = 16 * 1024 * 1024;

type Request = { target: ApiTarget; path: string; body?: unknown; mostBytes?: number };

/** The only code of the extension that calls anything: the API at the address it is given. */
export function createApiClient(fetch: typeof globalThis.fetch): ApiClient {
  const ask = async <Schema extends z.ZodType>(
    schema: Schema,
    request: Request,
  ): Promise<ApiOutcome<z.output<Schema>>> => {
    let answer: Response;
    let json: unknown;
    try {
      answer = await fetch(`${request.target.server}/v1/${request.path}`, initOf(request));
      json = await readJson(answer, request.mostBytes ?? MOST_BYTES);
    } catch {
      return { ok: false, fault: { code: 'offline' } };
    }
    return answer.ok ? readAnswer(schema, answer.status, json) : readFault(answer.status, json);
  };
  const askText: Asks['askText'] = async (request) => {
    try {
      const answer = await fetch(`${request.target.server}/v1/${request.path}`, initOf(request));
      if (!answer.ok) return readFault(answer.status, await readJson(answer, MOST_BYTES));
      const text = await readText(answer, MOST_BYTES_OF_A_FILE);
      const malformed = { code: 'malformed', status: answer.status } as const;
      return text === null ? { ok: false, fault: malformed } : { ok: true, value: text };
    } catch {
      return { ok: false, fault: { code: 'offline' } };
    }
  };
  const seatPath = (seat: string, rest: string): string =>
    `seats/${encodeURIComponent(seat)}/${rest}`;
  return {
    me: (target) => ask(identitySchema, { target, path: 'me' }),
    reading: (target, seat) => ask(readingSchema, { target, path: seatPath(seat, 'reading') }),
    series: (target, seat, days) =>
      ask(seriesSchema, { target, path: seatPath(seat, `series?days=${days}`) }),
    usage: (target, seat) => ask(usageSchema, { target, path: seatPath(seat, 'usage') }),
    postEvents: (target, events) =>
      ask(eventReceiptSchema, {
        target,
        path: 'events',
        body: { events },
        mostBytes: MOST_BYTES_OF_MANY,
      }),
    postObservations: (target, body) =>
      ask(observationReceiptSchema, {
        target,
        path: 'observations',
        body,
        mostBytes: MOST_BYTES_OF_MANY,
      }),
    postHolds: (target, holds) =>
      ask(holdReceiptSchema, { target, path: 'holds', body: { holds } }),
    reportSurfaces: (target, body) =>
      ask(surfaceReceiptSchema, { target, path: 'surfaces/misses', body }),
    acknowledge: (target, seat, body) =>
      ask(readingSchema, { target, path: seatPath(seat, 'acknowledge'), body }),
    team: createTeamApi({
      ask: (schema, { isLarge, ...request }) =>
        ask(schema, { ...request, mostBytes: isLarge === true ? MOST_BYTES_OF_MANY : MOST_BYTES }),
      askText,
    }),
  };
}

function initOf({ target, body }: Request): RequestInit {
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: `Bearer ${target.token}`,
  };
  if (body !== undefined) headers['content-type'] = 'application/json';
  return {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    // The token is all that speaks for the seat: no cookie goes along, whatever the address.
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
}

function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  status: number,
  json: unknown,
): ApiOutcome<z.output<Schema>> {
  const parsed = schema.safeParse(json);
  if (!parsed.success) return { ok: false, fault: { code: 'malformed', status } };
  return { ok: true, value: parsed.data };
}

function readFault(status: number, json: unknown): { ok: false; fault: ApiFault } {
  if (status === 401) return { ok: false, fault: { code: 'signed_out' } };
  if (status === 408 || status === 429 || status >= 500) {
    return { ok: false, fault: { code: 'unavailable', status } };
  }
  const problem = problemSchema.safeParse(json);
  if (!problem.success) return { ok: false, fault: { code: 'malformed', status } };
  return { ok: false, fault: { code: 'refused', problem: problem.data } };
}
