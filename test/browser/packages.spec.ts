import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = `${ROOT}/dist/extension`;

const message = z.object({ code: z.string(), message: z.string() });
const lintSchema = z.object({ errors: z.array(message), warnings: z.array(message) });

// Whole builds take longer than a page does.
test.describe.configure({ timeout: 240_000 });

/** The first column of a table of the docs. */
function listed(document: string, head: string): string[] {
  const text = readFileSync(`${ROOT}/docs/${document}`, 'utf8');
  const [, after = ''] = text.split(`| ${head} |`);
  const [table = ''] = after.split('\n\n');
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
}

test('Firefox’s linter finds no errors, and each of its warnings is explained', () => {
  const { stdout } = spawnSync(
    process.execPath,
    [
      `${ROOT}/node_modules/web-ext/bin/web-ext.js`,
      'lint',
      '--source-dir',
      `${BUILT}/firefox-mv3`,
      '--output',
      'json',
    ],
    { encoding: 'utf8' },
  );
  const { errors, warnings } = lintSchema.parse(JSON.parse(stdout));
  expect(errors).toEqual([]);
  const codes = [...new Set(warnings.map(({ code }) => code))].sort();
  expect(codes).toEqual(listed('packages.md', 'warning').sort());
});

test('a package for each store, and sources that hold nothing of the server', () => {
  execFileSync(process.execPath, [`${ROOT}/setup.mjs`, 'zip'], { cwd: ROOT, stdio: 'pipe' });
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')));
  const made = readdirSync(BUILT).filter((name) => name.endsWith('.zip'));
  expect(made.sort()).toEqual(
    ['chrome', 'edge', 'firefox', 'sources'].map((of) => `good-standing-${version}-${of}.zip`),
  );
  // A zip names what it holds in the clear.
  const sources = readFileSync(`${BUILT}/good-standing-${version}-sources.zip`, 'latin1');
  expect(sources).toContain('extension/entrypoints/background.ts');
  expect(sources).toContain('package-lock.json');
  expect(sources).not.toContain('server/main.ts');
  expect(sources).not.toContain('test/run.ts');
});
