import type { LedgerContext } from '#server/ledger/ledger.ts';
import { goOn, NEW_ROUND, type Round } from '#server/retention/retain.ts';
import { DAY_MS } from '#shared/policy/instant.ts';

/** Removes what is too old once a day, contract by contract, a few seats at a time. */
export class Keeper {
  readonly #context: Pick<LedgerContext, 'database' | 'now' | 'newId'>;
  readonly #rounds = new Map<string, { day: number; round: Round }>();

  constructor(context: Pick<LedgerContext, 'database' | 'now' | 'newId'>) {
    this.#context = context;
  }

  /** One step of today's round of a contract, or nothing where it is over. */
  async step(contractId: string): Promise<void> {
    const day = Math.floor(this.#context.now() / DAY_MS);
    const before = this.#rounds.get(contractId);
    const round = before?.day === day ? before.round : NEW_ROUND;
    if (round.isOver) return;
    this.#rounds.set(contractId, { day, round: await goOn(this.#context, contractId, round) });
  }
}
