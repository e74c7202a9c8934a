import { useAsked } from '#extension/entrypoints/team/use-asked.ts';
import { teamMessages } from '#extension/state/team-messages.ts';
import { answeredOf, responseRateBps, tallyOf, type Tally } from '#shared/policy/tally.ts';
import type { Leaving } from '#shared/wire/leaving.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';

type Props = { numbers: Numbers; seat: string };

function less(tally: Tally, leaves: Tally): Tally {
  return tallyOf(
    tally.accepted - leaves.accepted,
    tally.declined - leaves.declined,
    tally.pending - leaves.pending,
  );
}

/** What is left of the window after each day, if nothing else comes. */
function rowsOf({ tally, days }: Leaving) {
  let left: Tally = tally;
  const rows: { at: number; leaves: Tally; left: Tally }[] = [];
  for (const { through, leaves } of days) {
    left = less(left, leaves);
    if (leaves.total > 0) rows.push({ at: through, leaves, left });
  }
  return rows;
}

/** Which InMails leave the window in the next days, and what that does to the rate. */
export function LeavingPanel({ numbers, seat }: Props) {
  const words = seatPageWords[numbers.language].leaving;
  const { value } = useAsked(seat, () => teamMessages.sendMessage('leaving', { seat }));
  if (value === null) return null;
  const rows = rowsOf(value);
  const { count } = numbers;
  return (
    <section class="panel">
      <h2>{words.title}</h2>
      {rows.length === 0 ? (
        <p class="note">{words.none}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.day}</th>
                <th scope="col" class="number">
                  {words.leave}
                </th>
                <th scope="col" class="number">
                  {words.withAnswers}
                </th>
                <th scope="col" class="number">
                  {words.rateAfter}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ at, leaves, left }) => {
                const rate = responseRateBps(left);
                const counts = `${count(answeredOf(left))}/${count(left.total)}`;
                return (
                  <tr key={at}>
                    <th scope="row">{numbers.day(at)}</th>
                    <td class="number">{count(leaves.total)}</td>
                    <td class="number">{count(answeredOf(leaves))}</td>
                    <td class="number">
                      {rate === null ? '–' : numbers.rate(rate)} <span class="note">{counts}</span>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p class="note">{words.note}</p>
        </>
      )}
    </section>
  );
}
