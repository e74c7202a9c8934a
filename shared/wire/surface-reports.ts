import { z } from 'zod';
import { authorSchema } from '#shared/wire/author.ts';
import { instant } from '#shared/wire/instant.ts';

const name = z.string().regex(/^[a-z][a-z_]{0,39}$/i, { error: 'A short name of letters.' });
/** As a browser extension's manifest has it. */
const version = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,9}){0,3}$/, { error: 'A version looks like 1.2.3.' });

const ELEMENTS =
  'html|head|title|base|link|meta|style|script|noscript|template|slot|body|article|section|nav|aside|' +
  'h[1-6]|hgroup|header|footer|address|p|hr|pre|blockquote|ol|ul|menu|li|dl|dt|dd|figure|figcaption|' +
  'main|search|div|a|em|strong|small|s|cite|q|dfn|abbr|ruby|rt|rp|data|time|code|var|samp|kbd|sub|sup|' +
  'i|b|u|mark|bdi|bdo|span|br|wbr|ins|del|picture|source|img|iframe|embed|object|param|video|audio|' +
  'track|map|area|svg|math|table|caption|colgroup|col|tbody|thead|tfoot|tr|td|th|form|label|input|' +
  'button|select|datalist|optgroup|option|textarea|output|progress|meter|fieldset|legend|details|' +
  'summary|dialog|canvas|center|font';
/** An element of HTML, or one of the page's own, whose names have a dash. */
const ELEMENT = `(?:${ELEMENTS}|[a-z][a-z\\d]*(?:-[a-z\\d]+)+)`;
const NODE = new RegExp(`^${ELEMENT}(?:\\.[a-z\\d_-]+)*(?:\\[(?:role|data-[a-z\\d_:.-]+)\\])*$`);

/**
 * The shape of the page around a part that could not be found: names of elements, of attributes and
 * of stable classes, in brackets that nest. It is made without reading any text or value; a text does
 * not fit in, as its words are no elements.
 */
const outline = z
  .string()
  .max(4000)
  .refine((text) => text.split(/[() ]/).every((node) => node === '' || NODE.test(node)), {
    error: 'An outline holds names of elements, classes and attributes alone.',
  });

/** A part of Recruiter's page that an extension could not find, or read, when it needed it. */
export const surfaceMissSchema = z.object({
  surface: name,
  part: name,
  at: instant,
  outline,
});

export const MAX_MISSES_A_REPORT = 20;

export const surfaceReportSchema = z.object({
  extensionVersion: version,
  misses: z.array(surfaceMissSchema).min(1).max(MAX_MISSES_A_REPORT),
});

export const surfaceReceiptSchema = z.object({ accepted: z.int().min(0) });

/** A surface that extensions up to a version leave alone. */
export const surfaceOffSchema = z.object({
  surface: name,
  /** The last version that it is off for; null is off for every one. */
  throughVersion: version.nullable(),
});

export const surfaceSwitchSchema = surfaceOffSchema.extend({ isOff: z.boolean() });

/** What does not work, for how many seats, and what was switched off for it. */
export const surfaceHealthSchema = z.object({
  asOf: instant,
  misses: z.array(
    z.object({
      surface: name,
      part: name,
      extensionVersion: version,
      seats: z.int().min(1),
      firstAt: instant,
      lastAt: instant,
      /** The newest. */
      outline,
    }),
  ),
  off: z.array(
    surfaceOffSchema.extend({ recordedAt: instant, recordedBy: authorSchema.nullable() }),
  ),
});

export type SurfaceReport = z.output<typeof surfaceReportSchema>;
export type SurfaceReportJson = z.input<typeof surfaceReportSchema>;
export type SurfaceReceipt = z.output<typeof surfaceReceiptSchema>;
export type SurfaceOff = z.output<typeof surfaceOffSchema>;
export type SurfaceSwitch = z.output<typeof surfaceSwitchSchema>;
export type SurfaceHealth = z.output<typeof surfaceHealthSchema>;
