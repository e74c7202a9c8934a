import { DAY_MS, HOUR_MS, parseInstant, type Instant } from '#shared/policy/instant.ts';

/** Which of `11/12/2026` is the day. Decided over all dates of a file; `mixed` ones contradict it. */
export type DayOrder = 'day_first' | 'month_first' | 'mixed' | 'unknown';

/** A date as one cell says it: in UTC, with its time of day where it names one. */
export type DateCell = {
  /** Midnight of the day, or both readings of two numbers that may each be the month. */
  day: { at: Instant } | { dayFirst: Instant | null; monthFirst: Instant | null };
  timeMs: number | null;
};

const MONTHS: readonly string[] = [
  'jan january januar janner ene enero janv janvier',
  'feb february februar febrero fev fevr fevrier',
  'mar march marz mrz marzo mars',
  'apr april abr abril avr avril',
  'may mai mayo',
  'jun june juni junio juin',
  'jul july juli julio juil juillet',
  'aug august ago agosto aout',
  'sep sept september set setiembre septiembre septembre',
  'oct october okt oktober octubre octobre',
  'nov november noviembre novembre',
  'dec december dez dezember dic diciembre decembre',
];
const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
const WEEKDAYS = new Set(
  `mon monday tue tuesday wed wednesday thu thursday fri friday sat saturday sun sunday
  mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag so sonntag
  lun lunes martes mie miercoles jue jueves vie viernes sab sabado dom domingo
  lundi mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche`.split(/\s+/),
);
const FILLERS = new Set(['de', 'del', 'of', 'the', 'el', 'le', 'den']);

const TIME =
  /(?:^|\s|t|,)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(z|utc|gmt|\(utc\)|uhr|h)?\s*([+-]00:?00)?$/;
/** The words before a time: "at", "um", "a las", "à". */
const JOINER = /[\s,]+(?:at|um|a las|a la|a)$/;

function dayOf(year: number, month: number, day: number): Instant | null {
  const two = (value: number): string => String(value).padStart(2, '0');
  const whole = year < 100 ? 2000 + year : year;
  if (whole < 2000 || whole > 2999) return null;
  return parseInstant(`${whole}-${two(month)}-${two(day)}T00:00Z`);
}

function certain(at: Instant | null): DateCell['day'] | null {
  return at === null ? null : { at };
}

function readNumbers(text: string): DateCell['day'] | null {
  const [iso, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (iso !== undefined) return certain(dayOf(Number(year), Number(month), Number(day)));
  const numbers = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/.exec(text);
  if (numbers === null) return null;
  const [, one, mark, other, last] = numbers;
  const dayFirst = dayOf(Number(last), Number(other), Number(one));
  // With dots the day comes first wherever dates are written so.
  if (mark === '.') return certain(dayFirst);
  const monthFirst = dayOf(Number(last), Number(one), Number(other));
  if (dayFirst === null && monthFirst === null) return null;
  return dayFirst === monthFirst ? certain(dayFirst) : { dayFirst, monthFirst };
}

function readWords(text: string): DateCell['day'] | null {
  const words = text.split(/[\s,.\-/]+/).filter((word) => word !== '' && !FILLERS.has(word));
  const month = words.find((word) => MONTH_NUMBERS.has(word));
  const others = words.filter((word) => word !== month);
  const years = others.filter((word) => /^\d{4}$/.test(word));
  const days = others.filter((word) => /^\d{1,2}(?:st|nd|rd|th|er|o)?$/.test(word));
  const rest = others.filter((word) => !years.includes(word) && !days.includes(word));
  if (month === undefined || rest.length > 1 || !rest.every((word) => WEEKDAYS.has(word))) {
    return null;
  }
  const [day = '', shortYear] = days;
  const isShort = years.length === 0 && days.length === 2 && words[1] === month;
  if (!isShort && (years.length !== 1 || days.length !== 1)) return null;
  const year = Number(isShort ? shortYear : years[0]);
  return certain(dayOf(year, MONTH_NUMBERS.get(month) ?? 0, Number.parseInt(day, 10)));
}

function timeOf(found: RegExpExecArray): number | null {
  const [, hours = '', minutes = '', seconds = '0', half] = found;
  const isTwelveHours = half !== undefined;
  const hour = Number(hours);
  if (isTwelveHours ? hour < 1 || hour > 12 : hour > 23) return null;
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const ofDay = isTwelveHours ? (hour % 12) + (half.startsWith('p') ? 12 : 0) : hour;
  return ofDay * HOUR_MS + Number(minutes) * 60_000 + Number(seconds) * 1000;
}

/** Reads one date, with a time of day or without. @returns null for what is no date. */
export function readDateCell(cell: string): DateCell | null {
  const text = cell
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const found = TIME.exec(text);
  const timeMs = found === null ? null : timeOf(found);
  if (found !== null && timeMs === null) return null;
  const date = (found === null ? text : text.slice(0, found.index)).replace(JOINER, '');
  const trimmed = date.replace(/[\s,]+$/, '');
  const day = readNumbers(trimmed) ?? readWords(trimmed);
  return day === null ? null : { day, timeMs };
}

/** Which of the two orders a period allows: one in which it has both its days, and ends after it starts. */
function ordersOf(start: DateCell, end: DateCell): ('day_first' | 'month_first')[] {
  return (['day_first', 'month_first'] as const).filter((order) => {
    const [from, to] = [dayIn(start, order), dayIn(end, order)];
    return from !== null && to !== null && from <= to;
  });
}

/**
 * Decides which number is the day, over all dates of a file: one that has no such month settles it,
 * and so does a period that would end before it starts.
 */
export function dayOrderOf(periods: readonly { start: DateCell; end: DateCell }[]): DayOrder {
  const proven = new Set<DayOrder>();
  for (const { start, end } of periods) {
    const [order, ...others] = ordersOf(start, end);
    if (order !== undefined && others.length === 0) proven.add(order);
  }
  const [only = 'unknown'] = proven;
  return proven.size > 1 ? 'mixed' : only;
}

/** The midnight that begins the day; null where it stays open which day it is. */
export function dayIn({ day }: DateCell, order: DayOrder): Instant | null {
  if ('at' in day) return day.at;
  const { dayFirst, monthFirst } = day;
  if (order === 'day_first') return dayFirst;
  if (order === 'month_first') return monthFirst;
  // Where only one of the two is a day at all, it speaks for itself.
  return dayFirst === null || monthFirst === null ? (dayFirst ?? monthFirst) : null;
}

/**
 * The period from a start through an end, its `endsAt` no longer covered. An end without a time of
 * day covers its whole day, and so does a midnight where the file's times are all midnights.
 */
export function periodOf(
  start: { day: Instant; timeMs: number | null },
  end: { day: Instant; timeMs: number | null },
  areTimesKnown: boolean,
): { startsAt: Instant; endsAt: Instant } {
  const startsAt = start.day + (start.timeMs ?? 0);
  if (!areTimesKnown || end.timeMs === null) return { startsAt, endsAt: end.day + DAY_MS };
  const MINUTE_MS = 60_000;
  const isLastMinute = end.timeMs % HOUR_MS >= 59 * MINUTE_MS;
  // 23:59 and 23:59:59 are ways to write the end of the day.
  const through = isLastMinute ? Math.ceil((end.timeMs + 1) / HOUR_MS) * HOUR_MS : end.timeMs;
  return { startsAt, endsAt: end.day + through };
}
