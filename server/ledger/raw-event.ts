import type { InMailResponded, InMailSent, LedgerEvent } from '#shared/policy/events.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import { isObject } from '#shared/policy/outcome.ts';
import { parseEvent } from '#shared/policy/parse-event.ts';

/** An event of the interchange format as it came, or as it would be written. */
export type RawEvent = Readonly<Record<string, unknown>>;

/** An event together with what it was read from, which may hold fields that we do not know. */
export type Offered<Event extends LedgerEvent = LedgerEvent> = { event: Event; raw: RawEvent };

const SENT_FIELDS: ReadonlySet<string> = new Set(
  'id type at recordedAt seat inmail recipient mode channel cost surface batch template segment'.split(
    ' ',
  ),
);
const RESPONDED_FIELDS: ReadonlySet<string> = new Set(
  'id type at recordedAt inmail outcome'.split(' '),
);

function extraOf(raw: RawEvent, known: ReadonlySet<string>): RawEvent | null {
  const unknown = Object.entries(raw).filter(([name]) => !known.has(name));
  return unknown.length === 0 ? null : Object.fromEntries(unknown);
}

export const extraOfSent = (raw: RawEvent): RawEvent | null => extraOf(raw, SENT_FIELDS);
export const extraOfResponded = (raw: RawEvent): RawEvent | null => extraOf(raw, RESPONDED_FIELDS);

/** Fields that were never given are left out again. */
function withoutNulls(fields: RawEvent): RawEvent {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

export function rawOfSent(sent: Omit<InMailSent, 'type' | 'recordedAt'>, extra: unknown): RawEvent {
  const { id, at, ...fields } = sent;
  const unknown = isObject(extra) ? extra : {};
  const known = { id, type: 'inmail.sent', at: formatInstant(at), ...withoutNulls(fields) };
  return { ...known, ...unknown };
}

export function rawOfResponded(
  responded: Omit<InMailResponded, 'type' | 'recordedAt'>,
  extra: unknown,
): RawEvent {
  const { id, at, ...fields } = responded;
  const unknown = isObject(extra) ? extra : {};
  return { id, type: 'inmail.responded', at: formatInstant(at), ...fields, ...unknown };
}

/** What the ledger keeps was read before it was kept. @throws where it is not that any more. */
export function keptEvent(raw: RawEvent): LedgerEvent {
  const parsed = parseEvent(raw);
  if (!parsed.ok) throw new Error(`The ledger cannot be read: ${parsed.fault.detail}`);
  return parsed.value;
}

/** Reads an event that the server itself composed. */
export function composed(raw: RawEvent): Offered {
  const parsed = parseEvent(raw);
  if (!parsed.ok) throw new Error(`A composed event is malformed: ${parsed.fault.detail}`);
  return { event: parsed.value, raw };
}
