import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** The browser of this machine: CHROME_PATH, or the first of the usual places. */
function chromiumPath(): string {
  const found = process.env['CHROME_PATH'] ?? PLACES.find((place) => existsSync(place));
  assert(found !== undefined, 'no Chromium found; set CHROME_PATH');
  return found;
}

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 } as const;
const profiles = new Set<string>();

process.once('exit', () => {
  for (const profile of profiles) rmSync(profile, REMOVAL);
});

/** Chrome proper no longer takes an extension from the command line; both take it this way. */
const EXTENSIBLE = ['--enable-unsafe-extension-debugging'];

async function load(context: BrowserContext, extension: string): Promise<void> {
  const browser = context.browser();
  assert(browser !== null, 'a context of its own has its browser');
  const protocol = await browser.newBrowserCDPSession();
  await protocol.send('Extensions.loadUnpacked', { path: extension });
}

export type LaunchOptions = {
  /** Beside the usual ones: where hosts are found, for example. */
  args?: readonly string[];
  /** Folder of a built extension; it is the only one. */
  extension?: string;
  /** Language of the browser itself, as `de-DE`. Default: en-US. */
  locale?: string;
  /** Default: 1440 by 900; with a window, the window's. */
  viewport?: { width: number; height: number };
  /** What `prefers-color-scheme` says. Default: light. */
  colorScheme?: 'light' | 'dark';
  /** Default: true. */
  headless?: boolean;
  /** Default: the browser of this machine. */
  executablePath?: string;
};

/** A context in a profile of its own, which goes away when the context is closed. */
export async function launchChromium(options: LaunchOptions = {}): Promise<BrowserContext> {
  const {
    args = [],
    extension,
    locale = 'en-US',
    colorScheme = 'light',
    headless = true,
  } = options;
  // An extension's texts are found by the language alone, without the country.
  const [language = 'en'] = locale.split('-');
  const profile = await mkdtemp(join(tmpdir(), 'good-standing-chromium-'));
  // Chromium's sandbox does not work for root; everybody else keeps it.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executablePath ?? chromiumPath(),
    ignoreDefaultArgs: ['--disable-extensions'],
    headless,
    locale,
    colorScheme,
    // A window that somebody sits at has the size that they give it.
    viewport: options.viewport ?? (headless ? { width: 1440, height: 900 } : null),
    args: [...QUIET, ...sandbox, `--lang=${language}`, ...EXTENSIBLE, ...args],
    env: { ...environment(), LANGUAGE: language },
  });
  profiles.add(profile);
  // What cannot be pressed is told with the reason, before the test as a whole runs out of time.
  context.setDefaultTimeout(30_000);
  if (extension !== undefined) await load(context, extension);
  context.on('close', () => {
    // The browser may still be writing its last files: whatever is left goes when the process ends.
    void rm(profile, REMOVAL).catch(() => {});
  });
  return context;
}

function environment(): Record<string, string> {
  const set = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(set);
}
