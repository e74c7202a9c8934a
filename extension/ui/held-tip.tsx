import { Mark } from '#extension/ui/mark.tsx';

/** Over a held control that is pointed at or focused: the same words as in the note on it. */
export function HeldTip({ text }: { text: string }) {
  return (
    <div class="gs-held-tip" aria-hidden="true">
      <Mark shown="paused" />
      <p>{text}</p>
    </div>
  );
}
