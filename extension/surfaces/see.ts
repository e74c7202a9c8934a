import { controlsAmong, noteSpotAt, type ControlSeen } from '#extension/surfaces/bulk-controls.ts';
import { composersAmong, noteSpotIn, recipientsOf, sendOf } from '#extension/surfaces/composer.ts';
import { pageAt } from '#extension/surfaces/list.ts';
import { contractNameIn, navRightIn } from '#extension/surfaces/nav.ts';
import type { Opener } from '#extension/surfaces/openers.ts';
import type { Root } from '#extension/surfaces/roots.ts';
import { languageOfPage } from '#extension/surfaces/page.ts';
import type { OpenerMemory } from '#extension/surfaces/opener.ts';
import type { Spot } from '#extension/surfaces/place.ts';
import type { SurfaceName } from '#extension/surfaces/surface.ts';
import { isAsking, toastsIn, type Toast } from '#extension/surfaces/toasts.ts';
import type { RecipientCount } from '#shared/policy/gate.ts';
import type { Language } from '#shared/words/language.ts';

export type ComposerSeen = Readonly<{
  element: HTMLElement;
  send: HTMLButtonElement | null;
  recipients: RecipientCount;
  /** Where our note in it stands. */
  spot: Spot;
}>;

/** What our features go by: the page as it is now, read once for all of them. */
export type Seen = Readonly<{
  url: URL;
  page: SurfaceName | 'other';
  language: Language;
  contractName: string | null;
  /** Where the chip stands. */
  navSpot: Spot | null;
  controls: readonly (ControlSeen & { spot: Spot | null })[];
  composers: readonly ComposerSeen[];
  /** Looked for only when asked: nobody wants to know while nothing was sent. */
  toasts(): readonly Toast[];
  isAsking(): boolean;
}>;

/** @param roots the page, and where else its parts stand. */
export function see(
  page: Document,
  roots: readonly Root[],
  openers: OpenerMemory<Opener>,
  now: number,
): Seen {
  const url = new URL(page.location.href);
  const right = navRightIn(page);
  // Searched for once: all that we look for again and again is a button.
  const buttons = roots.map((root) => [...root.querySelectorAll('button')]);
  return {
    url,
    page: pageAt(url),
    language: languageOfPage(page),
    contractName: contractNameIn(page),
    navSpot: right === null ? null : { parent: right, before: right.firstChild },
    controls: buttons
      .flatMap(controlsAmong)
      .map((control) => ({ ...control, spot: noteSpotAt(control) })),
    composers: buttons.flatMap(composersAmong).map((element) => {
      const opener = openers.of(element, now);
      return {
        element,
        send: sendOf(element),
        recipients: recipientsOf(element, opener === null ? null : opener.recipients),
        spot: noteSpotIn(element),
      };
    }),
    toasts: () => toastsIn(page),
    isAsking: () => isAsking(page),
  };
}
