import type { Locator } from '@playwright/test';
import { press, pressAtMiddle } from '#test/browser/press.ts';
import type { RecruiterPage } from '#test/browser/recruiter-page.ts';

/** One way to press something, as a person or the page's own code would. */
export type Way = (at: RecruiterPage, target: Locator) => Promise<void>;

/** Both at once: a finger that stays until the page has answered presses long, which is no tap. */
async function tap(at: RecruiterPage, target: Locator): Promise<void> {
  const cdp = await at.page.context().newCDPSession(at.page);
  await pressAtMiddle(target, async (x, y) => {
    await Promise.all([
      cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] }),
      cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
    ]);
  });
  await cdp.detach();
}

async function clickAtEdge(at: RecruiterPage, target: Locator): Promise<void> {
  await pressAtMiddle(target, async (x, y) => {
    const box = await target.boundingBox();
    await at.page.mouse.click(x - (box?.width ?? 0) / 2 + 3, y);
  });
}

/** Through a label that stands elsewhere: the browser presses what it is for. */
async function pressLabel(_: RecruiterPage, target: Locator): Promise<void> {
  await target.evaluate((element) => {
    const label = document.createElement('label');
    label.htmlFor = element.id;
    label.textContent = 'Its label';
    label.style.cssText = 'position:fixed;left:8px;bottom:8px;z-index:999';
    (element.closest('dialog') ?? element.ownerDocument.body).append(label);
  });
  const label = target.page().locator('label', { hasText: 'Its label' });
  await press(label);
  await label.evaluate((element) => {
    element.remove();
  });
}

type Chord = { modifiers: number; key: string; code: string; keyCode: number; text: string };

/** A key with another held down, with the text that a keyboard gives along and Playwright does not. */
async function chord(at: RecruiterPage, { keyCode, text, ...keys }: Chord): Promise<void> {
  const cdp = await at.page.context().newCDPSession(at.page);
  const key = { ...keys, windowsVirtualKeyCode: keyCode };
  const given = { text, unmodifiedText: text };
  await cdp.send('Input.dispatchKeyEvent', { ...key, ...given, type: 'keyDown' });
  await cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' });
  await cdp.detach();
}

async function pressAccessKey(at: RecruiterPage, target: Locator): Promise<void> {
  await target.evaluate((element: HTMLElement) => {
    element.accessKey = 'y';
  });
  await chord(at, { modifiers: 1, key: 'y', code: 'KeyY', keyCode: 89, text: 'y' });
}

async function pressCtrlEnter(at: RecruiterPage, target: Locator): Promise<void> {
  await target.focus();
  await chord(at, { modifiers: 2, key: 'Enter', code: 'Enter', keyCode: 13, text: '\r' });
}

function byScript(press: (element: HTMLElement) => void): Way {
  return (_, target) => target.evaluate(press);
}

/** What the page replaced a moment ago is in no document, and its events reach nobody: the next is pressed. */
async function clickByScript(_: RecruiterPage, target: Locator): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const isDone = await target.evaluate((element: HTMLElement) => {
      if (!element.isConnected) return false;
      element.click();
      return true;
    });
    if (isDone) return;
  }
  throw new Error('It was replaced whenever it was to be pressed.');
}

const BY_HAND: Record<string, Way> = {
  'the mouse': (_, target) => press(target),
  'the mouse, at its edge': clickAtEdge,
  'a finger': tap,
  Enter: (_, target) => target.press('Enter'),
  Space: (_, target) => target.press('Space'),
  'its access key': pressAccessKey,
  'a label': pressLabel,
};

const BY_CODE: Record<string, Way> = {
  'click() of the page': clickByScript,
  'a click event of the page': byScript((element) => {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  }),
  'a click event that does not bubble': byScript((element) => {
    element.dispatchEvent(new MouseEvent('click', { cancelable: true }));
  }),
};

/** What presses a control that opens a composer. */
export const CONTROL_WAYS: Record<string, Way> = {
  ...BY_HAND,
  'a double click': (_, target) => press(target, { clickCount: 2 }),
  'Ctrl+Enter': pressCtrlEnter,
  ...BY_CODE,
};

/** What presses the Send of any form. */
export const SEND_WAYS: Record<string, Way> = {
  ...BY_HAND,
  ...BY_CODE,
  'requestSubmit() of the page': byScript((element) => {
    element.closest('form')?.requestSubmit();
  }),
  'requestSubmit() with the button': byScript((element) => {
    element.closest('form')?.requestSubmit(element);
  }),
};

/** What presses the Send of today's composer beside that. */
export const COMPOSER_WAYS: Record<string, Way> = {
  'Enter in the subject': (at) => at.subject.press('Enter'),
  'Ctrl+Enter in the text': (at) => at.editor.press('Control+Enter'),
  'Cmd+Enter in the text': (at) => at.editor.press('Meta+Enter'),
};
