import { expect, test } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { evaluateInContentScript } from '#test/browser/extension.ts';
import { paused, soon } from '#test/browser/readings.ts';
import { press } from '#test/browser/press.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';
import { gateOf } from '#shared/policy/gate.ts';
import { DEFAULT_SETTINGS } from '#test/recruiter/settings.ts';

// Whatever is broken on our side, a message to one person is sent as if we were not there.
const bench = benchFor({ lateMs: [0, 5], sendDelayMs: 0 });
let at: RecruiterPage;

test.beforeEach(async () => {
  await bench.mend();
});

test.afterEach(async () => {
  // Faults of ours may be told to the console, and are no fault of the page.
  await at.page.close();
});

const { contractName } = DEFAULT_SETTINGS;
const gate = gateOf('improvement', 'enforce', soon(3));
const READING = paused();

/** What is stored in the place of what belongs there. */
const SPOILT: Record<string, Record<string, unknown>> = {
  'nothing is stored': { reading: null, gate: null, connection: null },
  'the reading is text': { reading: 'paused' },
  'the reading has no parts': { reading: { reading: {}, surfacesOff: [] } },
  'the reading is of numbers that are none': {
    reading: {
      reading: { ...READING, tally: { accepted: -1, declined: null, pending: 'x', total: 0 } },
      surfacesOff: 7,
    },
  },
  'the gate is text': { gate: 'paused' },
  'the gate has no parts': { gate: { gate: {}, contractName } },
  'the gate names no contract': { gate: { gate, contractName: 7, clockOffsetMs: 0 } },
  'the gate’s clock is none': { gate: { gate, contractName, clockOffsetMs: 'late' } },
  'the gate pauses for ever': {
    gate: { gate: gateOf('improvement', 'enforce', 8.64e15), contractName, clockOffsetMs: 0 },
  },
  'what it lets through is no list': { gate: { gate, contractName, clockOffsetMs: 0, lets: 5 } },
  'the words are none': { 'words-en': { version: '0.1.0', templates: 7 } },
  'the words are empty': { 'words-en': { version: '0.1.0', templates: {} } },
  'the looks are none': { styles: { version: '0.1.0', styles: null } },
};

async function open(): Promise<void> {
  at = await RecruiterPage.openOneToOne(bench);
}

/** By its button and by keys, each heard by the page in the very dispatch in which it was pressed. */
async function expectUntouched(): Promise<void> {
  const before = bench.standIn.sent().length;
  await at.editor.fill('Hello');
  await expect(at.send).toBeEnabled();
  await expect(at.send).not.toHaveAttribute('aria-disabled', 'true');
  await press(at.send);
  await expect.poll(() => bench.standIn.sent().length).toBe(before + 1);
  await at.page.close();
  await open();
  await at.editor.fill('Hello again');
  await at.editor.press('Control+Enter');
  await expect.poll(() => bench.standIn.sent().length).toBe(before + 2);
}

for (const [fault, items] of Object.entries(SPOILT)) {
  test(`when ${fault}, one-to-one is sent as ever`, async () => {
    await bench.store({ reading: READING });
    await bench.spoil(items);
    await open();
    await expectUntouched();
  });
}

test('when the worker does nothing that it is told, one-to-one is sent as ever', async () => {
  await bench.store({ reading: READING });
  await bench.refuse('sendObserved', 'readingWanted', 'surfaceMissed', 'inboxRead');
  await open();
  await expectUntouched();
});

/** Broken in our own world, while the page is open and a paused gate is known. */
const BROKEN: Record<string, string> = {
  'storage throws': 'chrome.storage.local.get = () => { throw new Error("broken"); }',
  'storage never answers': 'chrome.storage.local.get = () => new Promise(() => {})',
  'telling throws': 'chrome.runtime.sendMessage = () => { throw new Error("broken"); }',
  'nothing can be searched for': 'Document.prototype.querySelectorAll = () => { throw 1; }',
  'nothing can be put in': 'Node.prototype.insertBefore = () => { throw 1; }',
  'no time can be told': 'Intl.DateTimeFormat = class { constructor() { throw 1; } }',
};

for (const [fault, script] of Object.entries(BROKEN)) {
  test(`when ${fault}, one-to-one is sent as ever`, async () => {
    await bench.store({ reading: READING });
    await open();
    await expect(at.chipText).toContainText('Bulk paused');
    await expect(at.strip).toBeVisible();
    const where = await at.send.boundingBox();
    await evaluateInContentScript(at.page, `void (${script})`);
    // Told anew, so that it runs into what is broken.
    await bench.store({ reading: { ...READING, asOf: READING.asOf + 1 } });
    await at.page.evaluate(() => document.body.append(document.createElement('p')));
    const before = bench.standIn.sent().length;
    await at.editor.fill('Hello');
    expect(await at.send.boundingBox()).toEqual(where);
    await press(at.send);
    await expect.poll(() => bench.standIn.sent().length).toBe(before + 1);
  });
}
