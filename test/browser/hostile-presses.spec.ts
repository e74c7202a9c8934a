import { expect, test } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { asPage } from '#test/browser/hostile-page.ts';
import { good, warned } from '#test/browser/readings.ts';
import { middleOf } from '#test/browser/press.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';

// What the page's own script can make look like a person's press.
const bench = benchFor();
let at: RecruiterPage;

test.afterEach(async () => {
  await at.page.close();
});

test.describe('nothing is recorded that no person did', () => {
  test('a Send that a script presses or submits is no send', async () => {
    at = await RecruiterPage.openOneToOne(bench, { reading: good() });
    await at.editor.fill('Hello');
    // Whatever Playwright pressed so far is too long ago to count.
    await at.page.waitForTimeout(6_000);
    const before = bench.standIn.sent().length;
    await asPage(at.page, () => {
      const send = document.querySelector<HTMLButtonElement>('[data-test-messaging-submit-btn]');
      for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
        send?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
      }
      send?.form?.requestSubmit();
      send?.click();
    });
    await expect.poll(() => bench.standIn.sent().length).toBeGreaterThan(before);
    await at.page.waitForTimeout(1_500);
    expect(await bench.told('sendObserved')).toEqual([]);
  });

  test('a CONTINUE that a script presses in any way is none', async () => {
    at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
    await expect(at.proceed).toBeVisible();
    await asPage(at.page, () => {
      const root = document.querySelector('[data-place="must-read"]')?.shadowRoot;
      const button = root?.querySelector<HTMLButtonElement>('dialog button.gs-primary');
      if (button?.textContent !== 'CONTINUE') throw new Error('There is nothing to press.');
      for (const other of root?.querySelectorAll<HTMLButtonElement>('dialog button') ?? []) {
        other.click();
      }
      button.click();
      for (const type of ['pointerdown', 'pointerup', 'click']) {
        button.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, detail: 1 }));
      }
      for (const type of ['keydown', 'keypress', 'keyup']) {
        button.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true }));
      }
      const form = document.createElement('form');
      const label = document.createElement('label');
      button.id = 'proceed';
      label.htmlFor = 'proceed';
      button.parentElement?.append(form, label);
      label.click();
      form.append(button);
      button.type = 'submit';
      form.requestSubmit(button);
    });
    await at.page.waitForTimeout(600);
    expect(await bench.told('noticeAcknowledged')).toEqual([]);
    expect(await bench.told('pageWanted')).toEqual([]);
  });

  test('a CONTINUE that the page moved to another place is none, pressed by a person', async () => {
    at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
    await expect(at.proceed).toBeVisible();
    await asPage(at.page, () => {
      const host = document.querySelector('[data-place="must-read"]');
      const button = host?.shadowRoot?.querySelector<HTMLButtonElement>('dialog button.gs-primary');
      if (button?.textContent !== 'CONTINUE') throw new Error('There is nothing to steal.');
      button.id = 'stolen';
      button.textContent = 'Find candidates';
      button.style.cssText = 'position:fixed;inset:80px auto auto 80px;z-index:99';
      const mine = document.createElement('dialog');
      mine.append(button);
      document.body.append(mine);
      setInterval(() => {
        if (mine.matches(':modal')) mine.close();
        mine.showModal();
      }, 20);
    });
    await at.page.mouse.click(...(await middleOf(at.page.locator('#stolen').first())));
    await at.page.waitForTimeout(400);
    expect(await bench.told('noticeAcknowledged')).toEqual([]);
  });

  test('nor is one under a dialog of the page’s that stands over ours', async () => {
    at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
    await expect(at.proceed).toBeVisible();
    const box = await at.proceed.boundingBox();
    await asPage(at.page, () => {
      const cover = document.createElement('dialog');
      cover.id = 'cover';
      cover.textContent = 'Find candidates';
      cover.style.cssText = 'inset:0;width:100vw;height:100vh;max-width:none;max-height:none';
      document.body.append(cover);
      cover.showModal();
    });
    await at.page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
    expect(await bench.told('noticeAcknowledged')).toEqual([]);
    // What stays over the page is ours.
    await expect(async () => {
      const top = await at.page.evaluate(
        () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.localName,
      );
      expect(top).toBe('good-standing');
    }).toPass({ timeout: 2_000 });
  });
});
