import { useState } from 'preact/hooks';
import { Fault } from '#extension/entrypoints/options/fault.tsx';
import { connect } from '#extension/state/connect.ts';
import type { Managed } from '#extension/state/managed-values.ts';
import type { ConnectFaultCode } from '#extension/state/own-messages.ts';
import { DEFAULT_SERVER } from '#extension/state/server-address.ts';
import { connectingWords } from '#shared/words/connecting.ts';
import type { Language } from '#shared/words/language.ts';

type Props = {
  language: Language;
  managed: Managed;
  /** The one connected to, or asked, before. */
  server: string | null;
  /** Why the wait before this one came to nothing. */
  ended: ConnectFaultCode | null;
};

export function ConnectForm({ language, managed, server, ended }: Props) {
  const words = connectingWords[language];
  const [typed, setTyped] = useState(server ?? DEFAULT_SERVER);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ConnectFaultCode | null>(null);
  const address = managed.server ?? typed;
  const fault = isBusy ? null : (refused ?? ended);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    // A worker that was stopped while it asked has not answered.
    const outcome = await connect(address).catch(() => ({ ok: false, code: 'offline' }) as const);
    setBusy(false);
    setRefused(outcome.ok ? null : outcome.code);
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
        readOnly={managed.server !== null}
        aria-describedby={managed.server === null ? undefined : 'server-managed'}
        value={address}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {managed.server !== null && (
        <p class="note" id="server-managed">
          {words.managed}
        </p>
      )}
      {managed.contract !== null && (
        <dl>
          <dt>{words.contract}</dt>
          <dd>{managed.contract}</dd>
          <dd class="note">{words.managed}</dd>
        </dl>
      )}
      {managed.faults.map((name) => (
        <p key={name} class="fault">
          {words.managedFault[name]}
        </p>
      ))}
      <div role="alert">{fault !== null && <Fault language={language} code={fault} />}</div>
      <button type="submit" class="primary" aria-disabled={isBusy}>
        {isBusy ? words.connecting : words.connect}
      </button>
    </form>
  );
}
