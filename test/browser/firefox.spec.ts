import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { startStandIn, type StandIn } from '../recruiter/server.ts';
import { CONTRACT_NAME, startApi, type TestApi } from './api.ts';
import { launchFirefox, type Firefox } from './firefox.ts';

let api: TestApi;
let standIn: StandIn;
let firefox: Firefox;

const MESSAGE = 'button[data-test-action="send-message"]';
const SELECT_ALL = '[data-live-test-select-all] input';

/** All that stands in our own places in the page, joined. */
const OVERLAY_TEXT = `[...document.querySelectorAll('good-standing')]
  .map(({ shadowRoot }) => shadowRoot?.textContent ?? '').join(' ')`;

async function connect(): Promise<void> {
  const page = await firefox.openOwn('options.html');
  await page.waitForSelector('#server');
  await page.$eval('#server', (input) => {
    if (input instanceof HTMLInputElement) input.value = '';
  });
  await page.type('#server', api.url);
  await page.type('#token', api.tokens.recruiter);
  await page.click('button[type=submit]');
  await page.waitForSelector('[role=status] .who');
  await page.close();
}

async function openSearch(): Promise<Page> {
  const page = await firefox.browser.newPage();
  await page.goto(`${standIn.origin}/talent/search?searchContextId=1&searchHistoryId=2&start=0`);
  await page.waitForSelector(SELECT_ALL);
  return page;
}

test.beforeEach(async () => {
  api = await startApi({ mode: 'enforce' });
  standIn = await startStandIn({ now: () => api.now(), contractName: CONTRACT_NAME });
  firefox = await launchFirefox(standIn.port);
});

test.afterEach(async () => {
  await firefox.close();
  await standIn.close();
  await api.close();
});

test('in Firefox it connects, shows the standing in Recruiter, and holds bulk sends back', async () => {
  await api.pause();
  await connect();
  const page = await openSearch();
  await expect.poll(() => page.evaluate(OVERLAY_TEXT)).toContain('Bulk paused');
  await page.click(SELECT_ALL);
  await page.waitForSelector(MESSAGE);
  await page.click(MESSAGE);
  await page.focus(MESSAGE);
  await page.keyboard.press('Enter');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await page.$('.messaging-composer')).toBeNull();
  expect(standIn.sent()).toEqual([]);
});

test('in Firefox the same press goes through while nothing is paused', async () => {
  await connect();
  const page = await openSearch();
  await page.click(SELECT_ALL);
  await page.waitForSelector(MESSAGE);
  await page.click(MESSAGE);
  await page.waitForSelector('.messaging-composer');
});

test('in Firefox the popup shows the card', async () => {
  await api.warn();
  await connect();
  const popup = await firefox.openOwn('popup.html');
  await expect.poll(() => popup.evaluate('document.body.textContent')).toContain('Robin Ellery');
  expect(await popup.evaluate('document.body.textContent')).toContain('Notice to read');
  await popup.screenshot({ path: test.info().outputPath('popup.png') });
  const kept: unknown = await popup.evaluate('browser.storage.local.get().then(JSON.stringify)');
  expect(kept).not.toContain(api.tokens.recruiter);
});
