import { useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Access } from '#extension/entrypoints/popup/access.tsx';
import { LeadView } from '#extension/entrypoints/popup/lead-view.tsx';
import { RecruiterView } from '#extension/entrypoints/popup/recruiter-view.tsx';
import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import type { Credentials } from '#extension/state/credentials.ts';
import { readCredentials } from '#extension/state/kept-credentials.ts';
import { storedConnection } from '#extension/state/stored.ts';
import { useStored } from '#extension/state/use-stored.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';

/** A recruiter's card, or a lead's list of seats, by whom this browser speaks for. */
export function Popup({ numbers }: { numbers: Numbers }) {
  const words = popupWords[numbers.language];
  const connection = useStored(storedConnection);
  const [credentials, setCredentials] = useState<Credentials | null>();
  useLayoutEffect(() => {
    void readCredentials().then(setCredentials);
  }, [connection]);
  if (connection === undefined || credentials === undefined) {
    return <p class="note">{words.loading}</p>;
  }
  const isConnected = credentials !== null && connection !== 'not_connected';
  if (!isConnected) {
    return (
      <main>
        <h1>Good Standing</h1>
        <Saying mark="not_connected" title={words.notConnectedTitle} lines={[words.connectMeans]}>
          <button type="button" class="primary" onClick={openOptions}>
            {words.connect}
          </button>
        </Saying>
      </main>
    );
  }
  const isLead = credentials.identity.seat === null;
  return (
    <main>
      {connection === 'signed_out' && (
        <Saying
          mark="signed_out"
          title={words.signedOutTitle}
          lines={[words.signedOutMeans, words.signedOutTodo]}
        >
          <button type="button" class="primary" onClick={openOptions}>
            {words.connect}
          </button>
        </Saying>
      )}
      <Access numbers={numbers} credentials={credentials} />
      {isLead ? (
        <LeadView numbers={numbers} credentials={credentials} connection={connection} />
      ) : (
        <RecruiterView numbers={numbers} connection={connection} />
      )}
      <footer>
        <button type="button" class="link" onClick={openOptions}>
          {words.options}
        </button>
      </footer>
    </main>
  );
}

function openOptions(): void {
  void browser.runtime.openOptionsPage();
}
