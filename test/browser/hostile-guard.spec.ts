import { expect, test, type Page } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { hearPresses, openHostile } from '#test/browser/hostile-page.ts';
import { good, paused } from '#test/browser/readings.ts';
import { middleOf } from '#test/browser/press.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';

// What the page's own script can do to the guard, from the first script in its head on.
const bench = benchFor();
let at: RecruiterPage;

test.afterEach(async () => {
  await at.page.close();
});

const CONTROL = 'button[data-test-action="send-message"]';

/** Presses the bulk control in every way that a person has. */
async function pressEachWay(page: Page): Promise<void> {
  // What sees where a press lands cannot be had in a page that replaced what events are made of.
  await page.mouse.click(...(await middleOf(page.locator(CONTROL).first())));
  await page.locator(CONTROL).first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
}

/** Held while it is paused, and the same presses are heard once it is not. */
async function expectHeld(page: Page): Promise<void> {
  await page.locator('[data-live-test-select-all] input').check();
  await expect(page.locator(CONTROL).first()).toBeVisible();
  await pressEachWay(page);
  await page.waitForTimeout(500);
  await expect(page.locator('.messaging-composer')).toHaveCount(0);
  await expect(page.locator('html')).not.toHaveAttribute('data-heard');
  await bench.store({ reading: good() });
  await expect(async () => {
    await pressEachWay(page);
    await expect(page.locator('html')).toHaveAttribute('data-heard', /./, { timeout: 300 });
  }).toPass();
}

test.describe('the guard holds', () => {
  const attacks: Record<string, () => void> = {
    'against listeners on the window that let nothing through': () => {
      for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'keyup', 'submit']) {
        window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
        document.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
      }
    },
    'with every prototype of events replaced': () => {
      const nothing = (): undefined => undefined;
      EventTarget.prototype.removeEventListener = nothing;
      EventTarget.prototype.dispatchEvent = () => true;
      Event.prototype.stopImmediatePropagation = nothing;
      Event.prototype.stopPropagation = nothing;
      Event.prototype.preventDefault = nothing;
      Event.prototype.composedPath = () => [];
      for (const name of ['type', 'target', 'defaultPrevented']) {
        Object.defineProperty(Event.prototype, name, { get: nothing });
      }
    },
    'with every prototype of the document replaced': () => {
      const evil = () => null;
      window.addEventListener('load', () => {
        setTimeout(() => {
          for (const prototype of [Element.prototype, Document.prototype]) {
            Object.assign(prototype, { querySelector: evil, querySelectorAll: () => [] });
          }
          Object.assign(Element.prototype, { matches: () => false, closest: evil });
          Node.prototype.contains = () => false;
          Object.defineProperty(Node.prototype, 'textContent', { get: () => '1' });
          Date.now = () => 8.64e15;
        }, 1_500);
      });
    },
    'with its own elements named as what it asks of them': () => {
      window.addEventListener('load', () => {
        setTimeout(() => {
          const control = document.querySelector('button[data-test-action="send-message"]');
          const form = document.createElement('form');
          control?.before(form);
          if (control !== null) form.append(control);
          for (const name of ['matches', 'closest', 'querySelector', 'parentElement', 'contains']) {
            const field = document.createElement('img');
            field.name = name;
            document.body.append(field);
            const input = document.createElement('input');
            input.type = 'hidden';
            input.name = name;
            form.append(input);
          }
        }, 1_500);
      });
    },
    'after events that would stop a script of WXT’s': () => {
      const id = 'jlaajgcbamhjajfaccdncbnckfeilefh';
      for (const script of ['guard', 'overlay']) {
        const type = `${id}:${script}:wxt:content-script-started`;
        const detail = { contentScriptName: script, messageId: 'x', type };
        const tell = () => {
          document.dispatchEvent(new CustomEvent(type, { detail }));
          window.postMessage({ type, contentScriptName: script, messageId: 'x' }, '*');
        };
        tell();
        window.addEventListener('load', tell);
      }
      window.postMessage({ id: 1, type: 'disconnect', timestamp: 1, data: null }, '*');
    },
  };

  for (const [name, script] of Object.entries(attacks)) {
    test(name, async () => {
      await bench.store({ reading: paused() });
      at = new RecruiterPage(await openHostile(bench, SEARCH, hearPresses, script));
      await at.page.waitForTimeout(1_600);
      await expectHeld(at.page);
      expect(bench.standIn.sent()).toEqual([]);
    });
  }

  for (const kind of ['about:blank', 'srcdoc', 'same origin'] as const) {
    test(`in a frame of the page’s own: ${kind}`, async () => {
      await bench.store({ reading: paused() });
      at = new RecruiterPage(await openHostile(bench, SEARCH));
      await at.page.evaluate(
        ([kind, address]) => {
          const frame = document.createElement('iframe');
          frame.style.cssText = 'position:fixed;inset:80px auto auto 80px;z-index:99;width:300px';
          if (kind === 'srcdoc') frame.srcdoc = '<p></p>';
          if (kind === 'same origin') frame.src = address;
          document.body.append(frame);
          const fill = () => {
            const inside = frame.contentDocument;
            if (inside === null) return;
            const button = inside.createElement('button');
            button.dataset['testAction'] = 'send-message';
            button.textContent = 'Message (30)';
            button.addEventListener('click', () => {
              document.documentElement.dataset['sent'] = 'yes';
            });
            button.style.cssText = 'position:fixed;inset:10px auto auto 10px;z-index:99';
            inside.body.append(button);
          };
          // An empty frame is there at once; its load may come as well.
          if (kind === 'about:blank') fill();
          else frame.addEventListener('load', fill);
        },
        [kind, `${bench.standIn.origin}/talent/projects`] as const,
      );
      const button = at.page.frameLocator('iframe').locator(CONTROL);
      await expect(button).toBeVisible();
      await at.page.waitForTimeout(300);
      const box = await button.boundingBox();
      await at.page.mouse.click((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
      await at.page.waitForTimeout(200);
      await expect(at.page.locator('html')).not.toHaveAttribute('data-sent');
      await bench.store({ reading: good() });
      await expect(async () => {
        await at.page.mouse.click((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
        await expect(at.page.locator('html')).toHaveAttribute('data-sent', 'yes', { timeout: 300 });
      }).toPass();
    });
  }

  test('in a window that the page prepared before its document came', async () => {
    at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
    const opened = bench.context.waitForEvent('page');
    await at.page.evaluate((address) => {
      const other = window.open('', '_blank');
      if (other === null) return;
      for (const type of ['pointerdown', 'mousedown', 'click', 'keydown']) {
        const first = (event: Event): void => {
          event.stopImmediatePropagation();
          document.documentElement.dataset['heard'] = type;
        };
        other.addEventListener(type, first, true);
      }
      other.location.href = address;
    }, bench.standIn.origin + SEARCH);
    const page = await opened;
    await page.locator('[data-live-test-select-all] input').check();
    await pressEachWay(page);
    await page.waitForTimeout(500);
    await expect(page.locator('.messaging-composer')).toHaveCount(0);
    await expect(at.page.locator('html')).not.toHaveAttribute('data-heard');
    await page.close();
  });
});
