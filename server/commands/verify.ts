import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand } from '#server/commands/operator.ts';
import { listContracts } from '#server/contracts/store.ts';
import type { Database } from '#server/db/database.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { Progress } from '#server/commands/progress.ts';
import { listSeatIds } from '#server/standing/history-store.ts';
import { verifyContract, type Verified } from '#server/standing/verify.ts';

function inWords(contract: string, verified: Verified): string {
  if (verified.ok) {
    const { events, changes, seats } = verified;
    return `Contract "${contract}": ${seats} seats and ${changes} changes are what ${events} events replay to.`;
  }
  if (verified.code === 'check_due') {
    return `Contract "${contract}": a check is due that no server has made yet. Start the server, or try again.`;
  }
  const { seat, what, database, replayed } = verified.difference;
  return [
    `Contract "${contract}": seat "${seat}" differs, ${what}.`,
    `  in the database: ${JSON.stringify(database)}`,
    `  replayed:        ${JSON.stringify(replayed)}`,
  ].join('\n');
}

async function verifyShown(database: Database, contract: string): Promise<Verified> {
  const seats = await database.read((reader) => listSeatIds(reader, contract));
  const say = (done: number) => `${done} of ${seats.length} seats`;
  const progress = new Progress(process.stderr, seats.length, Date.now, say);
  try {
    return await verifyContract(database, contract, (done) => progress.update(done));
  } finally {
    progress.clear();
  }
}

export const verifyCommand = operatorCommand('verify')
  .description(
    'Replay the ledger and compare: every change of standing, and how each seat stands. Nothing is changed; a server may run meanwhile. Ends with 1 at a difference, and names the first.',
  )
  .option('--contract <id>', 'this contract alone (default: all of them)', nonEmpty)
  .addHelpText('after', examples('verify', 'verify --contract fernhill-talent --json'))
  .action(async (options) =>
    operate(
      options,
      async ({ database }) => {
        const all = await database.read(listContracts);
        const named = all.filter(({ id }) => (options.contract ?? id) === id);
        if (named.length === 0 && options.contract !== undefined) {
          throw new ContractUnknown(options.contract);
        }
        const outcomes: { contract: string; verified: Verified }[] = [];
        for (const { id } of named) {
          outcomes.push({ contract: id, verified: await verifyShown(database, id) });
        }
        const isOk = outcomes.every(({ verified }) => verified.ok);
        if (!isOk) process.exitCode = 1;
        const words = outcomes.map(({ contract, verified }) => inWords(contract, verified));
        return {
          words: words.length === 0 ? 'The database holds no contract.' : words.join('\n'),
          json: {
            ok: isOk,
            contracts: outcomes.map(({ contract, verified }) => ({ contract, ...verified })),
          },
        };
      },
      { isThere: true },
    ),
  );
