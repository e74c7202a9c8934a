import type { Breakdown } from '#shared/wire/breakdown.ts';

export type BreakdownName = Breakdown;

/** In the order in which they are offered; the wire's own list is a schema's, which no page carries. */
export const BREAKDOWN_NAMES: readonly BreakdownName[] = [
  'template',
  'project',
  'surface',
  'mode',
  'holder',
];
