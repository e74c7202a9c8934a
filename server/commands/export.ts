import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand, Refused } from '#server/commands/operator.ts';
import { readContract } from '#server/contracts/store.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import type { RawEvent } from '#server/ledger/raw-event.ts';

const LINES_A_WRITE = 1000;

async function writeLines(stream: Writable, events: readonly RawEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += LINES_A_WRITE) {
    const lines = events.slice(from, from + LINES_A_WRITE).map((event) => JSON.stringify(event));
    if (!stream.write(`${lines.join('\n')}\n`)) await once(stream, 'drain');
  }
}

/** Written beside and then moved, so that a file is whole or not there; it names people. */
async function writeFile(path: string, events: readonly RawEvent[]): Promise<void> {
  const partial = `${path}.partial`;
  try {
    const stream = createWriteStream(partial, { mode: 0o600 });
    await once(stream, 'open');
    await writeLines(stream, events);
    stream.end();
    await once(stream, 'close');
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    if (error instanceof Error && 'syscall' in error)
      throw new Refused(error.message, 'file_unwritable');
    throw error;
  }
}

export const exportCommand = operatorCommand('export')
  .description("Write a contract's ledger as NDJSON; it replays to the standings that are held.")
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .option('--out <file>', 'where to (default: standard output)', nonEmpty)
  .addHelpText('after', examples('export --contract fernhill-talent --out fernhill-talent.ndjson'))
  .action(async (options) =>
    operate(options, async ({ database }) => {
      const { contract: id, out } = options;
      const contract = await database.read((reader) => readContract(reader, id));
      if (contract === null) throw new ContractUnknown(`There is no contract "${id}".`);
      const events = await exportLedger(database, id);
      if (out === undefined) await writeLines(process.stdout, events);
      else await writeFile(out, events);
      const json = { contract: id, events: events.length, out: out ?? null };
      if (out !== undefined) return { words: `Wrote ${events.length} events to ${out}.`, json };
      // Standard output is the ledger's alone.
      if (options.json === true) console.error(JSON.stringify(json));
      return null;
    }),
  );
