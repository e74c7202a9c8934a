import { expect, test, type Locator } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { good, paused, warned } from '#test/browser/readings.ts';
import { middleOf, press } from '#test/browser/press.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';

// What a person stumbles on, and what a page of another shape does to us.
const bench = benchFor();
let at: RecruiterPage;

test.afterEach(async () => {
  await at.close();
});

const rowMessage = () => at.page.locator('[data-test-component="message-icon-btn"]');

/** Stands a button with a number over the text, as a list of templates might. */
async function addTemplateButton(form: Locator): Promise<void> {
  await form.evaluate((element) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Template 2024';
    element.prepend(button);
  });
}

/** A composer that came without any press: by a hot key of the page, or with its address. */
async function openComposerUnasked(): Promise<Locator> {
  await at.page.evaluate(() => {
    const composer = document.createElement('div');
    composer.className = 'messaging-composer';
    composer.id = 'unasked';
    composer.style.cssText =
      'position:fixed;inset:100px auto auto 100px;z-index:99;background:#fff';
    const form = document.createElement('form');
    form.className = 'compose-form';
    const text = document.createElement('div');
    text.className = 'ql-editor';
    text.contentEditable = 'true';
    text.textContent = 'Hello';
    const send = document.createElement('button');
    send.type = 'button';
    send.dataset['testMessagingSubmitBtn'] = '';
    send.textContent = 'Send';
    form.append(text, send);
    composer.append(form);
    document.body.append(composer);
    send.addEventListener('click', () => {
      composer.dataset['pressed'] = 'yes';
    });
  });
  return at.page.locator('#unasked');
}

test('one-to-one from a row is never held, whatever numbers stand in its composer', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
  await rowMessage().nth(1).click();
  await at.editor.fill('Hello');
  // As if the rail around it had another name.
  await at.page.evaluate((path) => {
    history.replaceState({}, '', path);
  }, SEARCH);
  await addTemplateButton(at.page.locator('.compose-form'));
  const before = bench.standIn.sent().length;
  await press(at.send);
  await expect.poll(() => bench.standIn.sent().length).toBe(before + 1);
});

test('one-to-one is not held where nothing is known of who opened it', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
  const composer = await openComposerUnasked();
  await addTemplateButton(composer.locator('form'));
  await press(composer.locator('[data-test-messaging-submit-btn]'));
  await expect(composer).toHaveAttribute('data-pressed', 'yes');
});

test('a bulk control that was held opened nothing: the next composer is not for its many', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
  await at.selectAll.check();
  await press(at.control);
  const composer = await openComposerUnasked();
  await press(composer.locator('[data-test-messaging-submit-btn]'));
  await expect(composer).toHaveAttribute('data-pressed', 'yes');
});

test('a composer that the page turns from many to one is no longer for many', async () => {
  at = await RecruiterPage.openBulk(bench, { reading: good() });
  await at.subject.fill('A role');
  await at.editor.fill('Hello');
  await at.editor.click();
  await bench.store({ reading: paused() });
  await expect(at.send).toHaveAttribute('aria-disabled', 'true');
  // The same elements with another content: the row's button is pressed, the names are its one.
  await at.deafen('[data-test-component="message-icon-btn"]');
  await at.page.locator('.inmail-component__button--tertiary').evaluate((all) => {
    all.remove();
  });
  await rowMessage().first().dispatchEvent('click');
  const before = bench.standIn.sent().length;
  // By the keyboard: the strip says less now, and Send moves up to it.
  await at.send.focus();
  await at.page.keyboard.press('Enter');
  await expect.poll(() => bench.standIn.sent().length).toBe(before + 1);
});

test('a label in a row is no bulk control, whichever mark the row has', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: paused() });
  await at.page.evaluate(() => {
    const row = document.createElement('div');
    row.className = 'profile-list-item';
    const button = document.createElement('button');
    button.id = 'in-row';
    button.dataset['testAction'] = 'send-message';
    button.textContent = 'Message Ada, 2nd';
    row.append(button);
    row.style.cssText = 'position:fixed;inset:100px auto auto 100px;z-index:99';
    document.body.append(row);
    row.addEventListener('click', () => {
      row.dataset['pressed'] = 'yes';
    });
  });
  await press(at.page.locator('#in-row'));
  await expect(at.page.locator('.profile-list-item[data-pressed]')).toHaveCount(1);
});

