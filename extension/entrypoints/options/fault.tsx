import type { ConnectFaultCode } from '#extension/state/own-messages.ts';
import { connectFaultWords } from '#shared/words/connect-faults.ts';
import type { Language } from '#shared/words/language.ts';

/** What happened, what it means, what to do. */
export function Fault({ language, code }: { language: Language; code: ConnectFaultCode }) {
  const { happened, means, todo } = connectFaultWords[language][code];
  return (
    <div class="fault">
      <p class="who">{happened}</p>
      <p>{means}</p>
      <p>{todo}</p>
    </div>
  );
}
