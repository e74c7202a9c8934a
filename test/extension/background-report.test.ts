import { expect, test } from 'vitest';
import { spokenSchema } from '#extension/state/message-schemas.ts';
import { connectNow } from '#test/extension/connect-now.ts';
import { MemoryServer } from '#test/extension/memory-server.ts';
import { memoryPorts } from '#test/extension/memory-ports.ts';
import { NOW } from '#test/extension/sample-reading.ts';
import { workOn } from '#test/extension/work-on.ts';

test('the figures day by day are fetched when a report is looked at, and kept for a while', async () => {
  let local = NOW;
  const server = new MemoryServer(() => local);
  const ports = memoryPorts(server, () => local);
  const work = workOn(ports);
  await connectNow(server, work);
  await work.reportWanted();
  const report = await ports.stored.report.getValue();
  expect(report).toMatchObject({ series: { seat: 's1', windowDays: 90 }, usage: { periods: [] } });
  const before = server.requests;
  await Promise.all([work.reportWanted(), work.reportWanted()]);
  expect(server.requests).toBe(before);
  local += 6 * 60_000;
  server.weather = 'down';
  await work.reportWanted();
  expect(await ports.stored.report.getValue()).toEqual(report);
  server.weather = 'up';
  await work.reportWanted();
  expect((await ports.stored.report.getValue())?.receivedAt).toBe(local);
  await work.disconnect();
  expect(await ports.stored.report.getValue()).toBeNull();
  await work.reportWanted();
  expect(await ports.stored.report.getValue()).toBeNull();
});

test('a page that shows them says how it speaks, in a language and a time zone that there are', () => {
  const read = (timeZone: string, language = 'de') =>
    spokenSchema.safeParse({ language, timeZone }).success;
  expect([read('Europe/Berlin'), read('UTC')]).toEqual([true, true]);
  expect([read('Nowhere/Atall'), read(''), read('UTC', 'xx')]).toEqual([false, false, false]);
});
