/**
 * How well a mark of Recruiter's page is known. A: seen in captures or on a live seat in 2026.
 * B: used by code or notes of a live run in 2026, B+: in two unrelated places. C: public, undated
 * or older. D: legacy, a fall-back, or inferred.
 */
export type Confidence = 'A' | 'B+' | 'B' | 'C' | 'D';

/** One way to find a part: its selector, the month it was last seen (or null), how sure that is. */
export type Anchor = readonly [selector: string, seen: string | null, confidence: Confidence];

/** Newest first: an older anchor counts only where the newer ones find nothing. */
export type Part = readonly Anchor[];

/** A control that opens a bulk composer, and where the number of people it would write to stands. */
export type BulkControl = Readonly<{
  control: Part;
  /** The bar around it. The counter is only believed for a control inside such a bar. */
  bar: Part;
  /** The area around the bar, and in it the counter of the selection. */
  area: Part;
  counter: Part;
}>;

export type SurfaceName =
  | 'nav'
  | 'home'
  | 'search'
  | 'project'
  | 'profile'
  | 'similar_profiles'
  | 'clipboard'
  | 'inbox'
  | 'reports'
  | 'composer'
  | 'toasts';

export type Surface<PartName extends string = string> = Readonly<{
  name: SurfaceName;
  /**
   * Paths of its page, with examples in `page-examples.ts`; null for what may stand on any page. No
   * path is two surfaces' page.
   */
  path: RegExp | null;
  parts: Readonly<Record<PartName, Part>>;
  /**
   * Parts that are there whenever the surface is. One that stays missing is reported, and what
   * needs it is left out; a part not named here comes and goes, and its absence says nothing.
   */
  required: readonly NoInfer<PartName>[];
  bulk: BulkControl | null;
}>;

/** Declares a surface; only there so that `required` can name nothing but its parts. */
export function surface<PartName extends string>(declared: Surface<PartName>): Surface<PartName> {
  return declared;
}
