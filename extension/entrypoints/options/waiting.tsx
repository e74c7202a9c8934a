import { useEffect, useRef } from 'preact/hooks';
import { cancelConnect, expectApproval, showApproval } from '#extension/state/connect.ts';
import type { PairingShown } from '#extension/state/stored-pairing.ts';
import { useNow } from '#extension/state/use-now.ts';
import { connectingWords } from '#shared/words/connecting.ts';
import type { Language } from '#shared/words/language.ts';

type Props = { language: Language; pairing: Extract<PairingShown, { phase: 'waiting' }> };

const MINUTE_MS = 60_000;

/** The code to compare with the approval page, for as long as it can be approved. */
export function Waiting({ language, pairing }: Props) {
  const words = connectingWords[language];
  const { userCode, server, expiresAt, isUnreachable } = pairing;
  const minutes = Math.max(1, Math.ceil((expiresAt - useNow()) / MINUTE_MS));
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was pressed is gone, and with it the focus; it goes on here.
    title.current?.focus();
    // The worker asks by itself too; a message that it has not heard costs nothing.
    const comeBack = (): void => {
      if (document.visibilityState === 'visible') void expectApproval().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', comeBack);
    return () => document.removeEventListener('visibilitychange', comeBack);
  }, []);
  return (
    <section class="panel">
      <h2 ref={title} tabIndex={-1}>
        {words.compare}
      </h2>
      <p class="code">
        <span class="unseen">
          {words.code} {userCode.split('').join(' ')}
        </span>
        <span aria-hidden="true">{userCode}</span>
      </p>
      <p>{words.compareMeans}</p>
      <p role="status" class={isUnreachable ? 'state unreachable' : 'state'}>
        {isUnreachable ? words.unreachable : words.waiting}
      </p>
      <p class="note">
        {words.minutesLeft(minutes)}
        <br />
        {words.at(server)}
      </p>
      <div class="actions">
        <button type="button" class="secondary" onClick={() => void showApproval()}>
          {words.openAgain}
        </button>
        <button type="button" class="secondary" onClick={() => void cancelConnect()}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}