test('bulk is held by a double click, the other buttons, a drag and a press after the page moved on', async () => {
  at = await RecruiterPage.open(bench, '/talent/projects', { reading: paused() });
  await at.page.evaluate((path) => {
    history.pushState({}, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, SEARCH);
  await at.selectAll.check();
  await expect(at.control).toBeVisible();
  const [x, y] = await middleOf(at.control);
  await at.page.mouse.dblclick(x, y);
  await at.page.mouse.click(x, y, { button: 'middle' });
  await at.page.mouse.click(x, y, { button: 'right' });
  await at.page.mouse.move(5, 5);
  await at.page.mouse.down();
  await at.page.mouse.move(x, y, { steps: 4 });
  await at.page.mouse.up();
  await at.control.focus();
  await at.page.keyboard.press('NumpadEnter');
  await at.page.keyboard.press('Shift+Enter');
  await at.page.keyboard.press('Control+Space');
  await at.page.waitForTimeout(400);
  await expect(at.composer).toHaveCount(0);
});

test('a send right after the pause ended is told, though its mark still stands', async () => {
  at = await RecruiterPage.openBulk(bench, { reading: good() });
  await at.subject.fill('A role');
  await at.editor.fill('Hello');
  const periodEndsAt = Date.now() + 4_000;
  await bench.store({ reading: paused({ periodEndsAt }) });
  await expect(at.send).toHaveAttribute('aria-disabled', 'true');
  await at.page.waitForTimeout(Math.max(0, periodEndsAt - Date.now()) + 20);
  await press(at.send);
  await expect.poll(() => bench.told('sendObserved')).toHaveLength(1);
});

test('a mark that the page sets meanwhile is not put back', async () => {
  at = await RecruiterPage.openBulk(bench, { reading: good() });
  await at.send.evaluate((send) => {
    send.setAttribute('aria-disabled', 'true');
  });
  await bench.store({ reading: paused() });
  await expect(at.send).toHaveAttribute('aria-description', /./);
  await at.send.evaluate((send) => {
    send.removeAttribute('aria-disabled');
  });
  await expect(at.send).toHaveAttribute('aria-disabled', 'true');
  await bench.store({ reading: good() });
  await expect(at.send).not.toHaveAttribute('aria-disabled');
});

test('a bulk control that opened nothing is not the opener of what a later press opens', async () => {
  at = await RecruiterPage.open(bench, SEARCH, { reading: good() });
  await at.selectAll.check();
  await at.deafen('button[data-test-action="send-message"]');
  await at.control.click();
  await expect(at.composer).toHaveCount(0);
  await at.page.locator('h1').first().click();
  const composer = await openComposerUnasked();
  await expect(at.strip).toBeVisible();
  await press(composer.locator('[data-test-messaging-submit-btn]'));
  await composer.evaluate((element) => {
    element.remove();
  });
  await expect
    .poll(() => bench.told('surfaceMissed'))
    .toContainEqual(expect.objectContaining({ surface: 'composer', part: 'recipients' }));
  expect(await bench.told('sendObserved')).toEqual([]);
});

test('a page without HTML gets nothing of ours and no exception', async () => {
  await bench.store({ reading: warned() });
  const page = await bench.context.newPage();
  at = new RecruiterPage(page);
  await page.route('**/talent/home', (route) =>
    route.fulfill({ contentType: 'application/xml', body: '<root><a/></root>' }),
  );
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const cdp = await bench.context.newCDPSession(page);
  await cdp.send('Runtime.enable');
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) => said.push(exceptionDetails.text));
  await page.goto(`${bench.standIn.origin}/talent/home`);
  await page.waitForTimeout(600);
  expect(said).toEqual([]);
});

test('a page that takes its body and root away and brings others is lived through', async () => {
  at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
  await expect(at.mustRead).toBeVisible();
  const said: string[] = [];
  const cdp = await bench.context.newCDPSession(at.page);
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) => said.push(exceptionDetails.text));
  await cdp.send('Runtime.enable');
  await at.page.evaluate(() => {
    document.body.remove();
  });
  await at.page.waitForTimeout(400);
  await at.page.evaluate(() => {
    const root = document.createElement('html');
    root.append(document.createElement('head'), document.createElement('body'));
    document.documentElement.replaceWith(root);
  });
  await expect(at.mustRead).toBeVisible({ timeout: 4_000 });
  expect(said).toEqual([]);
});

test('names that are script stay text', async () => {
  const evil = '<img src=x onerror="window.top.evil=1"><script>evil=1</script>';
  at = await RecruiterPage.open(bench, '/talent/home', {
    reading: warned({ relationshipManager: evil, seat: { id: 's', holder: evil } }),
  });
  await expect(at.mustRead).toContainText('onerror');
  expect(await at.page.evaluate(() => 'evil' in window)).toBe(false);
});
