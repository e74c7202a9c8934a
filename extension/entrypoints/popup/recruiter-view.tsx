import { useEffect } from 'preact/hooks';
import { Misses } from '#extension/entrypoints/popup/misses.tsx';
import { ReviewLine } from '#extension/entrypoints/popup/review-line.tsx';
import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import { SyncLine } from '#extension/entrypoints/popup/sync-line.tsx';
import { cardContent } from '#extension/features/standing-content.ts';
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
import { Card } from '#extension/ui/card.tsx';
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
  }, []);
  if (stored === undefined) return <p class="note">{words.loading}</p>;
  return (
    <>
      {stored === null && connection !== 'signed_out' && (
        <Saying title={words.noReadingYet} lines={[words.noReadingMeans]} />
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
      {mode === 'observe' ? (
        <Saying title={words.observingTitle} lines={[words.observingMeans]} />
      ) : (
        <section class="panel">
          <Card content={cardContent(view, numbers)} />
        </section>
      )}
      {hasNotice && <p class="panel needs">{words.noticeWaits}</p>}
    </>
  );
}
