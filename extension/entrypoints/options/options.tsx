import { useEffect, useState } from 'preact/hooks';
import { ConnectForm } from '#extension/entrypoints/options/connect-form.tsx';
import { Connected } from '#extension/entrypoints/options/connected.tsx';
import { useManaged } from '#extension/entrypoints/options/use-managed.ts';
import { Waiting } from '#extension/entrypoints/options/waiting.tsx';
import type { Credentials } from '#extension/state/credentials.ts';
import { readCredentials } from '#extension/state/kept-credentials.ts';
import { storedPairing } from '#extension/state/stored-pairing.ts';
import { storedConnection } from '#extension/state/stored.ts';
import { storedBacklog } from '#extension/state/stored-sync.ts';
import { useStored } from '#extension/state/use-stored.ts';
import { connectingWords } from '#shared/words/connecting.ts';
import type { Language } from '#shared/words/language.ts';

/** Connecting this browser to a server, and ending it. */
export function Options({ language }: { language: Language }) {
  const words = connectingWords[language];
  const connection = useStored(storedConnection);
  const backlog = useStored(storedBacklog);
  const pairing = useStored(storedPairing);
  const managed = useManaged();
  const [credentials, setCredentials] = useState<Credentials | null>();
  useEffect(() => {
    void readCredentials().then(setCredentials);
    // Whoever connects again is somebody else, with the connection as live as before.
  }, [connection, pairing]);
  if (connection === undefined || pairing === undefined || managed === undefined) return null;
  if (credentials === undefined) return null;
  const isConnected = credentials !== null && connection !== 'not_connected';
  const isSignedOut = connection === 'signed_out';
  const isWanted = !isConnected || isSignedOut;
  return (
    <main>
      <h1>{isWanted ? words.title : words.connectedTitle}</h1>
      {isConnected && (
        <Connected
          language={language}
          credentials={credentials}
          isSignedOut={isSignedOut}
          waiting={backlog?.waiting ?? 0}
        />
      )}
      {isWanted && pairing.phase === 'waiting' && <Waiting language={language} pairing={pairing} />}
      {isWanted && pairing.phase !== 'waiting' && (
        <ConnectForm
          language={language}
          managed={managed}
          server={pairing.phase === 'ended' ? pairing.server : (credentials?.server ?? null)}
          ended={pairing.phase === 'ended' ? pairing.code : null}
        />
      )}
      <p class="note">{words.privacy}</p>
    </main>
  );
}
