import { useEffect, useState } from 'preact/hooks';
import { FaultSaying } from '#extension/entrypoints/team/fault-saying.tsx';
import { hashOf } from '#extension/entrypoints/team/route.ts';
import { ConfirmTransfer } from '#extension/entrypoints/team/transfer/confirm-transfer.tsx';
import { TransferDone } from '#extension/entrypoints/team/transfer/transfer-done.tsx';
import { WhoNext } from '#extension/entrypoints/team/transfer/who-next.tsx';
import { useAsked } from '#extension/entrypoints/team/use-asked.ts';
import type { ApiFault } from '#extension/state/api-client.ts';
import { teamMessages } from '#extension/state/team-messages.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import type { Inheritance } from '#shared/wire/transfer.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { transferWords } from '#shared/words/transfer.ts';

type Props = { numbers: Numbers; seat: string };

/** The id is made with the preview, so that confirming twice gives the seat once. */
type Step = { preview: Inheritance; id: string } | null;
type Done = { from: string; to: string } | null;

const offline = { ok: false, fault: { code: 'offline' } } as const;

/** The steps of giving a seat: what is shown before it, and what came of it. */
function useTransfer(seat: string) {
  const [step, setStep] = useState<Step>(null);
  const [done, setDone] = useState<Done>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const show = async (to: string): Promise<void> => {
    const outcome = await teamMessages
      .sendMessage('previewTransfer', { seat, to })
      .catch(() => offline);
    setFault(outcome.ok ? null : outcome.fault);
    if (outcome.ok) setStep({ preview: outcome.value, id: crypto.randomUUID() });
  };
  const give = async (): Promise<void> => {
    if (step === null) return;
    const { preview, id } = step;
    const transfer = { id, to: preview.to, at: formatInstant(Date.now()) };
    const outcome = await teamMessages
      .sendMessage('transfer', { seat, transfer })
      .catch(() => offline);
    setFault(outcome.ok ? null : outcome.fault);
    if (outcome.ok) setDone({ from: preview.seat.holder, to: preview.to });
  };
  return { step, done, fault, show, give, chooseAnother: () => setStep(null) };
}

/** Giving a seat to another recruiter: who, what goes with it, and only then the confirmation. */
export function TransferPage({ numbers, seat }: Props) {
  const words = transferWords[numbers.language];
  const reading = useAsked(seat, () => teamMessages.sendMessage('reading', { seat }));
  const { step, done, fault, show, give, chooseAnother } = useTransfer(seat);
  const holder = reading.value?.seat.holder ?? '';
  const title = words.title(seat, done?.from ?? holder);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <a class="back" href={hashOf({ at: 'seat', seat })}>
        {words.back}
      </a>
      {reading.value === null && (
        <p class="note" role="status">
          {reading.fault === null && popupWords[numbers.language].loading}
        </p>
      )}
      {reading.value === null && reading.fault !== null && (
        <FaultSaying numbers={numbers} fault={reading.fault} />
      )}
      {reading.value !== null && (
        <>
          <h1>{title}</h1>
          {done !== null ? (
            <TransferDone numbers={numbers} seat={seat} {...done} />
          ) : (
            <>
              <WhoNext
                numbers={numbers}
                holder={holder}
                isChosen={step !== null}
                isRefused={fault?.code === 'refused' && fault.problem.code === 'already_holder'}
                show={show}
              />
              {fault !== null && <Refused numbers={numbers} fault={fault} />}
              {step !== null && (
                <ConfirmTransfer
                  numbers={numbers}
                  preview={step.preview}
                  terms={reading.value.terms}
                  give={give}
                  chooseAnother={chooseAnother}
                />
              )}
            </>
          )}
        </>
      )}
    </>
  );
}

/** Who holds the seat already is told so beside the name; everything else here. */
function Refused({ numbers, fault }: { numbers: Numbers; fault: ApiFault }) {
  if (fault.code === 'refused' && fault.problem.code === 'already_holder') return null;
  return (
    <div role="alert">
      <FaultSaying numbers={numbers} fault={fault} />
    </div>
  );
}
