import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Ran = { status: number | null; stdout: string; stderr: string };

type Place = {
  env?: NodeJS.ProcessEnv;
  /** Where relative paths begin. */
  cwd?: string;
  /** As whom; only root may choose. */
  user?: { uid: number; gid: number };
};

/** Node itself, on one of the server's entrances. */
export function start(script: string, args: readonly string[], place: Place = {}) {
  return spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: place.cwd ?? ROOT,
    env: { ...process.env, NO_COLOR: '1', ...place.env },
    ...place.user,
  });
}

export function run(
  script: string,
  args: readonly string[],
  { input = '', ...place }: Place & { input?: string } = {},
): Promise<Ran> {
  const child = start(script, args, place);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
