import { beforeEach, describe, expect, test } from 'vitest';
import type { BackgroundWork } from '#extension/state/background-work.ts';
import type { Ports } from '#extension/state/ports.ts';
import { letThrough, surfacesOffFor } from '#extension/state/surfaces-off.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { connectNow } from '#test/extension/connect-now.ts';
import { MemoryServer } from '#test/extension/memory-server.ts';
import { memoryPorts } from '#test/extension/memory-ports.ts';
import { NOW } from '#test/extension/sample-reading.ts';
import { workOn } from '#test/extension/work-on.ts';

let now = NOW;
let server: MemoryServer;
let ports: Ports;
let work: BackgroundWork;

const missed = (part: string) => ({ surface: 'search', part, at: now, outline: 'body(main)' });
const parts = () => server.reported.map(({ misses }) => misses.map(({ part }) => part));

beforeEach(async () => {
  now = NOW;
  server = new MemoryServer(() => now);
  ports = memoryPorts(server, () => now);
  work = workOn(ports);
  await connectNow(server, work);
});

describe('what was missed', () => {
  test('is told with its outline and our version, once a day', async () => {
    await work.surfaceMissed(missed('area'));
    await work.tick();
    await work.surfaceMissed(missed('area'));
    await work.surfaceMissed(missed('counter'));
    await work.tick();
    expect(parts()).toEqual([['area'], ['counter']]);
    expect(server.reported[0]).toMatchObject({
      extensionVersion: '0.1.0',
      misses: [{ surface: 'search', part: 'area', outline: 'body(main)' }],
    });
    now += DAY_MS;
    await work.surfaceMissed(missed('area'));
    await work.tick();
    expect(parts()).toEqual([['area'], ['counter'], ['area']]);
    const [newest] = await ports.stored.misses.getValue();
    expect(newest).toMatchObject({ part: 'area', times: 3, since: NOW, at: now, toldAt: now });
  });

  test('waits for a server that cannot be reached', async () => {
    await work.surfaceMissed(missed('area'));
    server.weather = 'down';
    await work.tick();
    expect(parts()).toEqual([]);
    server.weather = 'up';
    await work.tick();
    expect(parts()).toEqual([['area']]);
  });

  test('is told by an older script of the page without its shape', async () => {
    const { outline: _left, ...older } = missed('area');
    await work.surfaceMissed(older);
    await work.tick();
    expect(server.reported[0]?.misses[0]?.outline).toBe('');
  });
});

describe('what is switched off', () => {
  test.each([
    ['0.1.0', true],
    ['0.0.9', true],
    ['0.1', true],
    ['0.1.0.1', false],
    ['0.10.0', false],
    ['1.0.0', false],
  ])('through 0.1.0, for %s: %s', (version, isOff) => {
    const off = surfacesOffFor([{ surface: 'search', throughVersion: '0.1.0' }], version);
    expect(off).toEqual(isOff ? ['search'] : []);
  });

  test('reaches the page and the guard', async () => {
    server.base = {
      ...server.base,
      surfacesOff: [
        { surface: 'search', throughVersion: null },
        { surface: 'inbox', throughVersion: '0.0.1' },
      ],
    };
    now += 60_000;
    await work.tick();
    expect((await ports.stored.reading.getValue())?.surfacesOff).toEqual(['search']);
    expect((await ports.stored.gate.getValue())?.lets).toEqual(['control']);
  });

  test('is let through by what the guard knows', () => {
    expect(letThrough(['inbox', 'nav'])).toEqual([]);
    expect(letThrough(['similar_profiles', 'composer'])).toEqual(['control', 'composer']);
  });
});
