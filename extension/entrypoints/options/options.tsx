import { useEffect, useState } from 'preact/hooks';
import { ConnectForm } from '#extension/entrypoints/options/connect-form.tsx';
import { Connected } from '#extension/entrypoints/options/connected.tsx';
import type { Credentials } from '#extension/state/credentials.ts';
import { storedConnection } from '#extension/state/stored.ts';
import { storedBacklog } from '#extension/state/stored-sync.ts';
import { useStored } from '#extension/state/use-stored.ts';
import { vault } from '#extension/state/vault.ts';
import { connectingWords } from '#shared/words/connecting.ts';
import type { Language } from '#shared/words/language.ts';

/** Connecting this browser to a server, and ending it. */
export function Options({ language }: { language: Language }) {
  const words = connectingWords[language];
  const connection = useStored(storedConnection);
  const backlog = useStored(storedBacklog);
  const [credentials, setCredentials] = useState<Credentials | null>();
  useEffect(() => {
    void vault.read().then(setCredentials);
  }, [connection]);
  if (connection === undefined || credentials === undefined) return null;
  const isConnected = credentials !== null && connection !== 'not_connected';
  return (
    <main>
      <h1>{isConnected && connection !== 'signed_out' ? words.connectedTitle : words.title}</h1>
      {isConnected && (
        <Connected
          language={language}
          credentials={credentials}
          isSignedOut={connection === 'signed_out'}
          waiting={backlog?.waiting ?? 0}
        />
      )}
      {(!isConnected || connection === 'signed_out') && (
        <ConnectForm language={language} server={credentials?.server ?? null} />
      )}
      <p class="note">{words.privacy}</p>
    </main>
  );
}
