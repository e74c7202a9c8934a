import type { TimelineEntry } from '#extension/entrypoints/team/seat/timeline-text.ts';
import { Mark } from '#extension/ui/mark.tsx';

type Props = { none: string; entries: readonly TimelineEntry[] };

/** All that happened to a seat, the latest first. */
export function Timeline({ none, entries }: Props) {
  return (
    <>
      {entries.length === 0 && <p class="note">{none}</p>}
      <ol class="timeline">
        {entries.map(({ shown, when, title, lines }) => (
          <li key={`${when} ${title}`}>
            <Mark shown={shown} />
            <p class="note">{when}</p>
            <p class="happened">{title}</p>
            {lines.map((line) => (
              <p key={line} class="note">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
