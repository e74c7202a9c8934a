import type { SurfaceOff } from '#shared/wire/surface-reports.ts';

function isUpTo(version: string, last: string): boolean {
  const [ours, theirs] = [version, last].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 4; index += 1) {
    const [one, other] = [ours?.[index] ?? 0, theirs?.[index] ?? 0];
    if (one !== other) return one < other;
  }
  return true;
}

/** The surfaces that an extension of this version leaves alone. */
export function surfacesOffFor(off: readonly SurfaceOff[], version: string): string[] {
  return off
    .filter(({ throughVersion }) => throughVersion === null || isUpTo(version, throughVersion))
    .map(({ surface }) => surface);
}

/** Where bulk is held by a control that opens a composer. */
const BULK_SURFACES = ['search', 'project', 'clipboard', 'similar_profiles'];

/** What the guard lets through for them: it knows controls and composers, and no surface. */
export function letThrough(off: readonly string[]): string[] {
  return [
    ...(off.some((surface) => BULK_SURFACES.includes(surface)) ? ['control'] : []),
    ...(off.includes('composer') ? ['composer'] : []),
  ];
}
