import { useEffect } from 'preact/hooks';
import { Apart } from '#extension/entrypoints/popup/apart.tsx';
import { Misses } from '#extension/entrypoints/popup/misses.tsx';
import { OwnCard } from '#extension/entrypoints/popup/own-card.tsx';
import { OwnEvidence } from '#extension/entrypoints/popup/own-evidence.tsx';
import { OwnHappened } from '#extension/entrypoints/popup/own-happened.tsx';
import { ReviewLine } from '#extension/entrypoints/popup/review-line.tsx';
import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import { SurfacesOff } from '#extension/entrypoints/popup/surfaces-off.tsx';
import { SyncLine } from '#extension/entrypoints/popup/sync-line.tsx';
import { viewOf } from '#extension/features/view.ts';
import { ownMessages } from '#extension/state/own-messages.ts';
import {
  storedClockOffsetMs,
  storedReading,
  type Connection,
  type StoredReading,
} from '#extension/state/stored.ts';
import { useNow } from '#extension/state/use-now.ts';
import { useStored } from '#extension/state/use-stored.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';

type Props = { numbers: Numbers; connection: Connection };

/** The seat's card, how it is synced, and what of Recruiter could not be read. */
export function RecruiterView({ numbers, connection }: Props) {
  const words = popupWords[numbers.language];
  const stored = useStored(storedReading);
  useEffect(() => {
    // What comes of it arrives through what is stored.
    void ownMessages.sendMessage('freshReadingWanted', undefined).catch(() => undefined);
    void ownMessages.sendMessage('ownReportWanted', undefined).catch(() => undefined);
  }, []);
  const asOf = stored?.reading.asOf;
  useEffect(() => {
    // Told of the same InMails as the reading, so with each of them anew.
    void ownMessages.sendMessage('ownSeatWanted', undefined).catch(() => undefined);
  }, [asOf]);
  if (stored === undefined) return <p class="note">{words.loading}</p>;
  return (
    <>
      {stored === null && connection !== 'signed_out' && (
        <Saying
          mark={connection === 'offline' ? 'offline' : 'no_reading'}
          title={connection === 'offline' ? words.offline : words.noReadingYet}
          lines={[words.noReadingMeans]}
        />
      )}
      {stored !== null && <Seat numbers={numbers} connection={connection} stored={stored} />}
      {stored !== null && stored.reading.mode !== 'observe' && <ReviewLine numbers={numbers} />}
      <SyncLine numbers={numbers} connection={connection} />
      <Misses numbers={numbers} />
    </>
  );
}

function Seat({ numbers, connection, stored }: Props & { stored: StoredReading }) {
  const words = popupWords[numbers.language];
  const clockOffsetMs = useStored(storedClockOffsetMs) ?? 0;
  const now = useNow() + clockOffsetMs;
  const { contract, seat, mode, notice, standing } = stored.reading;
  // In `warning_due` the card's own sentence says it.
  const hasNotice = notice !== null && standing !== 'warning_due' && mode !== 'observe';
  const view = viewOf({ stored, connection, now, contractName: null, isOrphan: false });
  return (
    <>
      <header>
        <h1>{seat.holder}</h1>
        <p class="note">{contract.name}</p>
      </header>
      <Apart numbers={numbers} view={view} reading={stored.reading} />
      {mode === 'observe' ? (
        <Saying title={words.observingTitle} lines={[words.observingMeans]} />
      ) : (
        <OwnCard numbers={numbers} view={view} reading={stored.reading} />
      )}
      {hasNotice && <p class="panel needs">{words.noticeWaits}</p>}
      {mode !== 'observe' && <OwnHappened numbers={numbers} reading={stored.reading} />}
      {mode !== 'observe' && <OwnEvidence numbers={numbers} reading={stored.reading} />}
      <SurfacesOff numbers={numbers} off={stored.surfacesOff ?? []} />
    </>
  );
}
