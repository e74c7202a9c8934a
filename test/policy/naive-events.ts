/**
 * The reading half of the slow model: lines to kept events. It shares no code with the policy, so
 * that a misreading of the page has to be made twice to go unnoticed.
 */

export const STANDINGS = ['good', 'warning_due', 'warned', 'improvement'] as const;
export const NOTICES = [
  'warning',
  'improvement_started',
  'improvement_renewed',
  'improvement_ended',
  'inherited',
] as const;
export const MODES = ['observe', 'inform', 'enforce'] as const;

export type NaiveStanding = (typeof STANDINGS)[number];
export type NaiveNotice = (typeof NOTICES)[number];
export type NaiveMode = (typeof MODES)[number];
export type Fields = Readonly<Record<string, unknown>>;

/** The order of kinds at one `recordedAt`; the index in this list is the rank. */
export const KINDS = [
  'seat.opened',
  'terms.changed',
  'inmail.sent',
  'inmail.responded',
  'seat.transferred',
  'notice.acknowledged',
  'standing.restored',
  'mode.changed',
] as const;

export type Body =
  | {
      type: 'seat.opened';
      seat: string;
      standing: NaiveStanding;
      everWarned: boolean;
      countsFrom: number | null;
      periodEndsAt: number | null;
      notice: NaiveNotice | null;
    }
  | { type: 'terms.changed'; terms: Readonly<Record<string, number>> }
  | { type: 'inmail.sent'; seat: string; inmail: string; counted: boolean }
  | { type: 'inmail.responded'; inmail: string; outcome: 'accepted' | 'declined' }
  | { type: 'seat.transferred'; seat: string; to: string }
  | { type: 'notice.acknowledged'; seat: string; notice: NaiveNotice }
  | { type: 'standing.restored'; seat: string }
  | { type: 'mode.changed'; seat: string; mode: NaiveMode };

export type NaiveEvent = Body & {
  id: string;
  at: number;
  recordedAt: number;
  line: number;
  rank: number;
  /** What two events of one id are compared by. */
  content: string;
};

export class Malformed extends Error {}

const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d)(?:\.(\d+))?)?Z$/;

export function parseNaiveInstant(value: unknown): number {
  const match = typeof value === 'string' ? INSTANT.exec(value) : null;
  if (match === null) throw new Malformed('not an instant');
  const millis = (match[3] ?? '').padEnd(3, '0').slice(0, 3);
  const normal = `${match[1] ?? ''}:${match[2] ?? '00'}.${millis}Z`;
  const at = Date.parse(normal);
  // What the calendar does not have (30 February, 24:00) either fails or comes back as another day.
  if (Number.isNaN(at) || new Date(at).toISOString() !== normal) throw new Malformed('no such day');
  return at;
}

function instantOrNull(fields: Fields, key: string): number | null {
  return fields[key] === null ? null : parseNaiveInstant(fields[key]);
}

function filledText(fields: Fields, key: string): string {
  const value = fields[key];
  if (typeof value !== 'string' || value === '') throw new Malformed(`${key} is missing`);
  return value;
}

