import type { ComponentChildren } from 'preact';

type Props = { title: string; lines: readonly string[]; children?: ComponentChildren };

/** A state in words: what it is, what it means, and what to do. */
export function Saying({ title, lines, children }: Props) {
  return (
    <section class="panel">
      <h2>{title}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </section>
  );
}
