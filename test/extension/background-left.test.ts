import { expect, test } from 'vitest';
import { connectNow } from '#test/extension/connect-now.ts';
import { MemoryServer } from '#test/extension/memory-server.ts';
import { memoryPorts } from '#test/extension/memory-ports.ts';
import { NOW } from '#test/extension/sample-reading.ts';
import { workOn } from '#test/extension/work-on.ts';

const LEFT = {
  id: 'left-1',
  at: NOW,
  mode: 'one_to_one',
  surface: 'profile',
  count: 1,
  memberIds: ['AEMAAA1'],
  names: ['Ada Lind'],
  contract: 'c1',
  seat: 's1',
};

async function connected() {
  const server = new MemoryServer(() => NOW);
  const ports = memoryPorts(server, () => NOW);
  const work = workOn(ports);
  await connectNow(server, work);
  return { server, work };
}

test('a send that a page left as it went away is reported once, however often it is found', async () => {
  const { server, work } = await connected();
  await work.sendLeft(LEFT);
  await work.sendLeft(LEFT);
  await work.sendObserved(LEFT);
  await expect.poll(() => server.sent).toHaveLength(1);
  expect(server.sent[0]?.content).toContain('"recipient":"hash of AEMAAA1"');
  expect(server.sent[0]?.content).not.toContain('contract');
});

test('it is never taken for another seat’s, nor for another contract’s', async () => {
  const { server, work } = await connected();
  await work.sendLeft({ ...LEFT, seat: 's2' });
  await work.sendLeft({ ...LEFT, contract: 'c2' });
  await work.freshReadingWanted();
  expect(server.sent).toEqual([]);
});

test('what is none of ours is let go, and breaks nothing', async () => {
  const { server, work } = await connected();
  for (const raw of [null, 7, {}, { ...LEFT, count: -1 }]) await work.sendLeft(raw);
  await work.sendLeft(LEFT);
  await expect.poll(() => server.sent).toHaveLength(1);
});
