import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Protocol } from '#extension/state/messages.ts';
import type { OwnProtocol } from '#extension/state/own-messages.ts';
import type { TeamCalls } from '#extension/state/team-messages.ts';
import {
  EXTENSION_ID,
  launchExtension,
  tellWorker,
  type Extension,
} from '#test/browser/extension.ts';
import { startStandIn, type StandIn } from '#test/recruiter/server.ts';

// Who may say what to the background worker: everybody says everything, and is told no.
let extension: Extension;
let standIn: StandIn;

const now = Date.now();
const spoken = { language: 'en', timeZone: 'UTC' };
const OF_RECRUITER: Record<keyof Protocol, unknown> = {
  sendObserved: { at: now, mode: 'bulk', surface: 'search', count: 2, memberIds: [] },
  inboxRead: { at: now, cards: [] },
  noticeAcknowledged: { notice: 'warning', at: now },
  surfaceMissed: { surface: 'search', part: 'area', at: now, outline: '' },
  bulkHeld: { id: 'h1', at: now, surface: 'search', recipients: 2 },
  readingWanted: null,
  reportWanted: spoken,
  cardWanted: spoken,
  noticeWanted: spoken,
  recipientsWanted: { language: 'en', memberIds: ['m1', 'm2'], recipients: 2 },
  pageWanted: { page: 'training', index: 0 },
};
const OF_OWN_PAGES: Record<keyof OwnProtocol | keyof TeamCalls, unknown> = {
  connect: 'http://127.0.0.1:9',
  showApproval: null,
  cancelConnect: null,
  approvalExpected: null,
  disconnect: null,
  freshReadingWanted: null,
  ownReportWanted: null,
  ownReviewsWanted: null,
  reviewWanted: 'r',
  review: { review: 'r' },
  askForReview: { id: 'r', reason: 'other', message: 'x' },
  ownSeatWanted: null,
  seats: { limit: 1, after: null, page: 0 },
  trends: { seats: ['s1'] },
  reading: { seat: 's1' },
  series: { seat: 's1', days: 1 },
  history: { seat: 's1' },
  breakdown: { seat: 's1', by: 'template', days: null },
  leaving: { seat: 's1' },
  previewTransfer: { seat: 's1', to: 'Ada' },
  transfer: { seat: 's1', transfer: { id: 't', to: 'Ada', at: '2026-01-01T00:00:00Z' } },
  reviews: null,
  decideReview: { review: 'r', decision: { id: 'd', outcome: 'upheld', reason: 'x' } },
  pilot: null,
  pilotReport: null,
  previewPilot: { wanted: { mode: 'enforce' } },
  setPilot: { wanted: { mode: 'enforce' } },
  seatsCsv: null,
  historyCsv: { seat: 's1' },
};

test.beforeAll(async () => {
  standIn = await startStandIn({ now: Date.now });
  extension = await launchExtension({ args: standIn.chromiumArgs });
});

test.afterAll(async () => {
  await extension.close();
  await standIn.close();
});

async function tellFrom(
  place: { evaluate: (expression: string) => Promise<unknown> },
  expression: string,
): Promise<string> {
  const said = await place.evaluate(
    `Promise.resolve(${expression}).catch((error) => String(error))`,
  );
  return JSON.stringify(said);
}

function messageOf(type: string, data: unknown): string {
  return JSON.stringify({ id: 1, type, data, timestamp: 1 });
}

for (const [type, data] of Object.entries(OF_RECRUITER)) {
  test(`${type} is taken from Recruiter alone`, async () => {
    const own = await extension.open('options.html');
    const said = await tellFrom(own, `chrome.runtime.sendMessage(${messageOf(type, data)})`);
    expect(said).toContain('Only Recruiter tells this.');
    await own.close();
  });
}

test('what pages of the extension ask is not taken from its own script in Recruiter', async () => {
  const recruiter = await extension.context.newPage();
  await recruiter.goto(`${standIn.origin}/talent/home`);
  for (const [type, data] of Object.entries(OF_OWN_PAGES)) {
    const said = JSON.stringify(await tellWorker(recruiter, type, data));
    expect(said, type).toContain('Only a page of the extension asks this.');
  }
  // What is no message at all stops nothing.
  const odd = JSON.stringify(await tellWorker(recruiter, 'sendObserved', { count: 'many' }));
  expect(odd).toContain('err');
  await recruiter.close();
});

test('another extension is not heard', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'good-standing-other-'));
  const manifest = {
    manifest_version: 3,
    name: 'Another',
    version: '1',
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), 'chrome.runtime.onInstalled.addListener(() => {});');
  const browser = extension.context.browser();
  assert(browser !== null);
  const started = extension.context.waitForEvent('serviceworker');
  const protocol = await browser.newBrowserCDPSession();
  await protocol.send('Extensions.loadUnpacked', { path: folder });
  const other = await started;
  for (const [type, data] of Object.entries({ ...OF_RECRUITER, ...OF_OWN_PAGES })) {
    const message = messageOf(type, data);
    const said = await tellFrom(other, `chrome.runtime.sendMessage('${EXTENSION_ID}', ${message})`);
    expect(said, type).toContain('Receiving end does not exist');
    const port = await tellFrom(
      other,
      `new Promise((done) => {
        const port = chrome.runtime.connect('${EXTENSION_ID}');
        port.onDisconnect.addListener(() => done(chrome.runtime.lastError?.message));
        port.postMessage(${message});
      })`,
    );
    expect(port, type).toContain('Receiving end does not exist');
  }
  rmSync(folder, { recursive: true, force: true });
});

test('a page of Recruiter’s own is not heard, by message, event or port', async () => {
  const recruiter = await extension.context.newPage();
  await recruiter.goto(`${standIn.origin}/talent/home`);
  expect(await recruiter.evaluate(() => 'runtime' in (Reflect.get(window, 'chrome') ?? {}))).toBe(
    false,
  );
  await recruiter.close();
});
