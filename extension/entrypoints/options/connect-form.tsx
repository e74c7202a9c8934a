import { useState } from 'preact/hooks';
import { connect } from '#extension/state/connect.ts';
import type { ConnectFaultCode } from '#extension/state/own-messages.ts';
import { DEFAULT_SERVER } from '#extension/state/server-address.ts';
import { connectFaultWords } from '#shared/words/connect-faults.ts';
import { connectingWords } from '#shared/words/connecting.ts';
import type { Language } from '#shared/words/language.ts';

type Props = {
  language: Language;
  /** The one connected to before. */
  server: string | null;
};

export function ConnectForm({ language, server }: Props) {
  const words = connectingWords[language];
  const [address, setAddress] = useState(server ?? DEFAULT_SERVER);
  const [token, setToken] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<ConnectFaultCode | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    // A worker that was stopped while it asked has not answered.
    const outcome = await connect(address, token).catch(
      () => ({ ok: false, code: 'offline' }) as const,
    );
    setBusy(false);
    if (outcome.ok) setToken('');
    else setFault(outcome.code);
  };
  return (
    <form class="panel" onSubmit={(event) => void submit(event)} aria-busy={isBusy}>
      <p>{words.intro}</p>
      <label for="server">{words.server}</label>
      <input
        id="server"
        type="text"
        inputMode="url"
        spellcheck={false}
        autocomplete="off"
        required
        value={address}
        onInput={(event) => setAddress(event.currentTarget.value)}
      />
      <label for="token">{words.token}</label>
      <input
        id="token"
        type="password"
        spellcheck={false}
        autocomplete="off"
        required
        aria-describedby="token-hint"
        value={token}
        onInput={(event) => setToken(event.currentTarget.value)}
      />
      <p class="note" id="token-hint">
        {words.tokenHint}
      </p>
      <div role="alert">{fault !== null && <Fault language={language} code={fault} />}</div>
      <button type="submit" class="primary" aria-disabled={isBusy}>
        {isBusy ? words.connecting : words.connect}
      </button>
    </form>
  );
}

function Fault({ language, code }: { language: Language; code: ConnectFaultCode }) {
  const { happened, means, todo } = connectFaultWords[language][code];
  return (
    <div class="fault">
      <p class="who">{happened}</p>
      <p>{means}</p>
      <p>{todo}</p>
    </div>
  );
}
