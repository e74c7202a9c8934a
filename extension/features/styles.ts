import type { Styles } from '#extension/state/stored-supplies.ts';
import base from '#extension/ui/base.css?inline';
import card from '#extension/ui/card.css?inline';
import chip from '#extension/ui/chip.css?inline';
import held from '#extension/ui/held-note.css?inline';
import tip from '#extension/ui/held-tip.css?inline';
import mustRead from '#extension/ui/must-read.css?inline';
import report from '#extension/ui/report-panel.css?inline';
import strip from '#extension/ui/strip.css?inline';

/** How the parts in Recruiter's page look; the worker keeps it for the script there. */
export const STYLES: Styles = {
  chip: base + card + chip,
  'must-read': base + mustRead,
  strip: base + strip,
  held: base + held,
  tip: base + tip,
  report: base + report,
};
