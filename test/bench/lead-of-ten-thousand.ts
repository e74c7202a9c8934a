import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pino } from 'pino';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { startServer, type RunningServer } from '#server/serve.ts';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import type { Bench, Limited } from '#test/bench/bench.ts';
import {
  addSeats,
  createLargeContract,
  feed,
  feedKey,
  type SendsOf,
} from '#test/bench/large-contract.ts';
import { openAgain, type ConnectAnew, type Opening } from '#test/bench/opened-page.ts';
import {
  goesFirst,
  heapBytes,
  loopMs,
  privateBytes,
  tasksDuring,
  workerAsks,
  type Task,
} from '#test/bench/watched-page.ts';
import { launchExtension, type Extension } from '#test/browser/extension.ts';
import { become, TestPerson } from '#test/server/people.ts';

const SEATS = 10_000;
const SLOWER = 4;
const MOST_FIRST_ROW_MS = 300;
const MOST_TASK_MS = 50;
const MOST_MB = 150;

/** One seat of twenty is judged, at rates from 5 to 23 %; each of the others has sent a little. */
const sendsOf: SendsOf = (seat) =>
  seat % 20 === 0
    ? { sent: 55, accepted: 3 + ((seat / 20) % 11) }
    : { sent: 2, accepted: Number(seat % 7 === 0) };

const DAYS = 12;
const SENT_ON_DAYS = [1, 7];

type Clock = { at: Instant | null };

/** A contract most of a fortnight old by now, which keeps its seats' standings. */
async function fill(server: RunningServer, clock: Clock): Promise<string> {
  const { ledger, url } = server;
  const start = Date.now() - DAYS * DAY_MS;
  clock.at = start;
  const contract = await createLargeContract(ledger);
  await addSeats(ledger, contract, SEATS);
  await changeContractMode(ledger, contract, { mode: 'enforce', acceptsPartialEvidence: false });
  const key = await feedKey(ledger, contract);
  for (const day of SENT_ON_DAYS) {
    clock.at = start + day * DAY_MS;
    await feed(url, key, { at: clock.at, seats: SEATS, sendsOf });
  }
  clock.at = null;
  await server.tick();
  return contract;
}

const whole = (value: number): string => value.toFixed(0);

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const OPENINGS: readonly (Opening & { what: string })[] = [
  // What any page of an extension takes on this machine, just now.
  { what: 'options, to compare', file: 'options.html', row: 'h1', opened: 'again' },
  { what: 'popup, first time', file: 'popup.html', row: '.seats li', opened: 'first' },
  { what: 'popup, again', file: 'popup.html', row: '.seats li', opened: 'again' },
  { what: 'popup, nothing kept', file: 'popup.html', row: '.seats li', opened: 'with_nothing' },
  { what: 'team page, first time', file: 'team.html', row: '.row', opened: 'first' },
  { what: 'team page, again', file: 'team.html', row: '.row', opened: 'again' },
  { what: 'team page, nothing kept', file: 'team.html', row: '.row', opened: 'with_nothing' },
];

async function openings(
  extension: Extension,
  connectAnew: ConnectAnew,
): Promise<(string | Limited)[]> {
  const lines: (string | Limited)[] = [
    `from opening to the first row’s being painted (at most ${MOST_FIRST_ROW_MS} ms):`,
  ];
  for (const { what, ...opening } of OPENINGS) {
    const taken = await openAgain(extension, connectAnew, opening);
    const says = `  ${what.padEnd(23)} ${whole(median(taken))} ms   (${taken.map(whole).join(' ')})`;
    const isOurs = opening.file !== 'options.html';
    lines.push(isOurs ? { says, isHeld: median(taken) <= MOST_FIRST_ROW_MS } : says);
  }
  return lines;
}

type Moved = { what: string; move: (page: Page) => Promise<unknown> };

async function scroll(page: Page, yDistance: number, speed: number): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  const at = { x: 700, y: 500, gestureSourceType: 'mouse' } as const;
  await protocol.send('Input.synthesizeScrollGesture', { ...at, yDistance: -yDistance, speed });
  await protocol.detach();
}

const MOVED: readonly Moved[] = [
  { what: 'as one reads, 3,000 px a second', move: (page) => scroll(page, 9_000, 3_000) },
  { what: 'as one flings, 50,000 px a second', move: (page) => scroll(page, 200_000, 50_000) },
  {
    what: 'from end to end, by keys',
    move: async (page) => {
      await page.locator('[data-row]').first().focus();
      for (const key of ['End', 'Home', 'End', 'PageUp', 'PageUp', 'Home']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(300);
      }
    },
  },
  {
    what: 'while the list comes anew',
    move: async (page) => {
      await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
      await scroll(page, 24_000, 4_000);
    },
  },
];

