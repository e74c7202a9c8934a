import assert from 'node:assert/strict';
import { get } from 'node:https';
import type { Page } from '@playwright/test';
import type { Bench } from '#test/browser/bench.ts';

/**
 * Recruiter with a script of the page's own in its head, before anything else of it: as early as a
 * page can be. The stand-in's content security policy is left out, so that nothing is in its way.
 */
export async function openHostile(
  bench: Pick<Bench, 'context' | 'standIn'>,
  path: string,
  ...scripts: (() => void)[]
): Promise<Page> {
  const script = scripts.map((each) => `(${each.toString()})();`).join('\n');
  const page = await bench.context.newPage();
  await page.route(`${bench.standIn.origin}/**`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const shell = await documentAt(bench, new URL(route.request().url()));
    const body = shell.replace('<head>', `<head><script>${script}</script>`);
    await route.fulfill({ contentType: 'text/html', body });
  });
  await page.goto(bench.standIn.origin + path);
  return page;
}

/** The document as the stand-in has it, whose host only the browser under test knows. */
async function documentAt(
  bench: Pick<Bench, 'standIn'>,
  { pathname, search }: URL,
): Promise<string> {
  const address = { host: '127.0.0.1', port: bench.standIn.port, path: pathname + search };
  return new Promise((resolve, reject) => {
    const asked = get({ ...address, rejectUnauthorized: false }, (answer) => {
      answer
        .setEncoding('utf8')
        .toArray()
        .then((parts) => resolve(parts.join('')), reject);
    });
    asked.on('error', reject);
  });
}

/** Has the page say which presses of the bulk control reach it, whatever becomes of its prototypes. */
export function hearPresses(): void {
  // As they are now: an attack replaces them later.
  const target: unknown = Reflect.get(
    Object.getOwnPropertyDescriptor(Event.prototype, 'target') ?? {},
    'get',
  );
  const closest: unknown = Reflect.get(Element.prototype, 'closest');
  const setAttribute: unknown = Reflect.get(Element.prototype, 'setAttribute');
  const root = document.documentElement;
  const call = (method: unknown, on: unknown, ...given: unknown[]): unknown =>
    typeof method === 'function' ? Reflect.apply(method, on, given) : null;
  for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'keyup', 'submit']) {
    const hear = (event: Event): void => {
      const pressed = call(target, event);
      const isControl =
        pressed instanceof Element &&
        call(closest, pressed, 'button[data-test-action="send-message"]') !== null;
      if (isControl) call(setAttribute, root, 'data-heard', type);
    };
    window.addEventListener(type, hear, true);
  }
}

/**
 * Runs a function of the page's own, as a timer of it would: with nobody having pressed anything,
 * which an evaluation by Playwright counts as.
 */
export async function asPage(page: Page, script: () => unknown): Promise<unknown> {
  const cdp = await page.context().newCDPSession(page);
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression: `(${script.toString()})()`,
    userGesture: false,
    awaitPromise: true,
    returnByValue: true,
  });
  await cdp.detach();
  assert.equal(exceptionDetails, undefined, JSON.stringify(exceptionDetails));
  const value: unknown = result.value;
  return value;
}
