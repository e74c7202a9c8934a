import { useState } from 'preact/hooks';
import { useAsked } from '#extension/entrypoints/team/use-asked.ts';
import { teamMessages } from '#extension/state/team-messages.ts';
import { answeredOf } from '#shared/policy/tally.ts';
import {
  BREAKDOWN_NAMES,
  type BreakdownName,
} from '#extension/entrypoints/team/seat/breakdown-names.ts';
import type { SeatBreakdown } from '#shared/wire/breakdown.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';
import { surfaceWords } from '#shared/words/surfaces.ts';
import { popupWords } from '#shared/words/popup.ts';

type Props = { numbers: Numbers; seat: string; windowDays: number };

const LONG_DAYS = 90;

/** Which template, project, place or kind of InMail is answered, with rate and counts. */
export function Breakdowns({ numbers, seat, windowDays }: Props) {
  const words = seatPageWords[numbers.language].breakdown;
  const [by, setBy] = useState<BreakdownName>('template');
  const [days, setDays] = useState<number | null>(null);
  const key = `${seat} ${by} ${days}`;
  const { value } = useAsked(key, () => teamMessages.sendMessage('breakdown', { seat, by, days }));
  return (
    <section class="panel">
      <h2>{words.title}</h2>
      <div class="choices">
        <label>
          {words.by}{' '}
          <select
            value={by}
            onChange={({ currentTarget }) =>
              setBy(BREAKDOWN_NAMES.find((name) => name === currentTarget.value) ?? by)
            }
          >
            {BREAKDOWN_NAMES.map((name) => (
              <option key={name} value={name}>
                {words.names[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.span}{' '}
          <select
            value={days ?? ''}
            onChange={({ currentTarget }) => setDays(currentTarget.value === '' ? null : LONG_DAYS)}
          >
            <option value="">{words.window(numbers.count(windowDays))}</option>
            <option value={LONG_DAYS}>{words.days(numbers.count(LONG_DAYS))}</option>
          </select>
        </label>
      </div>
      {value === null && <p class="note">{popupWords[numbers.language].loading}</p>}
      {value !== null && value.groups.length === 0 && <p class="note">{words.none}</p>}
      {value !== null && isUnsaid(value) && <p class="note">{words.nothingSaid}</p>}
      {value !== null && value.groups.length > 0 && !isUnsaid(value) && (
        <Groups numbers={numbers} breakdown={value} />
      )}
    </section>
  );
}

const isUnsaid = ({ groups }: SeatBreakdown): boolean =>
  groups.length > 0 && groups.every(({ key }) => key === null);

function keyText(key: string | null, by: BreakdownName, numbers: Numbers): string {
  const words = seatPageWords[numbers.language].breakdown;
  if (key === null) return words.notSaid;
  if (by === 'mode') return key === 'bulk' ? words.bulk : words.oneToOne;
  return by === 'surface' ? (surfaceWords[numbers.language][key] ?? key) : key;
}

function Groups({ numbers, breakdown }: { numbers: Numbers; breakdown: SeatBreakdown }) {
  const words = seatPageWords[numbers.language].breakdown;
  const { by, groups } = breakdown;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.names[by]}</th>
          <th scope="col" class="number">
            {words.rate}
          </th>
          <th scope="col" class="number">
            {words.answered}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, tally, responseRateBps }) => (
          <tr key={key ?? ''}>
            <th scope="row" class={key === null ? 'note' : ''}>
              {keyText(key, by, numbers)}
            </th>
            <td class="number">{responseRateBps === null ? '' : numbers.rate(responseRateBps)}</td>
            <td class="number">
              {`${numbers.count(answeredOf(tally))}/${numbers.count(tally.total)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
