import {
  CHANNELS,
  COSTS,
  isEventType,
  RESPONSES,
  SEND_MODES,
  type EventType,
  type LedgerEvent,
} from '#shared/policy/events.ts';
import { parseInstant, type Instant } from '#shared/policy/instant.ts';
import {
  accepted,
  isObject,
  refused,
  type InputFault,
  type Outcome,
} from '#shared/policy/outcome.ts';
import { MODES } from '#shared/policy/rollout.ts';
import { NOTICE_TYPES, STANDINGS } from '#shared/policy/standing.ts';
import { isChangeable, readTerms } from '#shared/policy/terms-rules.ts';

type Raw = Record<string, unknown>;
type Base = { id: string; at: Instant; recordedAt: Instant };
type Fault = { ok: false; fault: InputFault };

/** Thrown inside this module alone, so that each reader below can be one expression. */
class FieldFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.fault.detail);
    this.fault = fault;
  }
}

function fail(code: 'field_missing' | 'field_invalid', field: string, detail: string): never {
  throw new FieldFault(refused(code, field, detail));
}

function text(raw: Raw, field: string): string {
  const value = raw[field];
  if (value === undefined || value === null || value === '') {
    fail('field_missing', field, `"${field}" is required.`);
  }
  return typeof value === 'string' ? value : fail('field_invalid', field, `"${field}" is a text.`);
}

function textOrNull(raw: Raw, field: string): string | null {
  const value = raw[field] ?? null;
  if (value === null || typeof value === 'string') return value;
  return fail('field_invalid', field, `"${field}" is a text, or left out.`);
}

function oneOf<Value extends string>(
  raw: Raw,
  field: string,
  values: readonly Value[],
  otherwise?: Value,
): Value {
  if (raw[field] === undefined && otherwise !== undefined) return otherwise;
  const given = text(raw, field);
  const value = values.find((known) => known === given);
  return value ?? fail('field_invalid', field, `"${field}" is one of ${values.join(', ')}.`);
}

function instant(raw: Raw, field: string): Instant {
  const given = text(raw, field);
  const read = parseInstant(given);
  if (read !== null) return read;
  throw new FieldFault(
    refused('instant_invalid', field, `"${field}" is an instant such as 2026-01-05T09:00:00.000Z.`),
  );
}

function present(raw: Raw, field: string): void {
  if (raw[field] === undefined) fail('field_missing', field, `"${field}" is required, or null.`);
}

function instantOrNull(raw: Raw, field: string): Instant | null {
  present(raw, field);
  return raw[field] === null ? null : instant(raw, field);
}

function flag(raw: Raw, field: string): boolean {
  present(raw, field);
  const value = raw[field];
  return typeof value === 'boolean'
    ? value
    : fail('field_invalid', field, `"${field}" is true or false.`);
}

function opened(raw: Raw, base: Base): LedgerEvent {
  const standing = oneOf(raw, 'standing', STANDINGS);
  const periodEndsAt = instantOrNull(raw, 'periodEndsAt');
  const isTimed = standing === 'warned' || standing === 'improvement';
  if (isTimed && (periodEndsAt === null || periodEndsAt <= base.at)) {
    fail('field_invalid', 'periodEndsAt', `"periodEndsAt" is later than "at" in ${standing}.`);
  }
  if (!isTimed && periodEndsAt !== null) {
    fail('field_invalid', 'periodEndsAt', `"periodEndsAt" is null in ${standing}.`);
  }
  const everWarned = flag(raw, 'everWarned');
  const countsFrom = instantOrNull(raw, 'countsFrom');
  present(raw, 'notice');
  const notice = raw['notice'] === null ? null : oneOf(raw, 'notice', NOTICE_TYPES);
  const seat = text(raw, 'seat');
  return {
    type: 'seat.opened',
    ...base,
    seat,
    standing,
    everWarned,
    countsFrom,
    periodEndsAt,
    notice,
  };
}

function termsOf(raw: Raw) {
  if (raw['terms'] === undefined) fail('field_missing', 'terms', '"terms" is required.');
  const terms = readTerms(raw['terms'], isChangeable);
  if (!terms.ok) throw new FieldFault(terms);
  return terms.value;
}

const READERS: Readonly<Record<EventType, (raw: Raw, base: Base) => LedgerEvent>> = {
  'inmail.sent': (raw, base) => ({
    type: 'inmail.sent',
    ...base,
    seat: text(raw, 'seat'),
    inmail: text(raw, 'inmail'),
    recipient: textOrNull(raw, 'recipient'),
    mode: oneOf(raw, 'mode', SEND_MODES),
    channel: oneOf(raw, 'channel', CHANNELS, 'inmail'),
    cost: oneOf(raw, 'cost', COSTS, 'credit'),
    surface: raw['surface'] === undefined ? 'other' : text(raw, 'surface'),
    batch: textOrNull(raw, 'batch'),
    template: textOrNull(raw, 'template'),
    segment: textOrNull(raw, 'segment'),
  }),
  'inmail.responded': (raw, base) => ({
    type: 'inmail.responded',
    ...base,
    inmail: text(raw, 'inmail'),
    outcome: oneOf(raw, 'outcome', RESPONSES),
  }),
  'seat.transferred': (raw, base) => ({
    type: 'seat.transferred',
    ...base,
    seat: text(raw, 'seat'),
    to: text(raw, 'to'),
  }),
  'notice.acknowledged': (raw, base) => ({
    type: 'notice.acknowledged',
    ...base,
    seat: text(raw, 'seat'),
    notice: oneOf(raw, 'notice', NOTICE_TYPES),
  }),
  'standing.restored': (raw, base) => ({
    type: 'standing.restored',
    ...base,
    seat: text(raw, 'seat'),
    reason: textOrNull(raw, 'reason'),
  }),
  'mode.changed': (raw, base) => ({
    type: 'mode.changed',
    ...base,
    seat: text(raw, 'seat'),
    mode: oneOf(raw, 'mode', MODES),
  }),
  'terms.changed': (raw, base) => ({ type: 'terms.changed', ...base, terms: termsOf(raw) }),
  'seat.opened': opened,
};

function baseOf(raw: Raw): Base {
  const id = text(raw, 'id');
  const at = instant(raw, 'at');
  const given = (raw['recordedAt'] ?? null) === null ? at : instant(raw, 'recordedAt');
  return { id, at, recordedAt: Math.max(at, given) };
}

/**
 * Reads one event of the interchange format, with its defaults. Instants become milliseconds;
 * `recordedAt` is `at` where absent or earlier.
 * Faults: `not_an_object`, `type_unknown`, `field_missing` (or empty), `field_invalid`,
 * `field_unknown` (a term), `instant_invalid`; each with the field it is about.
 */
export function parseEvent(raw: unknown): Outcome<LedgerEvent, InputFault> {
  if (!isObject(raw)) return refused('not_an_object', '', 'An event is a JSON object.');
  const { type } = raw;
  try {
    if (type === undefined) fail('field_missing', 'type', '"type" is required.');
    if (!isEventType(type)) {
      // What it says instead may be anything, and is not said again.
      const known = Object.keys(READERS).join(', ');
      return refused('type_unknown', 'type', `"type" is one of ${known}.`);
    }
    return accepted(READERS[type](raw, baseOf(raw)));
  } catch (error) {
    if (error instanceof FieldFault) return error.fault;
    throw error;
  }
}
