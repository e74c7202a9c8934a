import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { launch, type Browser, type Page } from 'puppeteer-core';

const BUILT_FOR_FIREFOX = fileURLToPath(
  new URL('../../dist/extension/firefox-mv3', import.meta.url),
);
const RECRUITER = 'www.linkedin.com:443';
const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

export type Firefox = {
  browser: Browser;
  /** Opens a page of the extension in a tab, from the browser's own window. */
  openOwn(file: 'popup.html' | 'options.html'): Promise<Page>;
  /** Takes away what the extension may reach, as a person does in the browser's own settings. */
  takeAway(origins: readonly string[]): Promise<void>;
  close(): Promise<void>;
};

/** The built extension in a Firefox that finds Recruiter at a port of this machine. */
export async function launchFirefox(
  standInPort: number,
  environment: Record<string, string> = {},
): Promise<Firefox> {
  const executablePath = process.env['FIREFOX_PATH'] ?? PLACES.find((place) => existsSync(place));
  assert(executablePath !== undefined, 'no Firefox found; set FIREFOX_PATH');
  assert(existsSync(BUILT_FOR_FIREFOX), 'build the extension first: wxt build -b firefox');
  const proxy = await startProxy(standInPort);
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    enableExtensions: true,
    env: { ...process.env, ...environment },
    // WebDriver goes to no extension's page by itself; the browser's own window may.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      // Its question stands in the browser's own window, where nothing here can press.
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  const extensionId = await browser.installExtension(BUILT_FOR_FIREFOX);
  return {
    browser,
    openOwn: (file) => openOwn(browser, extensionId, file),
    takeAway: (origins) =>
      inWindow(
        browser,
        `(async () => {
          const { ExtensionPermissions } = ChromeUtils.importESModule(
            'resource://gre/modules/ExtensionPermissions.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});
          const taken = { permissions: [], origins: ${JSON.stringify(origins)} };
          await ExtensionPermissions.remove(extension.id, taken, extension);
        })()`,
      ),
    async close() {
      await browser.close();
      proxy.close();
    },
  };
}

/** Takes Recruiter's host to the stand-in, and every other host nowhere. */
async function startProxy(standInPort: number): Promise<{ port: number; close: () => void }> {
  const proxy = createServer();
  proxy.on('connect', (request, socket) => {
    if (request.url !== RECRUITER) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(standInPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((listening) => {
    proxy.listen(0, '127.0.0.1', listening);
  });
  const address = proxy.address();
  assert(address !== null && typeof address === 'object');
  const close = (): void => {
    proxy.close();
    proxy.closeAllConnections();
  };
  return { port: address.port, close };
}

/** Evaluates in the browser's own window, which knows more than any page. */
async function inWindow(browser: Browser, expression: string): Promise<void> {
  const tree = await sendBidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [, window] =
    /"context":"([^"]+)","originalOpener":null,"url":"chrome:\/\/browser/.exec(tree) ?? [];
  assert(window !== undefined, `no window in ${tree}`);
  const target = { context: window };
  const said = await sendBidi(browser, 'script.evaluate', {
    target,
    expression,
    awaitPromise: true,
  });
  assert(!said.includes('"type":"exception"'), said);
}

async function openOwn(browser: Browser, extensionId: string, file: string): Promise<Page> {
  const known = new Set(await browser.pages());
  const expression = `{
    const url = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).getURL('${file}');
    const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
    gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal });
  }`;
  await inWindow(browser, expression);
  for (let tries = 0; tries < 100; tries += 1) {
    const opened = (await browser.pages()).find((page) => !known.has(page));
    // It is listed under another address for good; what it holds tells.
    const isThere = await opened?.evaluate(`location.href.endsWith('/${file}')`).catch(() => false);
    if (opened !== undefined && isThere === true) return opened;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail(`${file} did not open`);
}

/** A command that puppeteer has no name for, answered as JSON. */
async function sendBidi(browser: Browser, method: string, params: object): Promise<string> {
  const connection: unknown = Reflect.get(browser, 'connection');
  assert(typeof connection === 'object' && connection !== null);
  const send: unknown = Reflect.get(connection, 'send');
  assert(typeof send === 'function');
  return JSON.stringify(await Reflect.apply(send, connection, [method, params]));
}
