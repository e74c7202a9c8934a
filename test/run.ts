import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

/** One thing that is checked. A runner of tests counts its own; any other step counts as one. */
type Step = {
  name: string;
  run: string[];
  when: readonly Stage[];
  report?: { file: string; read: (json: unknown) => Count };
  /** Says of what it wrote why it could not be done here; null where it was done. */
  whyNotRun?: (output: string) => string | null;
};
type Count = { passed: number; failed: number };
type Stage = 'quick' | 'full';
type Result = Count & { step: Step; output: string; seconds: number; ok: boolean };

/** npm is no package of ours: it is the one that runs this, or the one on the path. */
const NPM = process.env['npm_execpath'];
const npm = (...args: string[]): string[] =>
  NPM === undefined ? ['npm', ...args] : [process.execPath, NPM, ...args];

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORTS = 'test-results';
const PROJECTS = ['shared/policy', 'shared/words', 'shared/wire', 'server', 'extension', 'test'];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function numberAt(json: unknown, key: string): number {
  const value = isRecord(json) ? json[key] : undefined;
  return typeof value === 'number' ? value : 0;
}

function readVitest(json: unknown): Count {
  return { passed: numberAt(json, 'numPassedTests'), failed: numberAt(json, 'numFailedTests') };
}

function readPlaywright(json: unknown): Count {
  const stats = isRecord(json) ? json['stats'] : undefined;
  const failed = numberAt(stats, 'unexpected') + numberAt(stats, 'skipped');
  return { passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'), failed };
}

/** npm's report where the registry gave one; what it says otherwise is why there is none. */
function whyNoAudit(output: string): string | null {
  try {
    const report: unknown = JSON.parse(
      output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1),
    );
    if (isRecord(report) && 'auditReportVersion' in report) return null;
    const message = isRecord(report) ? report['message'] : undefined;
    return typeof message === 'string' ? message : 'npm gave no report';
  } catch {
    return 'npm gave no report';
  }
}

const STEPS: Step[] = [
  { name: 'format', run: ['oxfmt', '--check', '.'], when: ['quick', 'full'] },
  { name: 'lint', run: ['oxlint', '--type-aware', '.'], when: ['quick', 'full'] },
  ...PROJECTS.map((project): Step => ({
    name: `types of ${project}`,
    run: ['tsc', '-p', project],
    when: ['quick', 'full'],
  })),
  { name: 'dead code', run: ['knip', '--no-progress'], when: ['quick', 'full'] },
  {
    name: 'unit and server tests',
    run: [
      'vitest',
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORTS}/vitest.json`,
    ],
    when: ['quick', 'full'],
    report: { file: `${REPORTS}/vitest.json`, read: readVitest },
  },
  {
    // What the server and the extension are made of; the tools that make them are not shipped.
    name: 'npm audit',
    run: npm('audit', '--json', '--omit=dev', '--audit-level=moderate'),
    when: ['full'],
    whyNotRun: whyNoAudit,
  },
  { name: 'Chromium extension', run: ['wxt', 'build'], when: ['full'] },
  { name: 'Firefox extension', run: ['wxt', 'build', '-b', 'firefox'], when: ['full'] },
  {
    name: 'browser tests',
    run: ['playwright', 'test', '--config', 'test/playwright.config.ts'],
    when: ['full'],
    report: { file: `${REPORTS}/playwright.json`, read: readPlaywright },
  },
];

function runCommand(command: string[]): Promise<{ output: string; ok: boolean }> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, shell: process.platform === 'win32' });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ output: error.message, ok: false }));
    child.on('close', (code) =>
      resolve({ output: Buffer.concat(chunks).toString('utf8'), ok: code === 0 }),
    );
  });
}

function countOf(step: Step, ok: boolean): Count {
  if (step.report === undefined) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const count = step.report.read(
      JSON.parse(readFileSync(new URL(`../${step.report.file}`, import.meta.url), 'utf8')),
    );
    // A runner that failed otherwise than by a test, or found none, has failed.
    const isSilentFault = count.failed === 0 && (!ok || count.passed === 0);
    return isSilentFault ? { ...count, failed: 1 } : count;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function runStep(step: Step): Promise<Result> {
  const startedAt = performance.now();
  const isTerminal = process.stdout.isTTY;
  if (isTerminal) process.stdout.write(`  ... ${step.name}`);
  const { output, ok } = await runCommand(step.run);
  const seconds = (performance.now() - startedAt) / 1000;
  if (isTerminal) process.stdout.write('\r\u001b[2K');
  const whyNot = step.whyNotRun?.(output) ?? null;
  if (whyNot !== null) {
    console.log(`--   ${step.name}: not run (${whyNot})`);
    return { passed: 0, failed: 0, step, output, seconds, ok: true };
  }
  const count = countOf(step, ok);
  const mark = count.failed === 0 ? 'ok  ' : 'FAIL';
  const tests =
    step.report === undefined ? '' : ` (${count.passed} passed, ${count.failed} failed)`;
  console.log(`${mark} ${step.name}${tests}, ${seconds.toFixed(1)} s`);
  if (count.failed > 0) console.log(`${output}\n`);
  return { ...count, step, output, seconds, ok };
}

async function main(): Promise<void> {
  const stage: Stage = process.argv.includes('--quick') ? 'quick' : 'full';
  rmSync(`${ROOT}/${REPORTS}`, { recursive: true, force: true });
  mkdirSync(`${ROOT}/${REPORTS}`, { recursive: true });
  console.log(`${cpus().length} cores, Node ${process.version}`);
  const results: Result[] = [];
  for (const step of STEPS) if (step.when.includes(stage)) results.push(await runStep(step));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
