import { expect, test, type Page } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { launchChromium } from '#test/browser/chromium.ts';
import { EXTENSION_ID } from '#test/browser/extension.ts';
import { asPage, openHostile } from '#test/browser/hostile-page.ts';
import { paused, warned } from '#test/browser/readings.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';

// What the page's own script can do to what we draw in it, and what of us it reaches.
const bench = benchFor();
let at: RecruiterPage;

test.afterEach(async () => {
  await at.page.close();
});

test.describe('what stands in the page', () => {
  const styles: Record<string, string> = {
    'colours of nothing': `good-standing { --raised: transparent !important; --ink: transparent
      !important; --blue: transparent !important; --on-blue: transparent !important }`,
    'no size and no sight': `good-standing { font-size: 0 !important; opacity: 0 !important;
      visibility: hidden !important; display: none !important; zoom: 0.01 !important }`,
    'a place off the screen': `good-standing { position: fixed !important; left: -9999px !important;
      transform: scale(0) !important; clip-path: inset(50%) !important }`,
    'rules for everything': `* { color: transparent !important;
      background: none !important; opacity: 0 !important }`,
  };
  for (const [name, css] of Object.entries(styles)) {
    test(`is read as before under ${name}`, async () => {
      at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
      await expect(at.proceed).toBeVisible();
      const before = await at.mustRead.screenshot();
      await at.page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, css);
      await at.page.waitForTimeout(300);
      const path = test.info().outputPath('styled.png');
      expect((await at.mustRead.screenshot({ path })).equals(before)).toBe(true);
    });
  }

  test('comes back however often it is taken away, and costs little meanwhile', async () => {
    at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
    await expect(at.mustRead).toBeVisible();
    await at.page.evaluate(() => {
      let left = 200;
      const timer = setInterval(() => {
        for (const one of document.querySelectorAll('good-standing')) {
          if (left % 2 === 0) one.remove();
          else one.replaceWith(document.createElement('good-standing'));
        }
        left -= 1;
        if (left === 0) clearInterval(timer);
      }, 10);
    });
    await at.page.waitForTimeout(2_500);
    await expect(at.mustRead).toBeVisible();
    await at.proceed.click();
    await expect.poll(() => bench.told('noticeAcknowledged')).toHaveLength(1);
  });

  test('is there even where the page has claimed its element’s name', async () => {
    await bench.store({ reading: warned() });
    at = new RecruiterPage(
      await openHostile(bench, '/talent/home', () => {
        customElements.define(
          'good-standing',
          class extends HTMLElement {
            static disabledFeatures = ['shadow'];
          },
        );
      }),
    );
    const dialog = at.page.getByRole('dialog', { name: 'Your response rate needs attention' });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'CONTINUE' }).click();
    await expect.poll(() => bench.told('noticeAcknowledged')).toHaveLength(1);
  });

  test('is nothing in observe: the page cannot tell that we are there', async () => {
    // What a script finds that looks at everything it can look at.
    const look = async (page: Page): Promise<unknown> => {
      await expect(page.locator('[data-test-global-nav-right]')).toBeVisible();
      await page.waitForTimeout(1_000);
      return page.evaluate(() => ({
        globals: Object.getOwnPropertyNames(window).filter((name) => !name.startsWith('__pw')),
        elements: [...document.querySelectorAll('*')].map((one) => [
          one.localName,
          ...one.getAttributeNames(),
        ]),
        resources: performance.getEntriesByType('resource').map(({ name }) => new URL(name).host),
        heard: Reflect.get(window, 'heard'),
        sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
      }));
    };
    const script = () => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
      for (const name of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
        window.addEventListener(name, () => heard.push(name), true);
      }
    };
    await bench.store({ reading: paused({ mode: 'observe' }) });
    at = new RecruiterPage(await openHostile(bench, '/talent/projects', script));
    const observed = await look(at.page);
    const without = await launchChromium({ args: bench.standIn.chromiumArgs });
    const alone = await look(
      await openHostile({ ...bench, context: without }, '/talent/projects', script),
    );
    await without.close();
    expect(observed).toEqual(alone);
  });
});

test.describe('the page does not reach', () => {
  test('the extension’s messages, files, frames and databases', async () => {
    at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
    const found = await asPage(at.page, async () => {
      const base = 'chrome-extension://jlaajgcbamhjajfaccdncbnckfeilefh/';
      const fetched = await Promise.allSettled(
        ['popup.html', 'icon/16.png', 'background.js', 'manifest.json'].map((file) =>
          fetch(base + file),
        ),
      );
      const image = new Image();
      const drawn = new Promise((done) => {
        image.addEventListener('load', () => done(true));
        image.addEventListener('error', () => done(false));
      });
      image.src = `${base}icon/16.png`;
      const frame = document.createElement('iframe');
      frame.src = `${base}popup.html`;
      document.body.append(frame);
      await new Promise((done) => {
        frame.addEventListener('load', done);
        setTimeout(done, 1_000);
      });
      const scope: unknown = Reflect.get(window, 'chrome');
      const runtime: unknown = typeof scope === 'object' && scope !== null && 'runtime' in scope;
      return {
        fetched: fetched.filter(({ status }) => status === 'fulfilled').length,
        drawn: await drawn,
        runtime,
        frames: frame.contentWindow?.length,
        databases: (await indexedDB.databases()).map(({ name }) => name),
        kept: Object.keys(localStorage).length + Object.keys(sessionStorage).length,
        shared: Reflect.has(window, 'goodStandingRefusals'),
      };
    });
    expect(found).toEqual({
      fetched: 0,
      drawn: false,
      runtime: false,
      frames: 0,
      databases: [],
      kept: 0,
      shared: false,
    });
    const shown = at.page.frames().map((frame) => frame.url());
    expect(shown.filter((url) => url.startsWith(`chrome-extension://${EXTENSION_ID}`))).toEqual([]);
    expect(await bench.told('noticeAcknowledged')).toEqual([]);
  });
});
