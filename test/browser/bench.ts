import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { launchChromium, type LaunchOptions } from '#test/browser/chromium.ts';
import { BUILT_FOR_CHROMIUM } from '#test/browser/extension.ts';
import { startStandIn, type StandIn, type StandInOptions } from '#test/recruiter/server.ts';
import { letThrough } from '#extension/state/surfaces-off.ts';
import type { StoredWords } from '#extension/state/stored-words.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { overlayTemplates } from '#shared/words/overlay-words.ts';

/** In the worker's place: keeps what the page's scripts tell, and does nothing of its own. */
const RECORDER = `
const told = [];
let refuses = [];
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  told.push({ type: message.type, data: message.data });
  answer(refuses.includes(message.type) ? { err: { name: 'Error', message: 'refused', stack: '' } } : {});
  return false;
});
globalThis.told = told;
globalThis.refuse = (types) => { refuses = types; };
`;

export type Told = { type: string; data: Record<string, unknown> };

/** The built content scripts in a Chromium, in front of the stand-in, with a worker that records. */
export type Bench = {
  context: BrowserContext;
  standIn: StandIn;
  page(path: string): Promise<Page>;
  /** Stores what the real worker would: reading, gate and connection, for the clock of now. */
  store(state: Stored): Promise<void>;
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
};

function recording(): string {
  const folder = mkdtempSync(join(tmpdir(), 'good-standing-bench-'));
  cpSync(process.env['BUILT_EXTENSION'] ?? BUILT_FOR_CHROMIUM, folder, { recursive: true });
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  assert(typeof manifest === 'object' && manifest !== null && 'background' in manifest);
  writeFileSync(join(folder, 'background.js'), RECORDER);
  const background = { service_worker: 'background.js' };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, background }));
  return folder;
}

/** What the real worker stores for the page's scripts of this very build. */
function wordsOf(extension: string): Record<string, StoredWords> {
  const manifest: unknown = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  assert(typeof manifest === 'object' && manifest !== null && 'version' in manifest);
  const version = String(manifest.version);
  return Object.fromEntries(
    LANGUAGES.map((language) => [
      `words-${language}`,
      { version, templates: overlayTemplates(language) },
    ]),
  );
}

export async function startBench(
  options: LaunchOptions & { settings?: Partial<StandInOptions> } = {},
): Promise<Bench> {
  const { settings = {}, ...launch } = options;
  const standIn = await startStandIn({ now: Date.now, lateMs: [10, 60], ...settings });
  const extension = recording();
  const context = await launchChromium({ ...launch, args: standIn.chromiumArgs, extension });
  const worker: Worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(`chrome.storage.local.set(${JSON.stringify(wordsOf(extension))})`);
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
      const { surfacesOff = [] } = rest;
      const lets = letThrough(surfacesOff);
      const gate =
        reading === null ? null : { gate: reading.gate, contractName, clockOffsetMs, lets };
      const items = {
        reading: reading === null ? null : { reading, isCarriedForward, surfacesOff },
        gate,
        connection,
        clockOffsetMs,
      };
      await worker.evaluate(`chrome.storage.local.set(${JSON.stringify(items)})`);
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
