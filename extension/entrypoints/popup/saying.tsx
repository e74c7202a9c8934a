import type { ComponentChildren } from 'preact';
import { Mark } from '#extension/ui/mark.tsx';
import type { UnknownReason } from '#shared/words/standing-words.ts';

type Props = {
  title: string;
  lines: readonly string[];
  /** The shape of a state in which nothing is known, or nothing new. */
  mark?: UnknownReason;
  children?: ComponentChildren;
};

/** A state in words: what it is, what it means, and what to do. */
export function Saying({ title, lines, mark, children }: Props) {
  return (
    <section class="panel">
      <h2>
        {mark !== undefined && <Mark shown="unknown" because={mark} size={16} />}
        {title}
      </h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </section>
  );
}
