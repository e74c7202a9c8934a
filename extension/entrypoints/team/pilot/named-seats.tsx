import { useState } from 'preact/hooks';
import type { Listed } from '#extension/entrypoints/team/list/listed.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { pilotWords } from '#shared/words/pilot.ts';

type Props = {
  numbers: Numbers;
  named: readonly string[];
  seats: readonly Listed[];
  isDisabled: boolean;
  change: (named: readonly string[]) => void;
};

const MOST_OFFERED = 20;

/** The seat that was meant: by its id, or by a holder's name that is one seat's alone. */
function seatMeant(seats: readonly Listed[], typed: string): string | null {
  const wanted = typed.trim().toLocaleLowerCase();
  const byId = seats.find(({ row }) => row.seat.id.toLocaleLowerCase() === wanted);
  if (byId !== undefined) return byId.row.seat.id;
  const byHolder = seats.filter(({ row }) => row.seat.holder.toLocaleLowerCase() === wanted);
  const [first] = byHolder;
  return byHolder.length === 1 && first !== undefined ? first.row.seat.id : null;
}

/** Seats that take part whatever the share, added by name or id. */
export function NamedSeats({ numbers, named, seats, isDisabled, change }: Props) {
  const words = pilotWords[numbers.language];
  const [typed, setTyped] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const wanted = typed.trim().toLocaleLowerCase();
  const offered =
    wanted === '' ? [] : seats.filter(({ text }) => text.includes(wanted)).slice(0, MOST_OFFERED);
  const add = (): void => {
    const seat = seatMeant(seats, typed);
    setUnknown(seat === null);
    if (seat === null) return;
    if (!named.includes(seat)) change([...named, seat]);
    setTyped('');
  };
  return (
    <fieldset disabled={isDisabled}>
      <label for="named">{words.named}</label>
      <div class="adding">
        <input
          id="named"
          type="text"
          list="seats-offered"
          autocomplete="off"
          aria-describedby="named-hint"
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setUnknown(false);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" class="secondary" onClick={add}>
          {words.add}
        </button>
      </div>
      <datalist id="seats-offered">
        {offered.map(({ row }) => (
          <option key={row.seat.id} value={row.seat.id}>
            {row.seat.holder}
          </option>
        ))}
      </datalist>
      <p id="named-hint" class="note" role="status">
        {isUnknown ? words.notFound : words.namedHint}
      </p>
      <Named numbers={numbers} named={named} seats={seats} change={change} />
    </fieldset>
  );
}

function Named({ numbers, named, seats, change }: Omit<Props, 'isDisabled'>) {
  const words = pilotWords[numbers.language];
  if (named.length === 0) return null;
  const holders = new Map(seats.map(({ row }) => [row.seat.id, row.seat.holder]));
  return (
    <ul class="named">
      {named.map((seat) => {
        const holder = holders.get(seat);
        return (
          <li key={seat}>
            {holder === undefined ? seat : `${holder} (${seat})`}
            <button
              type="button"
              class="remove"
              aria-label={words.remove(seat)}
              title={words.remove(seat)}
              onClick={() => change(named.filter((each) => each !== seat))}
            >
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}
