import type { Page } from '@playwright/test';

/** Everything by which a person can press something, in the order in which browsers send it. */
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'submit'];

function record(types: readonly string[]): void {
  const trace: string[] = [];
  const send = document.querySelector('button[data-test-messaging-submit-btn]');
  if (send === null) throw new Error('no Send');
  let task = 0;
  let isWithin = false;
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    isWithin = false;
  });
  port1.start();
  const note = (what: string) => {
    if (!isWithin) {
      isWithin = true;
      task += 1;
      port2.postMessage(null);
    }
    trace.push(`${task}: ${what}`);
  };
  const told = ({ type, isTrusted, defaultPrevented, target }: Event) => {
    const isOnSend = target instanceof Node && send.contains(target);
    const at = isOnSend ? 'Send' : target instanceof Element ? target.localName : 'elsewhere';
    return [type, 'on', at, isTrusted ? '' : 'by script', defaultPrevented ? 'prevented' : '']
      .filter((word) => word !== '')
      .join(' ');
  };
  for (const type of types) {
    window.addEventListener(type, (event) => note(told(event)), { capture: true });
    window.addEventListener(type, (event) => note(`${told(event)}, heard`));
  }
  new MutationObserver((changes) => {
    for (const { attributeName } of changes) {
      const value = send.getAttribute(attributeName ?? '');
      note(`Send has ${attributeName} ${value === null ? 'no more' : `"${value}"`}`);
    }
  }).observe(send, { attributes: true });
  const fetch = window.fetch.bind(window);
  window.fetch = (...request) => {
    const [asked] = request;
    const url = asked instanceof Request ? asked.url : String(asked);
    if (url.endsWith('/talentMultiMessagePosts')) note('the request leaves');
    return fetch(...request);
  };
  Reflect.set(window, 'pressTrace', trace);
}

/**
 * Has the page write down what a press of Send goes through there: every event as its first and its
 * last listener get it, each change of the button, and the request that leaves. Before each stands
 * the number of the task it came in: what is put off, to another task or by an event that a script
 * makes in the place of the person's, reads otherwise. No clock is asked.
 */
export function recordPress(page: Page): Promise<void> {
  return page.evaluate(record, PRESSES);
}

/**
 * What was written down up to the request; or up to the first line that another trace has not, as a
 * press that is swallowed on its way has no request.
 */
export async function tracedPress(page: Page, other: readonly string[] = []): Promise<string[]> {
  const trace = await page.waitForFunction((known) => {
    const trace: unknown = Reflect.get(window, 'pressTrace');
    if (!Array.isArray(trace)) return null;
    const lines = trace.map(String);
    const isLast = (line: string, at: number): boolean =>
      line.endsWith('the request leaves') || (at < known.length && line !== known[at]);
    const end = lines.findIndex(isLast);
    return end === -1 ? null : lines.slice(0, end + 1);
  }, other);
  return (await trace.jsonValue()) ?? [];
}

/** The tasks that the page works off before this resolves are over. */
export function betweenTasks(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((done) => void setTimeout(done, 0)));
}
