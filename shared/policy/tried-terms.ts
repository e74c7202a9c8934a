import { crossAxes } from '#shared/policy/terms-grid.ts';
import { TERM_NAMES } from '#shared/policy/terms-rules.ts';
import { layTerms, PROFILES, type ProfileName, type Terms } from '#shared/policy/terms.ts';

/** Terms on trial, and the profile that they are told by. */
export type TriedTerms = Readonly<{ profile: ProfileName; terms: Terms }>;

/** What terms are laid over: a profile, or a contract's own. */
export const profileTerms = (profile: ProfileName): TriedTerms => ({
  profile,
  terms: PROFILES[profile],
});

/** Each base with each file's terms and each point of the grid laid over it, in this order. */
export function triedTerms(
  bases: readonly TriedTerms[],
  files: readonly Partial<Terms>[],
  axes: readonly (readonly Partial<Terms>[])[],
): TriedTerms[] {
  const laidOver = files.length === 0 ? [{}] : files;
  const points = crossAxes(axes);
  return bases.flatMap(({ profile, terms }) =>
    laidOver.flatMap((file) =>
      points.map((point) => ({ profile, terms: layTerms(layTerms(terms, file), point) })),
    ),
  );
}

const isSame = (one: TriedTerms, other: TriedTerms): boolean =>
  one.profile === other.profile &&
  TERM_NAMES.every((name) => one.terms[name] === other.terms[name]);

/** Which of the terms on trial a report leads with: those of a base as it is, else the first. */
export function leadingOf(tried: readonly TriedTerms[], bases: readonly TriedTerms[]): number {
  return Math.max(
    0,
    tried.findIndex((each) => bases.some((base) => isSame(each, base))),
  );
}
