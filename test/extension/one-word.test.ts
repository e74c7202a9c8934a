import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A seat is a licence in Spanish and French: the other words are a vacancy and a head office. */
const OTHER_WORDS = /(?<!\p{L})(puestos?|asientos?|sièges?)(?!\p{L})/giu;

test('a seat has one name in every language', () => {
  const files = globSync(['shared/words/*.ts', 'server/**/*.ts', 'docs/store/*.md'], { cwd: ROOT });
  expect(files.length).toBeGreaterThan(40);
  const found = files.flatMap((file) =>
    [...readFileSync(ROOT + file, 'utf8').matchAll(OTHER_WORDS)].map(
      ([word]) => `${file}: ${word}`,
    ),
  );
  expect(found).toEqual([]);
});
