import { expect, test, type Page } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { good, paused } from '#test/browser/readings.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';

// A bulk control is marked a moment after it appears; it cannot be pressed in that moment either.
const bench = benchFor({ lateMs: [0, 5] });

/** When after it is put in the page's own code presses the control. */
const MOMENTS = [
  'the same task',
  'a microtask',
  'the page’s own observer',
  'the next frame',
  'the next task',
  'the task after the next frame',
] as const;
type Moment = (typeof MOMENTS)[number];

type Pressed = { heard: number; wasMarked: boolean };

/** Puts a bulk control in, presses it at that moment, and says whether the page heard of it. */
function putAndPress(page: Page, moment: Moment): Promise<Pressed> {
  return page.evaluate(async (moment) => {
    const control = document.createElement('button');
    control.dataset['testAction'] = 'send-message';
    control.textContent = 'Message (30)';
    control.style.cssText = 'position:fixed;left:200px;top:120px;z-index:99';
    let heard = 0;
    const hear = ({ target }: Event) => {
      if (target === control) heard += 1;
    };
    for (const type of ['pointerdown', 'mousedown', 'click', 'keydown']) {
      control.addEventListener(type, hear);
      window.addEventListener(type, hear, { capture: true });
    }
    let wasMarked = true;
    const press = () => {
      wasMarked = control.ariaDisabled === 'true';
      const init = { bubbles: true, cancelable: true, composed: true };
      control.dispatchEvent(new PointerEvent('pointerdown', init));
      control.dispatchEvent(new MouseEvent('mousedown', init));
      control.dispatchEvent(new KeyboardEvent('keydown', { ...init, key: 'Enter' }));
      control.click();
    };
    const frame = () => new Promise(requestAnimationFrame);
    const task = () => new Promise((done) => setTimeout(done, 0));
    const put = () => document.body.append(control);
    switch (moment) {
      case 'the same task':
        put();
        press();
        break;
      case 'a microtask':
        put();
        await Promise.resolve().then(press);
        break;
      case 'the page’s own observer':
        await new Promise<void>((done) => {
          new MutationObserver((_, observer) => {
            observer.disconnect();
            press();
            done();
          }).observe(document.body, { childList: true });
          put();
        });
        break;
      case 'the next frame':
        put();
        await frame().then(press);
        break;
      case 'the next task':
        put();
        await task().then(press);
        break;
      case 'the task after the next frame':
        put();
        await frame().then(task).then(press);
    }
    control.remove();
    return { heard, wasMarked };
  }, moment);
}

for (const moment of MOMENTS) {
  test(`in ${moment} as it appears it is held already`, async () => {
    const at = await RecruiterPage.open(bench, SEARCH, { reading: good() });
    await expect(at.chip).toBeVisible();
    // Where nothing is held the page hears the same presses.
    const free = await putAndPress(at.page, moment);
    expect(free.heard).toBe(8);
    await bench.store({ reading: paused() });
    await expect(at.chipText).toContainText('Bulk paused');
    for (let time = 0; time < 10; time += 1) {
      expect((await putAndPress(at.page, moment)).heard).toBe(0);
    }
    await at.close();
  });
}

test('these moments come before the mark', async () => {
  const at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
  await expect(at.chipText).toContainText('Bulk paused');
  for (const moment of ['the same task', 'a microtask', 'the page’s own observer'] as const) {
    expect((await putAndPress(at.page, moment)).wasMarked).toBe(false);
  }
  await at.close();
});

test('a mouse that waits where it appears presses nothing', async () => {
  const at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
  await expect(at.chipText).toContainText('Bulk paused');
  await at.page.mouse.move(240, 130);
  await at.page.evaluate(() => {
    Object.assign(window, { heard: [] });
    const heard: unknown = Reflect.get(window, 'heard');
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      addEventListener(
        type,
        ({ target }) => {
          const isControl = target instanceof HTMLElement && target.dataset['testAction'];
          if (Array.isArray(heard) && isControl) heard.push(type);
        },
        { capture: true },
      );
    }
  });
  for (let time = 0; time < 5; time += 1) {
    const pressed = at.page.mouse.click(240, 130, { delay: 1 });
    await at.page.evaluate(() => {
      const control = document.createElement('button');
      control.dataset['testAction'] = 'send-message';
      control.textContent = 'Message (30)';
      control.style.cssText =
        'position:fixed;left:200px;top:110px;width:90px;height:40px;z-index:9999';
      document.body.append(control);
    });
    await pressed;
    await at.page.mouse.click(240, 130);
    await at.page.evaluate(() => {
      for (const one of document.querySelectorAll('body > [data-test-action]')) one.remove();
    });
  }
  expect(await at.page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  await at.close();
});