const most = (tasks: readonly Task[], of: keyof Task): number =>
  Math.max(...tasks.map((task) => task[of]));

type Throttle = (rate: number) => Promise<unknown>;

async function throttleOf(page: Page): Promise<Throttle> {
  const protocol = await page.context().newCDPSession(page);
  return (rate) => protocol.send('Emulation.setCPUThrottlingRate', { rate });
}

/** What is measured below: whose tasks, and how much slower they really are. */
async function slowed(page: Page, throttle: Throttle): Promise<string> {
  await throttle(SLOWER);
  const isFirst = await goesFirst(page);
  const slowMs = await loopMs(page);
  await throttle(1);
  const slower = slowMs / (await loopMs(page));
  const where = isFirst
    ? 'which goes before all else on this machine'
    : 'which waits for its turn on this machine';
  return `longest task of the main thread, ${where}, while scrolling (at most ${MOST_TASK_MS} ms at ${SLOWER}x throttling; some arithmetic takes ${slower.toFixed(1)} times as long):`;
}

async function movements(page: Page): Promise<(string | Limited)[]> {
  const throttle = await throttleOf(page);
  const lines: (string | Limited)[] = [await slowed(page, throttle)];
  for (const { what, move } of MOVED) {
    const plain = await tasksDuring(page, () => move(page));
    await throttle(SLOWER);
    const tasks = await tasksDuring(page, () => move(page));
    await throttle(1);
    const long = tasks.filter(({ ms }) => ms > MOST_TASK_MS).length;
    const own = `${whole(most(tasks, 'cpuMs'))} ms on a processor`;
    const times = `${SLOWER} x its processor time without: ${whole(SLOWER * most(plain, 'cpuMs'))} ms`;
    lines.push({
      says: `  ${what.padEnd(34)} ${whole(most(tasks, 'ms'))} ms (${long} of ${tasks.length} over it), at most ${own}; ${times}`,
      isHeld: long === 0,
    });
  }
  return lines;
}

async function memory(page: Page): Promise<Limited> {
  const inPage = await page.context().newCDPSession(page);
  const ofPage = (await heapBytes((method) => inPage.send(method))) / 1e6;
  const worker = (await heapBytes(await workerAsks(page))) / 1e6;
  const own = await privateBytes(page);
  const ofProcess = own === null ? '' : `; its process has ${whole(own / 1e6)} MB to itself`;
  return {
    says: `JavaScript heaps after collecting garbage: ${whole(ofPage + worker)} MB (under ${MOST_MB} MB; the page ${ofPage.toFixed(1)} MB, the worker ${worker.toFixed(1)} MB)${ofProcess}`,
    isHeld: ofPage + worker < MOST_MB,
  };
}

async function measure(server: RunningServer, extension: Extension, clock: Clock) {
  const { ledger, url } = server;
  const contract = await fill(server, clock);
  const person = new TestPerson(() => url);
  const lead = await become(ledger, person, contract, { role: 'lead', teams: 'all' });
  await extension.connect(url, person.approverOf(lead));
  const load = `load of the machine before and after: ${loadavg()[0]?.toFixed(1)}`;
  // The API has answered before.
  const first = await extension.open('team.html');
  await first.locator('.row').first().waitFor();
  await first.close();
  const opened = await openings(extension, async () => {
    const options = await extension.open('options.html');
    await options.getByRole('button', { name: 'Disconnect' }).click();
    await options.locator('#server').waitFor();
    await options.close();
    await extension.connect(url, person.approverOf(lead));
  });
  const page = await extension.open('team.html');
  const all = page.locator('.list-state', { hasText: `${SEATS.toLocaleString('en')} seats` });
  await all.filter({ hasNotText: 'loaded' }).waitFor();
  const moved = await movements(page);
  // The list comes anew for a while after the last of these.
  await page.waitForTimeout(10_000);
  return [...opened, ...moved, await memory(page), `${load}, ${loadavg()[0]?.toFixed(1)}`];
}

/** What a lead of a large contract waits for. */
export const leadOfTenThousand: Bench = {
  name: 'lead-of-ten-thousand',
  about: `popup and team page of a lead of ${SEATS.toLocaleString('en')} seats, on an API that has answered before`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'good-standing-bench-'));
    const clock: Clock = { at: null };
    const log = pino({ level: 'silent' });
    const databaseUrl = `file:${join(folder, 'good-standing.db')}`;
    const now = () => clock.at ?? Date.now();
    const server = await startServer({ databaseUrl, host: '127.0.0.1', port: 0, now, log });
    const extension = await launchExtension();
    try {
      return await measure(server, extension, clock);
    } finally {
      await extension.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
