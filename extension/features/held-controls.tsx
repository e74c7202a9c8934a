import { render } from 'preact';
import type { Scene, SpokenScene, StartPart } from '#extension/features/feature.ts';
import { startHeldTip } from '#extension/features/held-tip.tsx';
import { Marks } from '#extension/surfaces/marks.ts';
import { Place, type Spot } from '#extension/surfaces/place.ts';
import { HeldNote, type HeldNoteProps } from '#extension/ui/held-note.tsx';
import { judgePress, type PressedPart, type RecipientCount } from '#shared/policy/gate.ts';

/** How long a note stands out after a press that was held. */
const MARKED_MS = 6_000;

/** When a bulk send to so many is possible again; null when it is not held. */
function heldUntil({ view }: Scene, part: PressedPart, recipients: RecipientCount): number | null {
  if (view.reading === null || view.shown === 'nothing') return null;
  const verdict = judgePress(view.reading.gate, part, recipients, view.now);
  return verdict.allowed ? null : verdict.until;
}

/** What stands beside a control, and what it says. */
class Note {
  readonly place: Place;
  #shown = '';

  constructor(css: string) {
    this.place = new Place('held', css);
  }

  /** Most looks find nothing new to say. */
  show(props: HeldNoteProps): void {
    const shown = JSON.stringify(props);
    if (shown === this.#shown) return;
    this.#shown = shown;
    render(<HeldNote {...props} />, this.place.drawing);
  }
}

/** Marks what the guard holds, and says beside it why, until when and what still works. */
export const startHeldControls: StartPart = (around, styles) => {
  const { onRefusal, now, lookSoon } = around;
  const marks = new Marks();
  const tip = startHeldTip(around, styles.tip);
  const notes = new Map<HTMLElement, Note>();
  let refusedAt = Number.NEGATIVE_INFINITY;
  let refusals = 0;

  onRefusal(() => {
    // One press is several events.
    if (now() - refusedAt > 500) refusals += 1;
    refusedAt = now();
    lookSoon();
    setTimeout(lookSoon, MARKED_MS);
  });
  /** Of a control that the page has drawn anew the note stays, where it stands already. */
  const noteOf = (control: HTMLElement, { seen }: Scene): Note => {
    const known = notes.get(control);
    if (known !== undefined) return known;
    const still = new Set(seen.controls.map(({ element }) => element));
    const [gone] = [...notes].filter(([element]) => !still.has(element));
    if (gone !== undefined) notes.delete(gone[0]);
    const note = gone === undefined ? new Note(styles.held) : gone[1];
    notes.set(control, note);
    return note;
  };
  const showNote = (
    control: HTMLElement,
    { spot, until, text }: { spot: Spot; until: number; text: string },
    scene: SpokenScene,
  ) => {
    const { numbers, words } = scene;
    const note = noteOf(control, scene);
    note.place.keepAt(spot);
    const isMarked = now() - refusedAt < MARKED_MS;
    // A no-break space more or less makes a screen reader say the same sentence again.
    const again = refusals % 2 === 0 ? '' : '\u00a0';
    const said = isMarked ? words.held.notSent(numbers.instant(until)) + again : '';
    note.show({ text, said, isMarked });
  };
  return (scene) => {
    const { seen, numbers, words } = scene;
    const held = new Map<HTMLElement, string>();
    const noted = new Set<HTMLElement>();
    for (const { element, recipients, spot } of seen.controls) {
      const until = heldUntil(scene, 'control', recipients);
      if (until === null) continue;
      const text = words.held.paused(numbers.instant(until));
      held.set(element, text);
      if (spot === null) continue;
      noted.add(element);
      showNote(element, { spot, until, text }, scene);
    }
    for (const { send, recipients } of seen.composers) {
      const until = heldUntil(scene, 'composer', recipients);
      if (until === null || send === null) continue;
      held.set(send, words.held.paused(numbers.instant(until)));
    }
    marks.keep(held);
    tip(held);
    for (const [control, { place }] of notes) {
      if (noted.has(control)) continue;
      place.keepAt(null);
      notes.delete(control);
    }
  };
};
