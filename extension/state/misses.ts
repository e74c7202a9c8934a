import type { Ports } from '#extension/state/ports.ts';
import type { SurfaceMiss } from '#extension/state/messages.ts';
import { accountOf } from '#extension/state/credentials.ts';
import { createTurns } from '#extension/state/in-turn.ts';
import { missSchema } from '#extension/state/message-schemas.ts';
import { formatInstant, DAY_MS, type Instant } from '#shared/policy/instant.ts';
import { MAX_MISSES_A_REPORT } from '#shared/wire/surface-reports.ts';

/** A part of Recruiter's page that could not be read: first at `since`, last at `at`. */
export type KeptMiss = SurfaceMiss & {
  times: number;
  since: Instant;
  /** When the server was last told; null where it was not. */
  toldAt: Instant | null;
};

/** The list with one more miss: newest first, one line for each part of each surface. */
export function withMiss(kept: readonly KeptMiss[], miss: SurfaceMiss): KeptMiss[] {
  const isSame = (one: KeptMiss): boolean => one.surface === miss.surface && one.part === miss.part;
  const before = kept.find(isSame);
  const { times = 0, since = miss.at, toldAt = null } = before ?? {};
  const now = { ...miss, times: times + 1, since, toldAt };
  return [now, ...kept.filter((one) => !isSame(one))].slice(0, MAX_MISSES_A_REPORT);
}

function isUntold({ at, toldAt }: KeptMiss): boolean {
  return toldAt === null || at - toldAt >= DAY_MS;
}

export type Misses = {
  /** @throws what the schema says of a message that is not one of ours. */
  keep(raw: unknown): Promise<void>;
  /** Tells the server of each part once a day; what does not arrive is told the next time. */
  report(): Promise<void>;
};

export function createMisses(ports: Ports): Misses {
  // In turn, as what is told must not be written over by what is missed meanwhile.
  const inTurn = createTurns();
  const { misses } = ports.stored;
  return {
    async keep(raw) {
      const miss = missSchema.parse(raw);
      await inTurn(async () => misses.setValue(withMiss(await misses.getValue(), miss)));
    },
    report: () =>
      inTurn(async () => {
        const kept = await misses.getValue();
        const untold = kept.filter(isUntold);
        const credentials = await ports.vault.read();
        if (untold.length === 0 || credentials === null) return;
        if (credentials.identity.seat === null) return;
        const told = await ports.api.reportSurfaces(credentials, {
          extensionVersion: ports.version,
          misses: untold.map(({ surface, part, at, outline }) => {
            return { surface, part, at: formatInstant(at), outline };
          }),
        });
        const after = await ports.vault.read();
        if (after === null || accountOf(after) !== accountOf(credentials)) return;
        // A server that does not know such reports is not asked again today.
        const isDone = told.ok || told.fault.code === 'refused';
        if (!isDone) return;
        const toldAt = (miss: KeptMiss) => (untold.includes(miss) ? miss.at : miss.toldAt);
        await misses.setValue(kept.map((miss) => ({ ...miss, toldAt: toldAt(miss) })));
      }),
  };
}
