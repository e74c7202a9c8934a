import { useMemo, useState } from 'preact/hooks';
import { momentText } from '#extension/entrypoints/popup/moment-text.ts';
import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import { SeatLine } from '#extension/entrypoints/popup/seat-line.tsx';
import { rowsByRisk, rowsMatching } from '#extension/entrypoints/popup/seat-rows.ts';
import { useSeats } from '#extension/entrypoints/popup/use-seats.ts';
import type { Credentials } from '#extension/state/credentials.ts';
import type { KeptSeats } from '#extension/state/kept.ts';
import type { Connection } from '#extension/state/stored.ts';
import { useNow } from '#extension/state/use-now.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { standingWords } from '#shared/words/standing.ts';

type Props = { numbers: Numbers; credentials: Credentials; connection: Connection };

/** Every seat of the contract, soonest at risk first. */
export function LeadView({ numbers, credentials, connection }: Props) {
  const words = popupWords[numbers.language];
  const kept = useSeats(credentials);
  return (
    <>
      <h1>{words.seatsOf(credentials.identity.contract.name)}</h1>
      {kept === undefined && <p class="note">{words.loading}</p>}
      {kept === null && connection === 'live' && <p class="note">{words.loading}</p>}
      {kept === null && connection === 'offline' && (
        <Saying title={words.offline} lines={[words.noReadingMeans]} />
      )}
      {kept !== null && kept !== undefined && (
        <SeatList numbers={numbers} kept={kept} isOffline={connection === 'offline'} />
      )}
    </>
  );
}

const PAGE = 50;

type ListProps = { numbers: Numbers; kept: KeptSeats; isOffline: boolean };

function SeatList({ numbers, kept, isOffline }: ListProps) {
  const words = popupWords[numbers.language];
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(PAGE);
  const localNow = useNow();
  const now = localNow + (kept.list.asOf - kept.receivedAt);
  // The order holds for a minute, so that no row moves under the pointer at every tick.
  const rows = useMemo(() => rowsByRisk(kept, now), [kept, Math.floor(now / 60_000)]);
  const found = useMemo(() => rowsMatching(rows, typed), [rows, typed]);
  if (rows.length === 0) return <Saying title={words.noSeats} lines={[words.noSeatsMeans]} />;
  const left = found.length - most;
  const asOf = standingWords[numbers.language].asOf(momentText(numbers, kept.list.asOf, now));
  return (
    <>
      {isOffline && (
        <p class="note" role="status">
          {words.offlineMeans(words.ago(numbers.duration(now - kept.list.asOf)))}
        </p>
      )}
      <div class="toolbar">
        <input
          type="search"
          value={typed}
          aria-label={words.filter}
          placeholder={words.filter}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setMost(PAGE);
          }}
        />
        <p class="note" aria-live="polite">
          {words.seatCount(found.length, numbers.count(found.length))} · {asOf}
        </p>
      </div>
      {found.length === 0 && <p class="note">{words.noMatch(typed.trim())}</p>}
      <ul class="seats">
        {found.slice(0, most).map(({ row, view }) => (
          <SeatLine key={row.seat.id} numbers={numbers} row={row} view={view} now={now} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="secondary" onClick={() => setMost(most + PAGE)}>
          {words.showMore(numbers.count(Math.min(left, PAGE)))}
        </button>
      )}
    </>
  );
}
