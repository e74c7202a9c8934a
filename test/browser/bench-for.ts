import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { BENCH_SETTINGS, startBench, type Bench, type Faults } from '#test/browser/bench.ts';
import type { StandInOptions } from '#test/recruiter/server.ts';
import type { Settings } from '#test/recruiter/settings.ts';

type Given = Partial<Settings> & Pick<StandInOptions, 'earlierConversations'> & { faults?: Faults };

/**
 * One bench for all tests of a file or of a group: started before the first, closed after the last.
 * Before each of them Recruiter has these settings again, and nothing has been told.
 */
export function benchFor({
  earlierConversations = 0,
  faults = {},
  ...settings
}: Given = {}): Bench {
  let started: Bench | null = null;
  const bench = (): Bench => {
    assert(started !== null, 'A bench is there for tests and their hooks alone.');
    return started;
  };
  test.beforeAll(async () => {
    started = await startBench({ settings: { earlierConversations }, faults });
  });
  test.afterAll(async () => {
    await bench().close();
  });
  test.beforeEach(async () => {
    bench().standIn.set({ ...BENCH_SETTINGS, ...settings });
    await bench().forget();
  });
  return {
    get context() {
      return bench().context;
    },
    get standIn() {
      return bench().standIn;
    },
    page: (path) => bench().page(path),
    store: (state) => bench().store(state),
    spoil: (items) => bench().spoil(items),
    mend: () => bench().mend(),
    told: (type) => bench().told(type),
    forget: () => bench().forget(),
    refuse: (...types) => bench().refuse(...types),
    close: () => bench().close(),
  };
}
