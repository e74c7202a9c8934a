import { momentText } from '#extension/entrypoints/popup/moment-text.ts';
import type { Connection } from '#extension/state/stored.ts';
import { storedBacklog, storedSync } from '#extension/state/stored-sync.ts';
import { useNow } from '#extension/state/use-now.ts';
import { useStored } from '#extension/state/use-stored.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';

type Props = { numbers: Numbers; connection: Connection };

/** What the server knows of this browser, and when they last spoke. */
export function SyncLine({ numbers, connection }: Props) {
  const words = popupWords[numbers.language];
  const now = useNow();
  const sync = useStored(storedSync);
  const backlog = useStored(storedBacklog);
  if (sync === undefined || backlog === undefined) return null;
  const { lastSyncedAt } = sync;
  const synced =
    lastSyncedAt === null
      ? words.neverSynced
      : words.lastSynced(momentText(numbers, lastSyncedAt, now));
  return (
    <ul class="sync note" aria-live="polite">
      <li>{connection === 'offline' ? `${words.offline} · ${synced}` : synced}</li>
      {backlog.waiting > 0 && <li>{words.waiting(backlog.waiting)}</li>}
      {backlog.aside > 0 && <li>{words.aside(backlog.aside)}</li>}
    </ul>
  );
}
