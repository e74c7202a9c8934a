import type { InMailSent, LedgerEvent } from '#shared/policy/events.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** The counted InMails that one seat sent in one segment. */
export type SegmentSends = {
  readonly segment: string | null;
  inmails: number;
  /** Those that were answered, whenever that was. */
  answered: number;
  /** When each that went out in bulk was sent. */
  readonly bulkSentAt: Instant[];
};

/** What is said of an InMail whose answer counts for nothing any more, or not yet. */
type Mark = 'answered' | 'uncounted' | 'answered_before_sent';

/**
 * What a history holds whatever terms it is judged by: who sent how much, in which segment, and how
 * much of it was answered. Events may come in any order, each once.
 */
export class History {
  readonly #seats = new Map<string, Map<string | null, SegmentSends>>();
  readonly #inmails = new Map<string, SegmentSends | Mark>();
  #events = 0;
  #firstAt = Infinity;
  #lastAt = -Infinity;
  #acknowledgements = 0;
  #termsChanges = 0;

  add(event: LedgerEvent): void {
    this.#events += 1;
    this.#firstAt = Math.min(this.#firstAt, event.at);
    this.#lastAt = Math.max(this.#lastAt, event.recordedAt);
    if (event.type === 'inmail.sent') this.#send(event);
    else if (event.type === 'inmail.responded') this.#respond(event.inmail);
    else if (event.type === 'notice.acknowledged') this.#acknowledgements += 1;
    else if (event.type === 'terms.changed') this.#termsChanges += 1;
  }

  get events(): number {
    return this.#events;
  }

  /** From the first thing that happened to the last that was recorded; null of no events. */
  get span(): { from: Instant; until: Instant } | null {
    return this.#events === 0 ? null : { from: this.#firstAt, until: this.#lastAt };
  }

  get acknowledgements(): number {
    return this.#acknowledgements;
  }

  get termsChanges(): number {
    return this.#termsChanges;
  }

  /** Whether a send of this InMail was added. */
  readonly isSent = (inmail: string): boolean => {
    const mark = this.#inmails.get(inmail);
    return mark !== undefined && mark !== 'answered_before_sent';
  };

  /** By segment; of a seat that sent nothing that counts, nothing. */
  sendsOf(seat: string): readonly SegmentSends[] {
    return [...(this.#seats.get(seat)?.values() ?? [])];
  }

  #send({ seat, segment, inmail, channel, mode, at }: InMailSent): void {
    const isAnswered = this.#inmails.has(inmail);
    if (channel !== 'inmail') {
      this.#inmails.set(inmail, 'uncounted');
      return;
    }
    const sends = this.#sendsIn(seat, segment);
    sends.inmails += 1;
    if (mode === 'bulk') sends.bulkSentAt.push(at);
    if (isAnswered) sends.answered += 1;
    this.#inmails.set(inmail, isAnswered ? 'answered' : sends);
  }

  #respond(inmail: string): void {
    const sends = this.#inmails.get(inmail);
    if (sends === undefined) this.#inmails.set(inmail, 'answered_before_sent');
    if (typeof sends !== 'object') return;
    sends.answered += 1;
    this.#inmails.set(inmail, 'answered');
  }

  #sendsIn(seat: string, segment: string | null): SegmentSends {
    const ofSeat = this.#seats.get(seat) ?? new Map<string | null, SegmentSends>();
    this.#seats.set(seat, ofSeat);
    const sends = ofSeat.get(segment) ?? { segment, inmails: 0, answered: 0, bulkSentAt: [] };
    ofSeat.set(segment, sends);
    return sends;
  }
}

function compareSegments(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

/** By name, by UTF-16 code units; what no segment was named for comes last. */
export function inOrderOfSegment<Row extends { segment: string | null }>(
  rows: Iterable<Row>,
): Row[] {
  return [...rows].sort((one, other) => compareSegments(one.segment, other.segment));
}

/** The segment that most of a seat's InMails were sent in; of two, the first by name. */
export function mainSegment(sends: readonly SegmentSends[]): string | null {
  const [first, ...others] = inOrderOfSegment(sends);
  if (first === undefined) return null;
  return others.reduce((most, each) => (each.inmails > most.inmails ? each : most), first).segment;
}
