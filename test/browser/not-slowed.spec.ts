import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Faults } from '#test/browser/bench.ts';
import { benchFor } from '#test/browser/bench-for.ts';
import { launchChromium } from '#test/browser/chromium.ts';
import { betweenTasks, recordPress, tracedPress } from '#test/browser/press-trace.ts';
import { good, paused } from '#test/browser/readings.ts';
import { middleOf } from '#test/browser/press.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';
import type { Reading } from '#shared/wire/reading.ts';

// Whatever is broken on our side, the page hears a press of Send in a message to one person in the
// same task, by the same events and with the same button as in a browser without us.

/** What is broken of ours, from before the first line of our scripts on. */
const FAULTS: Faults = {
  'every listener of ours throws':
    'Event.prototype.composedPath = () => { throw new Error("broken"); };',
  'storage throws': 'chrome.storage.local.get = () => { throw new Error("broken"); };',
  'storage never answers': 'chrome.storage.local.get = () => new Promise(() => {});',
  'the worker never answers': 'chrome.runtime.sendMessage = () => new Promise(() => {});',
  'telling the worker throws': 'chrome.runtime.sendMessage = () => { throw new Error("broken"); };',
  'the overlay cannot be put in': 'Node.prototype.insertBefore = () => { throw 1; };',
  'the overlay has no place': 'Element.prototype.attachShadow = () => { throw 1; };',
  'nothing can be searched for':
    'Document.prototype.querySelectorAll = Element.prototype.querySelectorAll = () => { throw 1; };',
  'no time can be told': 'Intl.DateTimeFormat = class { constructor() { throw 1; } };',
  'nothing of the page can be told apart': 'Element.prototype.closest = () => { throw 1; };',
};

/** What must not be: each would be told from no extension at all, so the trace shows it. */
const DELAYS: Faults = {
  'Send waits for a promise of ours': `
    addEventListener('click', async (event) => {
      if (!event.isTrusted) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      await null;
      event.target.click();
    }, { capture: true });`,
  'Send waits for what is stored': `
    addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      chrome.storage.local.get('gate').then(() => event.target.click());
    }, { capture: true });`,
  'Send is off until the worker has answered': `
    addEventListener('pointerdown', ({ target }) => {
      const send = target.closest('[data-test-messaging-submit-btn]');
      if (send === null) return;
      send.setAttribute('aria-disabled', 'true');
      chrome.runtime.sendMessage({ type: 'readingWanted' }, () => send.removeAttribute('aria-disabled'));
    }, { capture: true });`,
  'the submit is put off': `
    addEventListener('submit', (event) => {
      if (event.target.dataset.again) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      event.target.dataset.again = 'yes';
      setTimeout(() => event.target.requestSubmit());
    }, { capture: true });`,
};

const bench = benchFor({ lateMs: [0, 5], sendDelayMs: 0, faults: { ...FAULTS, ...DELAYS } });
let bare: BrowserContext;

test.beforeAll(async () => {
  bare = await launchChromium({ args: bench.standIn.chromiumArgs });
});

test.afterAll(async () => {
  await bare.close();
});

const WAYS = {
  'the mouse': async (page: Page, at: RecruiterPage) => {
    await page.mouse.move(...(await middleOf(at.send)));
    await page.mouse.down();
    await betweenTasks(page);
    await page.mouse.up();
  },
  'Ctrl+Enter': async ({ keyboard }: Page, at: RecruiterPage) => {
    await at.editor.focus();
    await keyboard.down('Control');
    await betweenTasks(at.page);
    await keyboard.press('Enter');
    await keyboard.up('Control');
  },
  'Enter on the button': (_: Page, at: RecruiterPage) => at.send.press('Enter'),
} as const;
type Way = keyof typeof WAYS;

type Expected = { without: readonly string[]; fault?: string };

/** How the page hears of a press of Send to one person, up to where that differs from without us. */
async function traceOf(
  context: BrowserContext,
  way: Way,
  { without, fault = '' }: Expected = { without: [] },
): Promise<string[]> {
  const page = await context.newPage();
  const memberId = bench.standIn.people[0]?.memberId;
  const path = `/talent/profile/${memberId}?project=&rightRail=composer`;
  await page.goto(`${bench.standIn.origin}${path}&fault=${encodeURIComponent(fault)}`);
  const at = new RecruiterPage(page);
  await at.editor.fill('Hello');
  await expect(at.send).toBeEnabled();
  // What works of ours is there by now, and stands still.
  if (context !== bare && fault === '') await expect(at.strip).toBeVisible();
  await recordPress(page);
  await WAYS[way](page, at);
  const trace = await tracedPress(page, without);
  await page.close();
  return trace;
}

/** Standing in which nothing and in which bulk is held; the guard judges each press in the second. */
const READINGS: Readonly<Record<string, () => Reading>> = { good, paused };

for (const way of ['the mouse', 'Ctrl+Enter', 'Enter on the button'] as const) {
  test(`by ${way} the page hears the same as without us, whatever is broken`, async () => {
    const without = await traceOf(bare, way);
    expect(without.at(-1)).toContain('the request leaves');
    for (const [standing, reading] of Object.entries(READINGS)) {
      await bench.store({ reading: reading() });
      expect(await traceOf(bench.context, way, { without }), standing).toEqual(without);
    }
    for (const fault of Object.keys(FAULTS)) {
      expect(await traceOf(bench.context, way, { without, fault }), fault).toEqual(without);
    }
  });
}

for (const delay of Object.keys(DELAYS)) {
  test(`it would show if ${delay}`, async () => {
    await bench.store({ reading: paused() });
    const without = await traceOf(bare, 'the mouse');
    const trace = await traceOf(bench.context, 'the mouse', { without, fault: delay });
    expect(trace).not.toEqual(without);
  });
}