function oneOf<const T extends string>(value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new Malformed('unknown value');
  return found;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const CHANGEABLE = [
  'thresholdBps',
  'minimumVolume',
  'improvementDays',
  'checkHourUtc',
  'closeBps',
  'earlyVolume',
];

function changedTerms(value: unknown): Record<string, number> {
  if (!isFields(value)) throw new Malformed('terms is missing');
  const terms: Record<string, number> = {};
  for (const [key, number] of Object.entries(value)) {
    if (!CHANGEABLE.includes(key)) throw new Malformed('not a term that changes');
    if (typeof number !== 'number' || !Number.isFinite(number)) throw new Malformed('not a number');
    const isHour = Number.isInteger(number) && number >= 0 && number <= 23;
    if (key === 'checkHourUtc' && !isHour) throw new Malformed('not an hour');
    if (key === 'improvementDays' && number <= 0) throw new Malformed('no time at all');
    terms[key] = number;
  }
  return terms;
}

function openedBody(fields: Fields, at: number): Body {
  const standing = oneOf(fields['standing'], STANDINGS);
  const everWarned = fields['everWarned'];
  if (typeof everWarned !== 'boolean') throw new Malformed('everWarned is missing');
  const periodEndsAt = instantOrNull(fields, 'periodEndsAt');
  const isTimed = standing === 'warned' || standing === 'improvement';
  if (isTimed !== (periodEndsAt !== null)) throw new Malformed('a period where none can be');
  if (periodEndsAt !== null && periodEndsAt <= at) throw new Malformed('a period already over');
  return {
    type: 'seat.opened',
    seat: filledText(fields, 'seat'),
    standing,
    everWarned,
    countsFrom: instantOrNull(fields, 'countsFrom'),
    periodEndsAt,
    notice: fields['notice'] === null ? null : oneOf(fields['notice'], NOTICES),
  };
}

function sentBody(fields: Fields): Body {
  oneOf(fields['mode'], ['bulk', 'one_to_one']);
  oneOf(fields['cost'], ['credit', 'free_connection', 'free_openlink']);
  filledText(fields, 'surface');
  const channel = oneOf(fields['channel'], ['inmail', 'email']);
  const inmail = filledText(fields, 'inmail');
  return {
    type: 'inmail.sent',
    seat: filledText(fields, 'seat'),
    inmail,
    counted: channel === 'inmail',
  };
}

function bodyOf(fields: Fields, at: number): Body {
  const type = oneOf(fields['type'], KINDS);
  switch (type) {
    case 'seat.opened':
      return openedBody(fields, at);
    case 'terms.changed':
      return { type, terms: changedTerms(fields['terms']) };
    case 'inmail.sent':
      return sentBody(fields);
    case 'inmail.responded': {
      const outcome = oneOf(fields['outcome'], ['accepted', 'declined']);
      return { type, inmail: filledText(fields, 'inmail'), outcome };
    }
    case 'seat.transferred':
      return { type, seat: filledText(fields, 'seat'), to: filledText(fields, 'to') };
    case 'notice.acknowledged':
      return { type, seat: filledText(fields, 'seat'), notice: oneOf(fields['notice'], NOTICES) };
    case 'standing.restored':
      return { type, seat: filledText(fields, 'seat') };
    case 'mode.changed':
      return { type, seat: filledText(fields, 'seat'), mode: oneOf(fields['mode'], MODES) };
  }
}

const OPTIONAL_TEXTS: Readonly<Record<string, readonly string[]>> = {
  'inmail.sent': ['recipient', 'batch', 'template', 'segment'],
  'standing.restored': ['reason'],
};
const DEFAULTS: Readonly<Record<string, Fields>> = {
  'inmail.sent': { channel: 'inmail', cost: 'credit', surface: 'other' },
};
const INSTANTS: Readonly<Record<string, readonly string[]>> = {
  'seat.opened': ['countsFrom', 'periodEndsAt'],
};

/** Instants parsed, `recordedAt` and the absent (or null) texts left out. */
function contentOf(type: string, fields: Fields): string {
  const compared: Record<string, unknown> = { ...fields };
  delete compared['recordedAt'];
  for (const key of OPTIONAL_TEXTS[type] ?? []) {
    const value = compared[key] ?? null;
    if (value === null) delete compared[key];
    else if (typeof value !== 'string') throw new Malformed(`${key} is no text`);
  }
  for (const key of ['at', ...(INSTANTS[type] ?? [])]) compared[key] = instantOrNull(fields, key);
  return canonical(compared);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isFields(value)) return JSON.stringify(value);
  const keys = Object.keys(value).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

export function parseNaiveLine(textOfLine: string, line: number): NaiveEvent {
  let raw: unknown;
  try {
    raw = JSON.parse(textOfLine);
  } catch {
    throw new Malformed('no JSON');
  }
  if (!isFields(raw)) throw new Malformed('no JSON object');
  const type = oneOf(raw['type'], KINDS);
  const id = filledText(raw, 'id');
  const at = parseNaiveInstant(raw['at']);
  const said = raw['recordedAt'] ?? null;
  const recordedAt = said === null ? at : Math.max(at, parseNaiveInstant(said));
  const fields = { ...DEFAULTS[type], ...raw };
  const content = contentOf(type, fields);
  return { ...bodyOf(fields, at), id, at, recordedAt, line, rank: KINDS.indexOf(type), content };
}
