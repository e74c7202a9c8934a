import type { Instant } from '#shared/policy/instant.ts';
import { rateTenths } from '#shared/policy/tally.ts';
import type { Catalogue, Language } from '#shared/words/language.ts';

/** Day before month and hours to 24, as everywhere that UTC stands beside the local time. */
const LOCALES: Catalogue<string> = { en: 'en-GB', de: 'de-DE', es: 'es-ES', fr: 'fr-FR' };

type DayWords = { tonight: string; today: string; tomorrow: string };
type Units = { day: string; hour: string; minute: string };
export type TimeWords = { days: DayWords; units: Units };

export const timeTemplates: Catalogue<TimeWords> = {
  en: {
    days: { tonight: 'tonight', today: 'today', tomorrow: 'tomorrow' },
    units: { day: 'd', hour: 'h', minute: 'min' },
  },
  de: {
    days: { tonight: 'heute Nacht', today: 'heute', tomorrow: 'morgen' },
    units: { day: 'T', hour: 'Std.', minute: 'Min.' },
  },
  es: {
    days: { tonight: 'esta noche', today: 'hoy', tomorrow: 'mañana' },
    units: { day: 'd', hour: 'h', minute: 'min' },
  },
  fr: {
    days: { tonight: 'cette nuit', today: 'aujourd’hui', tomorrow: 'demain' },
    units: { day: 'j', hour: 'h', minute: 'min' },
  },
};

const NO_BREAK = '\u00a0';
const MINUTE_MS = 60_000;

/** Numbers and instants as one person reads them. */
export type Numbers = Readonly<{
  language: Language;
  count(value: number): string;
  /** With one decimal where it is not whole. */
  decimal(value: number): string;
  /** Rounded down to one decimal: 1287 basis points read 12.8 %, never 13 %. */
  rate(bps: number): string;
  /** A term of the policy, without decimals that say nothing: 13 %. */
  term(bps: number): string;
  /** Local time, and UTC beside it where that differs: "21 Nov, 01:00 (00:00 UTC)". */
  instant(at: Instant): string;
  /** As `instant`, with today, tonight or tomorrow for the day where that is so. */
  near(at: Instant, now: Instant): string;
  /** Day and month. */
  day(at: Instant): string;
  /** Day, month and year. */
  date(at: Instant): string;
  /** Day and month in UTC, for days that are counted so. */
  utcDay(at: Instant): string;
  /** Local time of day. */
  time(at: Instant): string;
  /** The two largest units: 9 h 58 min. */
  duration(ms: number): string;
}>;

type Clock = {
  day(at: Instant): string;
  date(at: Instant): string;
  time(at: Instant): string;
  hour(at: Instant): number;
};

function clockIn(locale: string, timeZone: string): Clock {
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' });
  const date = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
  return {
    day: (at) => day.format(at),
    date: (at) => date.format(at),
    time: (at) => time.format(at),
    hour: (at) => Number(hour.format(at)),
  };
}

/** The instant as `dayWord` names its local day, with UTC beside it where the two differ. */
function withUtc(at: Instant, dayWord: string, local: Clock, utc: Clock): string {
  if (local.time(at) === utc.time(at) && local.day(at) === utc.day(at)) {
    return `${dayWord}, ${utc.time(at)}${NO_BREAK}UTC`;
  }
  const utcDay = local.day(at) === utc.day(at) ? '' : `${utc.day(at)}, `;
  return `${dayWord}, ${local.time(at)} (${utcDay}${utc.time(at)}${NO_BREAK}UTC)`;
}

function dayWordOf(at: Instant, now: Instant, local: Clock, words: DayWords): string {
  const tomorrow = now + 24 * 60 * MINUTE_MS;
  if (local.day(at) === local.day(now)) return local.hour(at) < 18 ? words.today : words.tonight;
  if (local.day(at) !== local.day(tomorrow)) return local.day(at);
  return local.hour(at) < 5 ? words.tonight : words.tomorrow;
}

function durationIn(units: Units, ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor(minutes / 60) % 24,
    minutes % 60,
  ];
  const parts =
    days > 0
      ? [`${days}${NO_BREAK}${units.day}`, `${hours}${NO_BREAK}${units.hour}`]
      : [`${hours}${NO_BREAK}${units.hour}`, `${rest}${NO_BREAK}${units.minute}`];
  // "3 d 0 h" and "0 h 12 min" say no more than "3 d" and "12 min".
  return parts.filter((part) => !part.startsWith('0')).join(' ') || `0${NO_BREAK}${units.minute}`;
}

/** @param timeZone an IANA name, such as `Europe/Berlin`. */
export function numbersWith(language: Language, timeZone: string, times: TimeWords): Numbers {
  const locale = LOCALES[language];
  const whole = new Intl.NumberFormat(locale);
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const tenths = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const [local, utc] = [clockIn(locale, timeZone), clockIn(locale, 'UTC')];
  return {
    language,
    count: (value) => whole.format(value),
    decimal: (value) => oneDecimal.format(value),
    rate(bps) {
      const { whole, tenth } = rateTenths(bps);
      return `${tenths.format(whole + tenth / 10)}${NO_BREAK}%`;
    },
    term: (bps) => `${whole.format(bps / 100)}${NO_BREAK}%`,
    instant: (at) => withUtc(at, local.day(at), local, utc),
    near: (at, now) => withUtc(at, dayWordOf(at, now, local, times.days), local, utc),
    day: (at) => local.day(at),
    utcDay: (at) => utc.day(at),
    date: (at) => local.date(at),
    time: (at) => local.time(at),
    duration: (ms) => durationIn(times.units, ms),
  };
}

/** The same with the words that all other code carries. */
export function numbersIn(language: Language, timeZone: string): Numbers {
  return numbersWith(language, timeZone, timeTemplates[language]);
}
