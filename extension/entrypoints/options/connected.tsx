import { disconnect } from '#extension/state/connect.ts';
import type { Credentials } from '#extension/state/credentials.ts';
import { storedReading } from '#extension/state/stored.ts';
import { useStored } from '#extension/state/use-stored.ts';
import { connectFaultWords } from '#shared/words/connect-faults.ts';
import { connectingWords } from '#shared/words/connecting.ts';
import type { Language } from '#shared/words/language.ts';

type Props = {
  language: Language;
  credentials: Credentials;
  isSignedOut: boolean;
  waiting: number;
};

/** Whose seat or lead this browser speaks for, said plainly. */
export function Connected({ language, credentials, isSignedOut, waiting }: Props) {
  const words = connectingWords[language];
  const { contract, seat } = credentials.identity;
  const holder = useStored(storedReading)?.reading.seat.holder;
  const who =
    seat === null
      ? words.connectedAsLead(contract.name)
      : words.connectedAsSeat(seat, contract.name);
  const signedOut = connectFaultWords[language].signed_out;
  return (
    <section class="panel" role="status">
      <p class="who">{isSignedOut ? signedOut.happened : who}</p>
      {!isSignedOut && holder !== undefined && <p>{words.heldBy(holder)}</p>}
      {isSignedOut && <p>{signedOut.todo}</p>}
      {!isSignedOut && <p>{seat === null ? words.leadMeans : words.connectedMeans}</p>}
      <p class="note">{words.at(credentials.server)}</p>
      {waiting > 0 && <p class="note">{words.waitingStays(waiting)}</p>}
      <button type="button" class="secondary" onClick={() => void disconnect()}>
        {words.disconnect}
      </button>
    </section>
  );
}
