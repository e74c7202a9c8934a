import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand, Refused } from '#server/commands/operator.ts';
import { readContract } from '#server/contracts/store.ts';
import { streamLedger } from '#server/ledger/export.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import type { RawEvent } from '#server/ledger/raw-event.ts';

const LINES_A_WRITE = 1000;

/** @returns how many. */
async function writeLines(stream: Writable, ledger: AsyncIterable<RawEvent[]>): Promise<number> {
  let count = 0;
  let lines: string[] = [];
  const write = async () => {
    if (lines.length > 0 && !stream.write(`${lines.join('\n')}\n`)) await once(stream, 'drain');
    lines = [];
  };
  for await (const events of ledger) {
    for (const event of events) lines.push(JSON.stringify(event));
    count += events.length;
    if (lines.length >= LINES_A_WRITE) await write();
  }
  await write();
  return count;
}

/** Written beside and then moved, so that a file is whole or not there; it names people. */
async function writeFile(path: string, ledger: AsyncIterable<RawEvent[]>): Promise<number> {
  const partial = `${path}.partial`;
  try {
    const stream = createWriteStream(partial, { mode: 0o600 });
    await once(stream, 'open');
    const count = await writeLines(stream, ledger);
    stream.end();
    await once(stream, 'close');
    renameSync(partial, path);
    return count;
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
      if (contract === null) throw new ContractUnknown(id);
      const ledger = streamLedger(database, id);
      const events = await (out === undefined
        ? writeLines(process.stdout, ledger)
        : writeFile(out, ledger));
      const json = { contract: id, events, out: out ?? null };
      if (out !== undefined) return { words: `Wrote ${events} events to ${out}.`, json };
      // Standard output is the ledger's alone.
      if (options.json === true) console.error(JSON.stringify(json));
      return null;
    }),
  );
