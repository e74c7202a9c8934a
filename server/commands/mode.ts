import { Argument } from '@commander-js/extra-typings';
import { z } from 'zod';
import { list, nonEmpty, percent } from '#server/commands/arguments.ts';
import { lineOfVersion } from '#server/commands/authors.ts';
import {
  examples,
  operate,
  operatorCommand,
  Refused,
  type Told,
} from '#server/commands/operator.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import { changeContractMode, previewContractMode } from '#server/pilots/change-mode.ts';
import type { PilotRefusal, WantedMode } from '#server/pilots/plan.ts';
import { readPilot, type PilotSettings } from '#server/pilots/store.ts';
import { MODES } from '#shared/policy/rollout.ts';
import { pilotPreviewSchema, pilotSchema } from '#shared/wire/pilot.ts';

const PARTIAL =
  "The contract's only evidence is what the overlay sees, which sees replies only when the inbox is opened, so that every rate reads low. " +
  'To enforce on it all the same, add --accept-partial-evidence; every reading will say so.';

function refuse(refusal: PilotRefusal): never {
  const why =
    refusal.code === 'partial_evidence' ? PARTIAL : `The contract has no seat "${refusal.seat}".`;
  throw new Refused(`${refusal.code}: ${why}`, refusal.code);
}

type Pilot = Pick<PilotSettings, 'mode' | 'sharePercent'> & { namedSeats: readonly string[] };

function pilotInWords({ mode, sharePercent, namedSeats }: Pilot): string {
  const named = namedSeats.length === 0 ? '' : ` and ${namedSeats.join(', ')}`;
  return `in ${mode} for ${sharePercent} % of its seats${named}`;
}

async function showMode({ database }: LedgerContext, contract: string): Promise<Told> {
  const pilot = await database.read((reader) => readPilot(reader, contract));
  if (pilot === null) throw new ContractUnknown(contract);
  const { observe, inform, enforce } = pilot.seats;
  const words = [
    `Contract "${contract}" is ${pilotInWords(pilot)}: ${observe} seats in observe, ${inform} in inform, ${enforce} in enforce.`,
    'Versions:',
    ...pilot.versions.map((each) => lineOfVersion(each, pilotInWords(each))),
  ].join('\n');
  return { words, json: { contract, ...z.encode(pilotSchema, pilot) } };
}

async function previewMode(
  ledger: LedgerContext,
  contract: string,
  wanted: WantedMode,
): Promise<Told> {
  const outcome = await previewContractMode(ledger, contract, wanted);
  if (!outcome.ok) return refuse(outcome);
  const { preview } = outcome;
  const words = [
    `Dry run, nothing is written. Contract "${contract}" would be ${pilotInWords(preview)}; ${preview.changes.length} seats would change:`,
    ...preview.changes.map(({ seat, holder, from, to, bulk, startsAnew }) => {
      const gate = bulk === 'unchanged' ? '' : `, bulk ${bulk}`;
      return `  ${seat}, held by ${holder}: ${from} -> ${to}${gate}${startsAnew ? ', starts anew' : ''}`;
    }),
  ].join('\n');
  return { words, json: { contract, isDryRun: true, ...z.encode(pilotPreviewSchema, preview) } };
}

async function setMode(ledger: LedgerContext, contract: string, wanted: WantedMode): Promise<Told> {
  const outcome = await changeContractMode(ledger, contract, wanted);
  if (!outcome.ok) return refuse(outcome);
  const { ok: _, ...is } = outcome;
  return {
    words: `Contract "${contract}" is ${pilotInWords(is)}; ${is.changed} changed.`,
    json: { contract, ...is },
  };
}

export const modeCommand = operatorCommand('mode')
  .description(
    'Say how far a pilot goes, and for which seats; the others are in observation. Without a mode: show it, with who set it when.',
  )
  .addArgument(
    new Argument(
      '[mode]',
      'observe: nothing is shown; inform: nothing is refused; enforce: bulk is refused in an Improvement Period',
    ).choices(MODES),
  )
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .option('--share <percent>', 'share of the seats that take part; raising it drops none', percent)
  .option('--seats <ids>', 'seats that take part whatever the share, with commas between', list)
  .option('--accept-partial-evidence', "enforce on the overlay's evidence alone")
  .option('--dry-run', 'say which seats would change, and write nothing')
  .addHelpText(
    'after',
    examples(
      'mode --contract fernhill-talent',
      'mode inform --contract fernhill-talent --dry-run',
      'mode enforce --contract fernhill-talent --share 20 --seats seat-1,seat-7',
      'mode enforce --contract fernhill-talent --accept-partial-evidence',
    ),
  )
  .action(async (mode, options) =>
    operate(options, (ledger) => {
      const { contract, share: sharePercent, seats: namedSeats } = options;
      if (mode === undefined) return showMode(ledger, contract);
      const acceptsPartialEvidence = options.acceptPartialEvidence === true;
      const wanted = { mode, sharePercent, namedSeats, acceptsPartialEvidence };
      return options.dryRun === true
        ? previewMode(ledger, contract, wanted)
        : setMode(ledger, contract, wanted);
    }),
  );
