import { expect, type Locator, type Page } from '@playwright/test';

type Press = Parameters<Page['mouse']['click']>[2];
type Point = [x: number, y: number];

/** The middle of an element, waited for until it is there to be pressed. */
export async function middleOf(target: Locator): Promise<Point> {
  const middle: Point = [0, 0];
  await expect(async () => {
    await target.scrollIntoViewIfNeeded({ timeout: 1_000 });
    const box = await target.boundingBox({ timeout: 1_000 });
    if (box === null) throw new Error('nothing to press');
    middle[0] = box.x + box.width / 2;
    middle[1] = box.y + box.height / 2;
  }).toPass({ timeout: 5_000 });
  return middle;
}

/**
 * Sees where the next press lands, before the page does. One beside the element, which something
 * moved or replaced meanwhile, is kept from the page; one that is held is not seen here at all.
 */
async function watch(target: Locator): Promise<() => Promise<boolean>> {
  const seen = await target.evaluateHandle((element) => {
    const state = { isMissed: false, stop: (): void => undefined };
    let isFirst = true;
    const see = (event: Event): void => {
      if (isFirst) state.isMissed = !event.composedPath().includes(element);
      isFirst = false;
      if (!state.isMissed) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'];
    const { defaultView: view } = element.ownerDocument;
    for (const type of types) view?.addEventListener(type, see, { capture: true });
    state.stop = () => {
      for (const type of types) view?.removeEventListener(type, see, { capture: true });
    };
    return state;
  });
  return () =>
    seen
      .evaluate((state) => {
        state.stop();
        return state.isMissed;
      })
      .catch(isMissedThough);
}

const IS_GONE = /Frame was detached|Execution context was destroyed/;

/** A press that missed is kept from the page: one after which its document is gone did not miss. */
function isMissedThough(error: unknown): false {
  if (error instanceof Error && IS_GONE.test(error.message)) return false;
  throw error;
}

/** Does at the middle of an element what `press` does, again where that landed beside it. */
export async function pressAtMiddle(
  target: Locator,
  press: (...middle: Point) => Promise<void>,
): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    // It is there and scrolled to before it is watched, so that little can come between that and the press.
    await middleOf(target);
    const isMissed = await watch(target);
    await press(...(await middleOf(target)));
    if (!(await isMissed())) return;
  }
  throw new Error('It was moved or replaced whenever it was pressed.');
}

/**
 * Presses the middle of an element with a real mouse: what is held is not "enabled" for a
 * locator.
 */
export async function press(target: Locator, how: Press = {}): Promise<void> {
  await pressAtMiddle(target, (x, y) => target.page().mouse.click(x, y, how));
}
