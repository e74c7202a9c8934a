import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerLines, ledgerOptions, ledgerRun, textOf } from '#test/policy/ledger-arbitrary.ts';
import { naiveReplay } from '#test/policy/naive-replay.ts';
import { policyReplay } from '#test/policy/policy-replay.ts';

/** Two readings of one page, on ledgers nobody thought of. */

const JUNK = [
  '',
  'x',
  null,
  0,
  true,
  {},
  [],
  '2026-02-30T00:00:00Z',
  '2026-01-09T00:00Z',
  'improvement',
] as const;

/** One field of one line, taken out or made into something else: mostly a malformed line. */
const damage = fc.record({
  line: fc.nat(),
  field: fc.nat(),
  becomes: fc.option(fc.constantFrom(...JUNK), { nil: undefined }),
});

describe('the policy and the slow model', () => {
  it('print the same, and refuse the same lines', () => {
    const sweeps = fc.constantFrom(1, 3, 10, 50_000);
    fc.assert(
      fc.property(ledgerRun, sweeps, fc.boolean(), ({ text, options }, every, standings) => {
        const asked = { ...options, standings };
        // How soon the fold lets go of what no window can reach may never show (replay/lets-go).
        const printed = policyReplay(text, { ...asked, sweepEveryEvents: every });
        expect(printed).toEqual(naiveReplay(text, asked));
      }),
      { numRuns: 300 },
    );
  });

  it('find the same line malformed', () => {
    fc.assert(
      fc.property(
        ledgerLines,
        ledgerOptions,
        damage,
        (lines, options, { line, field, becomes }) => {
          fc.pre(lines.length > 0);
          const broken = { ...lines[line % lines.length] };
          const names = Object.keys(broken);
          const name = names[field % Math.max(1, names.length)] ?? '';
          if (becomes === undefined) delete broken[name];
          else broken[name] = becomes;
          const text = textOf(lines.with(line % lines.length, broken));
          expect(policyReplay(text, options)).toEqual(naiveReplay(text, options));
        },
      ),
      { numRuns: 200 },
    );
  });
});
