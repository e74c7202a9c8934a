import { describe, expect, test } from 'vitest';
import { isAllowedBy, managedOf, NOTHING_MANAGED } from '#extension/state/managed-values.ts';
import { SAMPLE_CREDENTIALS } from '#test/extension/sample-credentials.ts';

describe('what an organisation sets', () => {
  test('is read as a server’s origin and a contract’s name', () => {
    expect(
      managedOf({ server: 'https://Standing.example/', contract: ' Larkfield  Staffing ' }),
    ).toEqual({ server: 'https://standing.example', contract: 'Larkfield Staffing', faults: [] });
  });

  test('may be one of them, or nothing, or left empty', () => {
    expect(managedOf({})).toEqual(NOTHING_MANAGED);
    expect(managedOf({ server: '', contract: null })).toEqual(NOTHING_MANAGED);
    expect(managedOf({ contract: 'X' })).toEqual({ server: null, contract: 'X', faults: [] });
  });

  test.each([
    [{ server: 'http://standing.example' }, ['server']],
    [{ server: 'javascript:alert(1)' }, ['server']],
    [{ server: ['https://standing.example'] }, ['server']],
    [{ server: 7, contract: { name: 'X' } }, ['server', 'contract']],
    [{ contract: '\u202E \u200B' }, ['contract']],
  ] as const)('%j is said to be of no use, and nothing is made of it', (raw, faults) => {
    expect(managedOf(raw)).toEqual({ ...NOTHING_MANAGED, faults });
  });

  test('what else stands there changes nothing', () => {
    expect(managedOf({ token: 'x', server: 'standing.example' })).toEqual({
      ...NOTHING_MANAGED,
      server: 'https://standing.example',
    });
  });

  test('allows a connection to what it names, however the name is spaced, and to no other', () => {
    const allows = (raw: Record<string, unknown>): boolean =>
      isAllowedBy(managedOf(raw), SAMPLE_CREDENTIALS);
    expect(allows({})).toBe(true);
    expect(allows({ server: 'https://standing.example', contract: 'Larkfield\tStaffing' })).toBe(
      true,
    );
    expect(allows({ server: 'https://standing.example:8443' })).toBe(false);
    expect(allows({ contract: 'Larkfield' })).toBe(false);
  });
});
