import { useEffect, useState } from 'preact/hooks';
import { FaultSaying } from '#extension/entrypoints/team/fault-saying.tsx';
import type { Listed } from '#extension/entrypoints/team/list/listed.ts';
import { ConfirmPilot } from '#extension/entrypoints/team/pilot/confirm-pilot.tsx';
import { PartialEvidence } from '#extension/entrypoints/team/pilot/partial-evidence.tsx';
import { PilotForm } from '#extension/entrypoints/team/pilot/pilot-form.tsx';
import { PilotReportPanel } from '#extension/entrypoints/team/pilot/pilot-report.tsx';
import { PilotNow } from '#extension/entrypoints/team/pilot/pilot-now.tsx';
import { hashOf } from '#extension/entrypoints/team/route.ts';
import { useAsked } from '#extension/entrypoints/team/use-asked.ts';
import type { ApiFault } from '#extension/state/api-client.ts';
import { teamMessages } from '#extension/state/team-messages.ts';
import type { Identity } from '#shared/wire/identity.ts';
import type { PilotPreview, PilotState, WantedPilot } from '#shared/wire/pilot.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { pilotWords } from '#shared/words/pilot.ts';
import { popupWords } from '#shared/words/popup.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';

type Props = { numbers: Numbers; identity: Identity; seats: readonly Listed[] };

const offline = { ok: false, fault: { code: 'offline' } } as const;

type Step = { wanted: WantedPilot; preview: PilotPreview } | null;

/** How far the pilot goes and with whom: what a change would do is shown before it is confirmed. */
export function PilotPage({ numbers, identity, seats }: Props) {
  const words = pilotWords[numbers.language];
  const pilot = useAsked('pilot', () => teamMessages.sendMessage('pilot', undefined));
  const title = words.title(identity.contract.name);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <a class="back" href={hashOf({ at: 'list' })}>
        {seatPageWords[numbers.language].back}
      </a>
      <h1>{title}</h1>
      {pilot.value === null && pilot.fault === null && (
        <p class="note" role="status">
          {popupWords[numbers.language].loading}
        </p>
      )}
      {pilot.value === null && pilot.fault !== null && (
        <FaultSaying numbers={numbers} fault={pilot.fault} />
      )}
      {pilot.value !== null && (
        <>
          <PilotNow numbers={numbers} pilot={pilot.value} />
          <PilotReportPanel numbers={numbers} contract={identity.contract.name} />
          {identity.teams === null ? (
            <ChangePilot
              numbers={numbers}
              isAdmin={identity.role === 'admin'}
              pilot={pilot.value}
              seats={seats}
              changed={pilot.askAgain}
            />
          ) : (
            <p class="panel">{words.readOnly}</p>
          )}
        </>
      )}
    </>
  );
}

type ChangeProps = {
  numbers: Numbers;
  isAdmin: boolean;
  pilot: PilotState;
  seats: readonly Listed[];
  changed: () => void;
};

function ChangePilot({ numbers, isAdmin, pilot, seats, changed }: ChangeProps) {
  const words = pilotWords[numbers.language];
  const [step, setStep] = useState<Step>(null);
  const [refused, setRefused] = useState<{ fault: ApiFault; wanted: WantedPilot } | null>(null);
  const [isDone, setDone] = useState(false);
  const preview = async (wanted: WantedPilot): Promise<void> => {
    setDone(false);
    const outcome = await teamMessages.sendMessage('previewPilot', { wanted }).catch(() => offline);
    setRefused(outcome.ok ? null : { fault: outcome.fault, wanted });
    setStep(outcome.ok ? { wanted, preview: outcome.value } : null);
  };
  const set = async (): Promise<void> => {
    if (step === null) return;
    const { wanted } = step;
    const outcome = await teamMessages.sendMessage('setPilot', { wanted }).catch(() => offline);
    setRefused(outcome.ok ? null : { fault: outcome.fault, wanted });
    if (!outcome.ok) return;
    setStep(null);
    setDone(true);
    changed();
  };
  const fault = refused?.fault;
  const isPartial = fault?.code === 'refused' && fault.problem.code === 'partial_evidence';
  return (
    <>
      <div role="status">{isDone && <p class="panel done">{words.doneTitle}</p>}</div>
      <PilotForm
        key={pilot.version}
        numbers={numbers}
        pilot={pilot}
        seats={seats}
        isShown={step !== null}
        preview={preview}
      />
      <div role="alert">
        {refused !== null && isPartial && (
          <PartialEvidence
            numbers={numbers}
            isAdmin={isAdmin}
            accept={() => preview({ ...refused.wanted, acceptsPartialEvidence: true })}
          />
        )}
        {fault !== undefined && !isPartial && <FaultSaying numbers={numbers} fault={fault} />}
      </div>
      {step !== null && (
        <ConfirmPilot
          numbers={numbers}
          preview={step.preview}
          set={set}
          change={() => setStep(null)}
        />
      )}
    </>
  );
}
