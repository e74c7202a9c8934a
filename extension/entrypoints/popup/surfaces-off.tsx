import type { Numbers } from '#shared/words/numbers.ts';
import { ownSeatWords } from '#shared/words/own-seat.ts';
import { surfaceWords } from '#shared/words/surfaces.ts';

/** Places of Recruiter that the server has this version leave alone. */
export function SurfacesOff({ numbers, off }: { numbers: Numbers; off: readonly string[] }) {
  const words = ownSeatWords[numbers.language].off;
  const places = surfaceWords[numbers.language];
  if (off.length === 0) return null;
  return (
    <section class="panel">
      <h2>{words.title}</h2>
      <p>{off.map((surface) => places[surface] ?? surface).join(', ')}</p>
      <p class="note">{words.means}</p>
    </section>
  );
}
