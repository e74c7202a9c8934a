import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SURFACES } from '#extension/surfaces/list.ts';
import { VARIANTS } from '#test/recruiter/variants.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = readFileSync(`${ROOT}docs/surfaces.md`, 'utf8');

/** A table's rows: of what, and which test of which file proves it. */
function rowsOf(page: string): { of: string; file: string; title: string }[] {
  return page.split('\n').flatMap((line) => {
    const [, of = '', , , proof = ''] = line.split('|').map((cell) => cell.trim());
    const named = /^`(.+?)` “(.+)”$/.exec(proof);
    return named === null ? [] : [{ of, file: named[1] ?? '', title: named[2] ?? '' }];
  });
}

const ROWS = rowsOf(PAGE);

/** A title as it is written down may have places that a loop fills: what stands around them. */
function titlesIn(file: string): string[][] {
  const source = readFileSync(ROOT + file, 'utf8');
  return [...source.matchAll(/\btest\(\s*(['`])((?:(?!\1).|\n)+)\1/g)].map(([, , title = '']) =>
    title.split(/\$\{[^}]*\}/),
  );
}

function isFilled(parts: readonly string[], title: string): boolean {
  const [first = '', ...rest] = parts;
  if (!title.startsWith(first) || !title.endsWith(rest.at(-1) ?? first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = title.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return rest.length > 0 || title === first;
}

function expectTests(rows: typeof ROWS): void {
  for (const { file, title } of rows) {
    expect(existsSync(ROOT + file), file).toBe(true);
    const isThere = titlesIn(file).some((parts) => isFilled(parts, title));
    expect(isThere, `${file} has a test “${title}”`).toBe(true);
  }
}

test('each surface is in the table, and each row names a test that there is', () => {
  const told = new Set(ROWS.map(({ of }) => of.split(',')[0]));
  for (const { name } of SURFACES) expect(told, name).toContain(name);
  expectTests(ROWS);
});

test('so is each variant of the stand-in in its own', () => {
  const rows = rowsOf(readFileSync(`${ROOT}docs/stand-in.md`, 'utf8'));
  expect(new Set(rows.map(({ of }) => of.replaceAll('`', '')))).toEqual(
    new Set(Object.keys(VARIANTS)),
  );
  expectTests(rows);
});

test('every file of tests that the page names is there', () => {
  const files = [...PAGE.matchAll(/`(test\/[\w./-]+\.(?:spec|test)\.ts)`/g)].map(
    ([, file]) => file,
  );
  expect(files.length).toBeGreaterThan(ROWS.length);
  for (const file of files) expect(existsSync(ROOT + (file ?? '')), file).toBe(true);
});
