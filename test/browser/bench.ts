import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { launchChromium, type LaunchOptions } from '#test/browser/chromium.ts';
import { BUILT_FOR_CHROMIUM } from '#test/browser/extension.ts';
import { startStandIn, type StandIn, type StandInOptions } from '#test/recruiter/server.ts';
import { DEFAULT_SETTINGS, type Settings } from '#test/recruiter/settings.ts';
import { letThrough } from '#extension/state/surfaces-off.ts';
import type { StoredReport } from '#extension/state/stored-report.ts';
import {
  answerCard,
  answerNotice,
  answerRecipients,
  answerReport,
} from '#extension/features/answers.ts';
import type { Spoken } from '#extension/state/messages.ts';
import { suppliesOf } from '#extension/state/stored-supplies.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { LANGUAGES } from '#shared/words/language.ts';

/** In the worker's place: keeps what the page's scripts tell, and answers what it was given. */
const RECORDER = `
const told = [];
let refuses = [];
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  told.push({ type: message.type, data: message.data });
  const answers = globalThis.answers?.[message.type];
  if (answers !== undefined) answer({ res: answers[message.data.language] });
  else answer(refuses.includes(message.type) ? { err: { name: 'Error', message: 'refused', stack: '' } } : {});
  return false;
});
globalThis.told = told;
globalThis.refuse = (types) => { refuses = types; };
`;

/** Parts of a page come late, and soon. */
export const BENCH_SETTINGS: Settings = { ...DEFAULT_SETTINGS, lateMs: [10, 60] };

export type Told = { type: string; data: Record<string, unknown> };

/** The built content scripts in a Chromium, in front of the stand-in, with a worker that records. */
export type Bench = {
  context: BrowserContext;
  standIn: StandIn;
  page(path: string): Promise<Page>;
  /** Stores what the real worker would: reading, gate and connection, for the clock of now. */
  store(state: Stored): Promise<void>;
  /** Stores anything at all beside it, as a fault of ours might. */
  spoil(items: Readonly<Record<string, unknown>>): Promise<void>;
  /** What the worker stores for the page's scripts is as it was. */
  mend(): Promise<void>;
  told(type: string): Promise<Told['data'][]>;
  forget(): Promise<void>;
  refuse(...types: string[]): Promise<void>;
  close(): Promise<void>;
};

export type Stored = {
  reading: Reading | null;
  connection?: 'not_connected' | 'live' | 'offline' | 'signed_out';
  isCarriedForward?: boolean;
  contractName?: string;
  clockOffsetMs?: number;
  /** Surfaces that are switched off for this version. */
  surfacesOff?: readonly string[];
  report?: StoredReport;
  /** How many of so many recipients had an InMail lately. Default: none. */
  lately?: { recipients: number; messaged: number };
};

/** Scripts by name, run in the world of our own scripts and before them. */
export type Faults = Readonly<Record<string, string>>;

/** Breaks something before our first line runs: what the address asks for as `?fault=`. */
function breaking(faults: Faults): string {
  const cases = Object.entries(faults).map(([name, script]) => {
    return `case ${JSON.stringify(name)}: { ${script} break; }`;
  });
  return `switch (new URLSearchParams(location.search).get('fault')) { ${cases.join('\n')} }\n`;
}

function recording(faults: Faults): string {
  const folder = mkdtempSync(join(tmpdir(), 'good-standing-bench-'));
  cpSync(process.env['BUILT_EXTENSION'] ?? BUILT_FOR_CHROMIUM, folder, { recursive: true });
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  assert(typeof manifest === 'object' && manifest !== null && 'background' in manifest);
  writeFileSync(join(folder, 'background.js'), RECORDER);
  const first = join(folder, 'content-scripts/guard.js');
  writeFileSync(first, breaking(faults) + readFileSync(first, 'utf8'));
  const background = { service_worker: 'background.js' };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, background }));
  return folder;
}

