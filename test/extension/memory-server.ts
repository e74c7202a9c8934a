import { createTeamApi } from '#extension/state/team-api.ts';
import type { ApiClient, ApiFault, ApiOutcome } from '#extension/state/api-client.ts';
import { parseInstant } from '#shared/policy/instant.ts';
import { tallyOf } from '#shared/policy/tally.ts';
import type { HoldJson } from '#shared/wire/holds.ts';
import type { ObservationJson } from '#shared/wire/observations.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { SurfaceReportJson } from '#shared/wire/surface-reports.ts';
import { MemoryConnect } from '#test/extension/memory-connect.ts';
import { sampleReading } from '#test/extension/sample-reading.ts';

export type Weather =
  | 'up'
  | 'down'
  /** The request arrives and is carried out, and its answer is lost. */
  | 'answers_lost'
  | 'failing'
  | 'signed_out'
  /** Refuses any batch that holds an event of this surface. */
  | 'strict';

const BAD_SURFACE = 'bad';

/** A server that keeps each event once by its id, as the contract asks. */
export class MemoryServer {
  weather: Weather = 'up';
  readonly now: () => number;
  /** In the order of arrival. */
  readonly sent: { id: string; content: string }[] = [];
  /** Answers of the inbox, by id; and when it was last said to have been read. */
  readonly observed = new Map<string, ObservationJson>();
  inboxReadAt: string | null = null;
  /** Bulk sends that were held back, by id. */
  readonly held = new Map<string, HoldJson>();
  readonly acknowledged: { id: string; notice: string; at: string }[] = [];
  /** What could not be found of Recruiter's page. */
  readonly reported: SurfaceReportJson[] = [];
  /** Recipients whose number was asked for, each time. */
  readonly askedAbout: (readonly string[])[] = [];
  requests = 0;
  base: Reading = sampleReading();
  readonly connect: MemoryConnect;

  constructor(now: () => number) {
    this.now = now;
    this.connect = new MemoryConnect(now);
    this.connect.fault = () => this.#fault();
  }

  readonly api: ApiClient = {
    reading: () => this.#answer(() => this.reading()),
    reportSurfaces: (_target, report) =>
      this.#answer(() => {
        this.reported.push(report);
        return { accepted: report.misses.length };
      }),
    series: (_target, seat, days) =>
      this.#answer(() => ({ seat, asOf: this.now(), windowDays: days, points: [] })),
    usage: (_target, seat) => this.#answer(() => ({ seat, periods: [] })),
    team: {
      ...createTeamApi({
        ask: (_schema, { path }) => this.#answer(() => noSuch(path)),
        askText: ({ path }) => this.#answer(() => noSuch(path)),
      }),
      leaving: (_target, { seat }) =>
        this.#answer(() => ({ seat, asOf: this.now(), tally: this.reading().tally, days: [] })),
      history: (_target, { seat }) =>
        this.#answer(() => ({
          seat: { ...this.base.seat, id: seat },
          asOf: this.now(),
          createdAt: this.now(),
          lastSeenAt: null,
          changes: [],
          holders: [],
          modes: [],
        })),
      seats: () =>
        this.#answer(() => ({
          contract: this.base.contract,
          asOf: this.now(),
          terms: this.base.terms,
          counts: { all: 1, longUnread: 0, everSeen: 0, shown: {} },
          seats: [{ ...this.reading(), team: null, provisional: 0, lastSeenAt: null }],
          next: null,
        })),
    },
    postEvents: (_target, events) => {
      const isBad = events.some(({ surface }) => surface === BAD_SURFACE);
      if (this.weather === 'strict' && isBad) return Promise.resolve(refusal());
      return this.#answer(() => {
        let accepted = 0;
        let duplicates = 0;
        const conflicts = events.flatMap((event, index) => {
          const content = JSON.stringify(event);
          const known = this.sent.find(({ id }) => id === event.id);
          if (known === undefined) {
            this.sent.push({ id: event.id, content });
            accepted += 1;
            return [];
          }
          if (known.content === content) {
            duplicates += 1;
            return [];
          }
          return [{ id: event.id, index, code: 'conflict', field: 'id', detail: 'Other content.' }];
        });
        return { accepted, duplicates, conflicts, readings: [this.reading()] };
      });
    },
    postObservations: (_target, { observations, inboxReadAt }) =>
      this.#answer(() => {
        this.inboxReadAt = inboxReadAt;
        let accepted = 0;
        let duplicates = 0;
        const conflicts = observations.flatMap((one, index) => {
          const known = this.observed.get(one.id);
          if (known === undefined) {
            this.observed.set(one.id, one);
            accepted += 1;
            return [];
          }
          if (JSON.stringify(known) === JSON.stringify(one)) {
            duplicates += 1;
            return [];
          }
          return [
            { id: one.id, index, code: 'id_conflict', field: 'id', detail: 'Other content.' },
          ];
        });
        return { accepted, duplicates, conflicts, settled: 0, reading: this.reading() };
      }),
    postHolds: (_target, holds) =>
      this.#answer(() => {
        const fresh = holds.filter(({ id }) => !this.held.has(id));
        for (const hold of fresh) this.held.set(hold.id, hold);
        return { accepted: fresh.length, duplicates: holds.length - fresh.length };
      }),
    latelyMessaged: (_target, { recipients }) =>
      this.#answer(() => {
        this.askedAbout.push(recipients);
        return { recipients: recipients.length, messaged: 3, windowDays: 14 };
      }),
    reviews: () => this.#answer(() => ({ reviews: [], next: null })),
    review: (_target, review) => this.#answer(() => noSuch(review)),
    askForReview: (_target, seat) => this.#answer(() => noSuch(seat)),
    acknowledge: (_target, _seat, acknowledgement) =>
      this.#answer(() => {
        const isKnown = this.acknowledged.some(({ id }) => id === acknowledgement.id);
        if (!isKnown) this.acknowledged.push(acknowledgement);
        return this.reading();
      }),
  };

  reading(): Reading {
    const { accepted, declined, pending } = this.base.tally;
    const tally = tallyOf(accepted, declined, pending + this.sent.length);
    const isOpen = this.acknowledged.every(({ notice, at }) => {
      const open = this.base.notice;
      return open?.type !== notice || (parseInstant(at) ?? 0) < open.issuedAt;
    });
    return { ...this.base, tally, notice: isOpen ? this.base.notice : null, asOf: this.now() };
  }

  async #answer<Value>(work: () => Value): Promise<ApiOutcome<Value>> {
    this.requests += 1;
    await Promise.resolve();
    const fault = this.#fault();
    if (fault !== null && this.weather !== 'answers_lost') return { ok: false, fault };
    const value = work();
    return fault === null ? { ok: true, value } : { ok: false, fault };
  }

  #fault(): ApiFault | null {
    switch (this.weather) {
      case 'up':
      case 'strict':
        return null;
      case 'down':
      case 'answers_lost':
        return { code: 'offline' };
      case 'failing':
        return { code: 'unavailable', status: 503 };
      case 'signed_out':
        return { code: 'signed_out' };
    }
  }
}

function noSuch(path: string): never {
  throw new Error(`Nothing here answers ${path}.`);
}

function refusal(): { ok: false; fault: ApiFault } {
  const problem = {
    type: 'about:blank',
    title: 'Invalid',
    status: 422,
    code: 'field_invalid',
    detail: `No surface is called ${BAD_SURFACE}.`,
  };
  return { ok: false, fault: { code: 'refused', problem } };
}
