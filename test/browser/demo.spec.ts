import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

const run = promisify(execFile);
const DEMO = fileURLToPath(new URL('../demo/main.ts', import.meta.url));

test('the demo tells its story by itself, with a line and a picture for each step', async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'good-standing-story-'));
  const { stdout } = await run(process.execPath, [DEMO, '--headless', '--out', folder]);
  const steps = stdout.split('\n').filter((line) => line.startsWith('ok '));
  expect(stdout).not.toContain('FAIL');
  expect(await readdir(folder)).toHaveLength(steps.length);
  for (const [index, name] of (await readdir(folder)).toSorted().entries()) {
    expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(2, '0')}-[a-z-]+\\.png$`));
  }
  expect(steps.length).toBeGreaterThanOrEqual(16);
  await rm(folder, { recursive: true });
});

test('without a display the demo says so, and names what works without one', async () => {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };
  const failed = await run(process.execPath, [DEMO], { env }).catch((error: unknown) => error);
  expect(String(failed)).toContain('--headless');
  expect(failed).toMatchObject({ code: 1 });
});
