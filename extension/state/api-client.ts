import '#extension/state/no-eval.ts';
import type { z } from 'zod';
import type { Credentials } from '#extension/state/credentials.ts';
import { observationReceiptOf, readingOf, receiptOf } from '#extension/state/fitting.ts';
import type { SentEventJson } from '#extension/state/outbox-entry.ts';
import { readJson, readText } from '#extension/state/read-json.ts';
import { createReviewApi, type ReviewApi } from '#extension/state/review-api.ts';
import type { Session } from '#extension/state/session.ts';
import { createTeamApi, type Asks, type TeamApi } from '#extension/state/team-api.ts';
import type { AcknowledgementJson } from '#shared/wire/acknowledgement.ts';
import type { EventReceipt } from '#shared/wire/events.ts';
import { holdReceiptSchema, type HoldJson, type HoldReceipt } from '#shared/wire/holds.ts';
import {
  latelyMessagedSchema,
  type LatelyMessaged,
  type LatelyQuestion,
} from '#shared/wire/lately-messaged.ts';
import type { ObservationJson, ObservationReceipt } from '#shared/wire/observations.ts';
import { problemSchema, type Problem } from '#shared/wire/problem.ts';
import type { Reading } from '#shared/wire/reading.ts';
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
  /** The token is not good; of a connection, that it is over. */
  | { code: 'signed_out' }
  /** The server says no, and why; asking again changes nothing. */
  | { code: 'refused'; problem: Problem }
  /** An answer that is not of the contract: another server, or a page that asks to sign in. */
  | { code: 'malformed'; status: number };

export type ApiOutcome<Value> = { ok: true; value: Value } | { ok: false; fault: ApiFault };

/** Where a request goes, whose tokens go along, and who may be spoken of in the answer. */
export type ApiTarget = Credentials;

/** Answers that the inbox shows, and when it was read. */
export type ObservationBatch = { observations: readonly ObservationJson[]; inboxReadAt: string };

export type ApiClient = ReviewApi & {
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
  /** How many of these had an InMail lately. */
  latelyMessaged(target: ApiTarget, question: LatelyQuestion): Promise<ApiOutcome<LatelyMessaged>>;
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

/** One request; without a token where none is needed. */
type Sent = {
  server: string;
  token: string | null;
  path: string;
  body?: unknown;
  mostBytes?: number;
};

type Request = Omit<Sent, 'server' | 'token'> & { target: ApiTarget };

export type Ask = <Schema extends z.ZodType>(
  schema: Schema,
  sent: Sent,
) => Promise<ApiOutcome<z.output<Schema>>>;

/** The only code of the extension that calls anything: the API at the address it is given. */
export function createAsk(fetch: typeof globalThis.fetch): Ask {
  return async (schema, sent) => {
    let answer: Response;
    let json: unknown;
    try {
      answer = await fetch(`${sent.server}/v1/${sent.path}`, initOf(sent));
      json = await readJson(answer, sent.mostBytes ?? MOST_BYTES);
    } catch {
      return { ok: false, fault: { code: 'offline' } };
    }
    return answer.ok ? readAnswer(schema, answer.status, json) : readFault(sent, answer, json);
  };
}

async function sendForText(
  fetch: typeof globalThis.fetch,
  sent: Sent,
): Promise<ApiOutcome<string>> {
  try {
    const answer = await fetch(`${sent.server}/v1/${sent.path}`, initOf(sent));
    if (!answer.ok) return readFault(sent, answer, await readJson(answer, MOST_BYTES));
    const text = await readText(answer, MOST_BYTES_OF_A_FILE);
    if (text !== null) return { ok: true, value: text };
    return { ok: false, fault: { code: 'malformed', status: answer.status } };
  } catch {
    return { ok: false, fault: { code: 'offline' } };
  }
}

/** @param session lends each request a token of its target's connection. */
export function createApiClient(
  fetch: typeof globalThis.fetch,
  session: Pick<Session, 'withToken'>,
): ApiClient {
  const send = createAsk(fetch);
  const ask = <Schema extends z.ZodType>(
    schema: Schema,
    { target, ...request }: Request,
  ): Promise<ApiOutcome<z.output<Schema>>> => {
    const { server } = target;
    return session.withToken(target, (token) => send(schema, { ...request, server, token }));
  };
  const askText: Asks['askText'] = ({ target, path }) => {
    const { server } = target;
    return session.withToken(target, (token) => sendForText(fetch, { server, token, path }));
  };
  const seatPath = (seat: string, rest: string): string =>
    `seats/${encodeURIComponent(seat)}/${rest}`;
  return {
    reading: (target, seat) =>
      ask(readingOf(target, seat), { target, path: seatPath(seat, 'reading') }),
    series: (target, seat, days) =>
      ask(seriesSchema, { target, path: seatPath(seat, `series?days=${days}`) }),
    usage: (target, seat) => ask(usageSchema, { target, path: seatPath(seat, 'usage') }),
    postEvents: (target, events) =>
      ask(receiptOf(target), {
        target,
        path: 'events',
        body: { events },
        mostBytes: MOST_BYTES_OF_MANY,
      }),
    postObservations: (target, body) =>
      ask(observationReceiptOf(target), {
        target,
        path: 'observations',
        body,
        mostBytes: MOST_BYTES_OF_MANY,
      }),
    latelyMessaged: (target, body) =>
      ask(latelyMessagedSchema, { target, path: 'recipients/lately-messaged', body }),
    postHolds: (target, holds) =>
      ask(holdReceiptSchema, { target, path: 'holds', body: { holds } }),
    reportSurfaces: (target, body) =>
      ask(surfaceReceiptSchema, { target, path: 'surfaces/misses', body }),
    acknowledge: (target, seat, body) =>
      ask(readingOf(target, seat), { target, path: seatPath(seat, 'acknowledge'), body }),
    ...createReviewApi((schema, request) =>
      ask(schema, { ...request, mostBytes: MOST_BYTES_OF_MANY }),
    ),
    team: createTeamApi({
      ask: (schema, { isLarge, ...request }) =>
        ask(schema, { ...request, mostBytes: isLarge === true ? MOST_BYTES_OF_MANY : MOST_BYTES }),
      askText,
    }),
  };
}

function initOf({ token, body }: Sent): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token !== null) headers['authorization'] = `Bearer ${token}`;
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

function readFault(
  { token }: Sent,
  { status }: Response,
  json: unknown,
): { ok: false; fault: ApiFault } {
  if (status === 401 && token !== null) return { ok: false, fault: { code: 'signed_out' } };
  if (status === 408 || status === 429 || status >= 500) {
    return { ok: false, fault: { code: 'unavailable', status } };
  }
  const problem = problemSchema.safeParse(json);
  if (!problem.success) return { ok: false, fault: { code: 'malformed', status } };
  return { ok: false, fault: { code: 'refused', problem: problem.data } };
}
