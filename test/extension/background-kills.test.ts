import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBackgroundWork, type BackgroundWork } from '#extension/state/background-work.ts';
import type { Ports } from '#extension/state/ports.ts';
import { connectNow } from '#test/extension/connect-now.ts';
import { Life, settle } from '#test/extension/life.ts';
import { MemoryServer, type Weather } from '#test/extension/memory-server.ts';
import { memoryPorts } from '#test/extension/memory-ports.ts';
import { NOW } from '#test/extension/sample-reading.ts';

type Action =
  | { do: 'send'; count: number }
  | { do: 'acknowledge' }
  | { do: 'hold' }
  | { do: 'read'; conversation: number }
  | { do: 'kill'; afterSteps: number }
  | { do: 'weather'; weather: Weather }
  | { do: 'tick' };

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('send'), count: fc.integer({ min: 1, max: 30 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('acknowledge') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hold') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('read'), conversation: fc.nat(5) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('kill'), afterSteps: fc.nat(40) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('weather'),
      weather: fc.constantFrom('up', 'down', 'answers_lost', 'failing'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tick') }) },
);

/** A surface that tells of each send until it hears that it is kept, as one should. */
class Page {
  readonly told: { id: string; count: number }[] = [];
  readonly #unkept = new Map<string, number>();
  readonly #unheld = new Set<string>();
  readonly #unread = new Set<number>();

  tell(work: BackgroundWork, id: string, count: number): void {
    this.#unkept.set(id, count);
    const send = { id, at: NOW, mode: 'bulk', surface: 'search', count, memberIds: [] };
    void work.sendObserved(send).then(() => this.#unkept.delete(id));
  }

  /** A bulk send that was held back. */
  hold(work: BackgroundWork, id: string): void {
    this.#unheld.add(id);
    const held = { id, at: NOW, surface: 'search', recipients: 30 };
    void work.bulkHeld(held).then(() => this.#unheld.delete(id));
  }

  /** The card of a conversation that was answered. */
  read(work: BackgroundWork, conversation: number): void {
    this.#unread.add(conversation);
    const card = { conversation: `2-${conversation}`, name: 'Ada Lind', outcome: 'accepted' };
    void work.inboxRead({ at: NOW, cards: [card] }).then(() => this.#unread.delete(conversation));
  }

  retell(work: BackgroundWork): void {
    for (const id of this.#unheld) this.hold(work, id);
    for (const conversation of this.#unread) this.read(work, conversation);
    for (const [id, count] of this.#unkept) this.tell(work, id, count);
  }
}

test('a worker killed anywhere loses nothing and doubles nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
      let now = NOW;
      const server = new MemoryServer(() => now);
      server.base = {
        ...server.base,
        notice: { type: 'improvement_ended', issuedAt: NOW - 1, tally: null },
      };
      const memory = memoryPorts(server, () => now);
      const page = new Page();
      const startWorker = (): { life: Life; work: BackgroundWork } => {
        const life = new Life();
        const faults = (error: unknown): never => {
          throw error;
        };
        const ports: Ports = life.wrap(memory);
        return { life, work: createBackgroundWork(ports, faults) };
      };
      let worker = startWorker();
      await connectNow(server, worker.work);
      const expected: string[] = [];
      const answers = new Set<string>();
      const holds: string[] = [];
      let acknowledgements = 0;
      for (const [index, each] of actions.entries()) {
        now += 1000;
        if (each.do === 'send') {
          const id = `press-${index}`;
          for (let n = 0; n < each.count; n += 1) expected.push(`${id}.${n}`);
          page.tell(worker.work, id, each.count);
        } else if (each.do === 'acknowledge') {
          // Kept before the worker may die: a press that was not kept is pressed again.
          await worker.work.noticeAcknowledged({ notice: 'improvement_ended', at: now });
          acknowledgements += 1;
        } else if (each.do === 'hold') {
          holds.push(`hold-${index}`);
          page.hold(worker.work, `hold-${index}`);
        } else if (each.do === 'read') {
          answers.add(`hash of conversation:2-${each.conversation}.accepted`);
          page.read(worker.work, each.conversation);
        } else if (each.do === 'weather') server.weather = each.weather;
        else if (each.do === 'tick') void worker.work.tick();
        else {
          worker.life.left = each.afterSteps;
          await settle();
          worker = startWorker();
          page.retell(worker.work);
        }
      }
      server.weather = 'up';
      await settle();
      await worker.work.wake();
      await settle();
      expect(server.sent.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
      expect([...server.observed.keys()].toSorted()).toEqual([...answers].toSorted());
      expect([...server.held.keys()].toSorted()).toEqual(holds.toSorted());
      expect(server.acknowledged).toHaveLength(acknowledgements);
      expect(await memory.stored.backlog.getValue()).toEqual({ waiting: 0, aside: 0 });
      const shown = await memory.stored.reading.getValue();
      expect(shown?.reading.tally.total).toBe(130 + expected.length);
      expect(shown?.isCarriedForward).toBe(false);
    }),
    { numRuns: 300 },
  );
});
