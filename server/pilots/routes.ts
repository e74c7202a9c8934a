import { z } from 'zod';
import { Fault } from '#server/http/problems.ts';
import { readBody } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { actingFor } from '#server/ledger/author.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import { changeContractMode, previewContractMode } from '#server/pilots/change-mode.ts';
import type { PilotRefusal } from '#server/pilots/plan.ts';
import { readPilot } from '#server/pilots/store.ts';
import type { Identity } from '#shared/wire/identity.ts';
import { pilotPreviewSchema, pilotSchema, wantedPilotSchema } from '#shared/wire/pilot.ts';
import type { WantedPilot } from '#shared/wire/pilot.ts';

function refuse(refusal: PilotRefusal, { namedSeats = [] }: WantedPilot): never {
  if (refusal.code === 'partial_evidence') throw new Fault(refusal.code, undefined, 'mode');
  // By its place: what was sent in place of a seat's id may be anything, and is not said again.
  const place = namedSeats.indexOf(refusal.seat);
  throw new Fault(refusal.code, undefined, `namedSeats.${place}`);
}

/** A pilot is the whole contract's: a lead of some teams may look, and not set it. */
function requireMaySet({ role, teams }: Identity, { acceptsPartialEvidence }: WantedPilot): void {
  if (teams !== null) {
    throw new Fault('not_allowed', 'A pilot is set by an admin, or a lead of all teams.');
  }
  if (acceptsPartialEvidence && role !== 'admin') {
    const why = 'Only an admin accepts to enforce on partial evidence.';
    throw new Fault('not_allowed', why, 'acceptsPartialEvidence');
  }
}

async function answerPilot({ database }: Pick<LedgerContext, 'database'>, contractId: string) {
  const pilot = await database.read((reader) => readPilot(reader, contractId));
  if (pilot === null) throw new ContractUnknown(contractId);
  return z.encode(pilotSchema, pilot);
}

const FIRST = {
  version: 1,
  mode: 'observe',
  sharePercent: 100,
  namedSeats: [],
  partialAcceptedAt: null,
  recordedAt: '2026-01-05T09:00:00.000Z',
  recordedBy: { role: 'server', id: null },
} as const;
const SECOND = { ...FIRST, version: 2, mode: 'enforce' } as const;
const THIRD = {
  ...SECOND,
  version: 3,
  mode: 'inform',
  recordedAt: '2026-01-06T09:00:00.000Z',
  recordedBy: { role: 'admin', id: 'device-of-admin' },
} as const;

export const pilotRoutes = [
  route(
    {
      name: 'readPilot',
      method: 'GET',
      path: '/v1/pilot',
      summary: 'How far the contract’s pilot goes, with which seats, and who set it so when.',
      callers: ['lead', 'admin'],
      answer: { type: 'application/json', name: 'Pilot', schema: pilotSchema },
      problems: [],
      example: {
        as: 'lead',
        answer: {
          whole: {
            ...SECOND,
            seats: { observe: 0, inform: 0, enforce: 1 },
            versions: [FIRST, SECOND],
          },
        },
      },
    },
    ({ ledger }) =>
      async (c) => {
        return c.json(await answerPilot(ledger, c.get('caller').contract.id));
      },
  ),
  route(
    {
      name: 'previewPilot',
      method: 'POST',
      path: '/v1/pilot/preview',
      summary: 'What another mode, share or choice of seats would change; it changes nothing.',
      callers: ['lead', 'admin'],
      body: { name: 'WantedPilot', schema: wantedPilotSchema },
      answer: { type: 'application/json', name: 'PilotPreview', schema: pilotPreviewSchema },
      problems: ['seat_unknown', 'partial_evidence'],
      example: {
        as: 'lead',
        body: { mode: 'inform', sharePercent: 100 },
        answer: {
          whole: {
            mode: 'inform',
            sharePercent: 100,
            namedSeats: [],
            partialAcceptedAt: null,
            changes: [
              {
                seat: 'seat-1',
                holder: 'Nora Lindqvist',
                from: 'enforce',
                to: 'inform',
                bulk: 'unchanged',
                startsAnew: false,
              },
            ],
          },
        },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const caller = c.get('caller');
        const wanted = await readBody(c, wantedPilotSchema);
        requireMaySet(caller, wanted);
        const outcome = await previewContractMode(ledger, caller.contract.id, wanted);
        return outcome.ok
          ? c.json(z.encode(pilotPreviewSchema, outcome.preview))
          : refuse(outcome, wanted);
      },
  ),
  route(
    {
      name: 'setPilot',
      method: 'POST',
      path: '/v1/pilot',
      summary: 'Sets mode, share and named seats, as a new version with its date and who set it.',
      details:
        'Asked again it changes nothing. Enforcing where the overlay is the only source has to be accepted by an admin once: acceptsPartialEvidence.',
      callers: ['lead', 'admin'],
      body: { name: 'WantedPilot', schema: wantedPilotSchema },
      answer: { type: 'application/json', name: 'Pilot', schema: pilotSchema },
      problems: ['seat_unknown', 'partial_evidence'],
      example: {
        as: 'admin',
        body: { mode: 'inform', sharePercent: 100 },
        answer: {
          whole: {
            ...THIRD,
            seats: { observe: 0, inform: 1, enforce: 0 },
            versions: [FIRST, SECOND, THIRD],
          },
        },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const caller = c.get('caller');
        const wanted = await readBody(c, wantedPilotSchema);
        requireMaySet(caller, wanted);
        const outcome = await changeContractMode(
          actingFor(ledger, caller),
          caller.contract.id,
          wanted,
        );
        return outcome.ok
          ? c.json(await answerPilot(ledger, caller.contract.id))
          : refuse(outcome, wanted);
      },
  ),
];
