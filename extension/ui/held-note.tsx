import { Mark } from '#extension/ui/mark.tsx';

export type HeldNoteProps = {
  text: string;
  /** Changes with each refused press: what was read stays, and is said again. */
  said: string;
  isMarked: boolean;
};

/** Beside a held control: why, until when, and what is still possible. */
export function HeldNote({ text, said, isMarked }: HeldNoteProps) {
  return (
    <div class={isMarked ? 'gs-held gs-held-marked' : 'gs-held'}>
      <Mark shown="paused" />
      {/* After a press both say the same: one for the eye, one to be said again. */}
      <p aria-hidden={isMarked}>{isMarked ? said : text}</p>
      <p class="gs-unseen" role="status">
        {said}
      </p>
    </div>
  );
}
