import { InvalidArgumentError } from '@commander-js/extra-typings';
import { z } from 'zod';
import { nonEmpty } from '#server/commands/arguments.ts';
import { lineOfVersion } from '#server/commands/authors.ts';
import {
  examples,
  operate,
  operatorCommand,
  Refused,
  type Told,
} from '#server/commands/operator.ts';
import { changeTerms } from '#server/contracts/change-terms.ts';
import { readSettings } from '#server/contracts/settings-store.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import type { Terms } from '#shared/policy/terms.ts';
import { isChangeable, readTerms } from '#shared/policy/terms-rules.ts';
import { contractSchema, type ContractSettings } from '#shared/wire/contract.ts';

function laidOver(assignment: string, before: Partial<Terms> = {}): Partial<Terms> {
  const [name = '', value = ''] = assignment.split('=', 2);
  const read = readTerms({ [name]: value === '' ? null : Number(value) }, isChangeable);
  if (!read.ok) throw new InvalidArgumentError(read.fault.detail);
  return { ...before, ...read.value };
}

type Version = ContractSettings['terms']['versions'][number];

/** What a version has otherwise than the one before it. */
function differenceOf({ terms }: Version, before: Version | undefined): string {
  if (before === undefined) return 'as the profile has them';
  const changed = Object.entries(terms).filter(([name, value]) => before.terms[name] !== value);
  return changed.map(([name, value]) => `${name}=${value}`).join(' ') || 'nothing changed';
}

async function showTerms({ database }: LedgerContext, contract: string): Promise<Told> {
  const settings = await database.read((reader) => readSettings(reader, contract));
  if (settings === null) throw new ContractUnknown(contract);
  const { profile, version, versions } = settings.terms;
  const inForce = versions.find((each) => each.version === version)?.terms ?? {};
  const words = [
    `Contract "${contract}" is judged by ${profile}, version ${version} of its terms:`,
    ...Object.entries(inForce).map(([name, value]) => `  ${name}=${value}`),
    'Versions:',
    ...versions.map((each, index) => lineOfVersion(each, differenceOf(each, versions[index - 1]))),
  ].join('\n');
  const json = z.encode(contractSchema.shape.terms, settings.terms);
  return { words, json: { contract, ...json } };
}

async function setTerms(
  ledger: LedgerContext,
  contract: string,
  laid: Partial<Terms>,
): Promise<Told> {
  const outcome = await changeTerms(ledger, contract, laid);
  if (!outcome.ok) {
    const why = `a contract may tighten "${outcome.term}" against its profile, not loosen it.`;
    throw new Refused(`${outcome.code}: ${why}`, outcome.code);
  }
  const { version } = outcome;
  return {
    words: `Contract "${contract}" is judged by version ${version} of its terms from the next check on.`,
    json: { contract, version, terms: laid },
  };
}

export const termsCommand = operatorCommand('terms')
  .description(
    'Tighten terms of a contract, or choose those that are free, from the next check on. Without any: show them, with who set them when.',
  )
  .argument('[name=value...]', 'such as thresholdBps=1500', laidOver)
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .addHelpText(
    'after',
    examples(
      'terms --contract fernhill-talent',
      'terms thresholdBps=1500 --contract fernhill-talent',
      'terms minimumVolume=50 checkHourUtc=6 --contract fernhill-talent',
    ),
  )
  .action(async (laid, options) =>
    operate(options, (ledger) => {
      const { contract } = options;
      const isAsked = laid === undefined || Object.keys(laid).length === 0;
      return isAsked ? showTerms(ledger, contract) : setTerms(ledger, contract, laid);
    }),
  );