const UI = new URL('../../extension/ui/', import.meta.url);

/** A style sheet with what it imports. */
function cssOf(file: string): string {
  const css = readFileSync(new URL(file, UI), 'utf8');
  return css.replaceAll(/@import '\.\/(.+?)';/g, (_, imported: string) => cssOf(imported));
}

/** What the real worker stores for the page's scripts of this very build. */
function storedFor(extension: string): unknown {
  const manifest: unknown = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  assert(typeof manifest === 'object' && manifest !== null && 'version' in manifest);
  const sheet = (...files: string[]) => ['base.css', ...files].map(cssOf).join('');
  return suppliesOf(String(manifest.version), {
    chip: sheet('card.css', 'chip.css'),
    'must-read': sheet('must-read.css'),
    strip: sheet('strip.css'),
    held: sheet('held-note.css'),
    tip: sheet('held-tip.css'),
    report: sheet('report-panel.css'),
  });
}

export async function startBench(
  options: LaunchOptions & { settings?: Partial<StandInOptions>; faults?: Faults } = {},
): Promise<Bench> {
  const { settings = {}, faults = {}, ...launch } = options;
  const standIn = await startStandIn({ now: Date.now, ...BENCH_SETTINGS, ...settings });
  const extension = recording(faults);
  const context = await launchChromium({ ...launch, args: standIn.chromiumArgs, extension });
  const worker: Worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(`chrome.storage.local.set(${JSON.stringify(storedFor(extension))})`);
  return {
    context,
    standIn,
    async page(path) {
      const page = await context.newPage();
      await page.goto(standIn.origin + path);
      return page;
    },
    async store({ reading, connection = 'live', isCarriedForward = false, ...rest }) {
      const { contractName = reading?.contract.name ?? '', clockOffsetMs = 0 } = rest;
      const { surfacesOff = [], report = null, lately = { recipients: 2, messaged: 0 } } = rest;
      const lets = letThrough(surfacesOff);
      const gate =
        reading === null ? null : { gate: reading.gate, contractName, clockOffsetMs, lets };
      const items = {
        reading: reading === null ? null : { reading, isCarriedForward, surfacesOff },
        gate,
        connection,
        clockOffsetMs,
        report,
      };
      const known = { stored: items.reading, connection, now: Date.now() + clockOffsetMs };
      const spoken = LANGUAGES.map((language) => ({ language, timeZone: 'UTC' }));
      const inAll = (answer: (one: Spoken) => unknown) =>
        Object.fromEntries(spoken.map((one) => [one.language, answer(one)]));
      const answers = {
        reportWanted: inAll((one) => answerReport(one, known, report)),
        cardWanted: inAll((one) => answerCard(one, known)),
        noticeWanted: inAll((one) => answerNotice(one, known)),
        recipientsWanted: inAll((one) =>
          answerRecipients({ ...lately, ...one, memberIds: [] }, { ...lately, windowDays: 14 }),
        ),
      };
      await worker.evaluate(`void (globalThis.answers = ${JSON.stringify(answers)})`);
      await worker.evaluate(`chrome.storage.local.set(${JSON.stringify(items)})`);
    },
    async spoil(items) {
      await worker.evaluate(`chrome.storage.local.set(${JSON.stringify(items)})`);
    },
    async mend() {
      await worker.evaluate(`chrome.storage.local.set(${JSON.stringify(storedFor(extension))})`);
    },
    async told(type) {
      const all = await worker.evaluate<Told[]>('told');
      return all.filter((one) => one.type === type).map(({ data }) => data);
    },
    async forget() {
      await worker.evaluate('void (told.length = 0); refuse([])');
    },
    async refuse(...types) {
      await worker.evaluate(`refuse(${JSON.stringify(types)})`);
    },
    async close() {
      await context.close();
      await standIn.close();
      rmSync(extension, { recursive: true, force: true });
    },
  };
}
