import { describe, expect, test } from 'vitest';
import { Pace, type Turns } from '#extension/entrypoints/team/list/pace.ts';

/** A page whose frames and tasks come when they are let. */
class Page implements Turns {
  clock = 0;
  laidOut = 0;
  #frames: ((begunAt: number) => void)[] = [];
  #tasks: (() => void)[] = [];

  inFrame(what: (begunAt: number) => void): () => void {
    this.#frames.push(what);
    return () => void (this.#frames = this.#frames.filter((one) => one !== what));
  }

  inTask(what: () => void): () => void {
    this.#tasks.push(what);
    return () => void (this.#tasks = this.#tasks.filter((one) => one !== what));
  }

  layOut(): void {
    this.laidOut += 1;
  }

  now(): number {
    return this.clock;
  }

  tasks(): void {
    for (const task of this.#tasks.splice(0)) task();
  }

  frame(ms: number): void {
    const begunAt = this.clock;
    for (const one of this.#frames.splice(0)) one(begunAt);
    this.clock += ms;
  }
}

function paced(hasRows = true) {
  const page = new Page();
  const drawings: number[] = [];
  const pace: Pace = new Pace(() => {
    drawings.push(pace.rows);
    if (hasRows) pace.drew();
  }, page);
  // The first rows are there.
  pace.drew();
  page.frame(8);
  page.tasks();
  return { page, drawings, pace };
}

describe('a long list', () => {
  test('has its first rows at once: nobody waits for a frame with nothing in it', () => {
    const page = new Page();
    let drawings = 0;
    const pace = new Pace(() => void (drawings += 1), page);
    pace.ask();
    expect(drawings).toBe(1);
    pace.drew();
    pace.ask();
    page.tasks();
    expect(drawings).toBe(1);
    page.frame(8);
    page.tasks();
    expect(drawings).toBe(2);
  });

  test('is laid out in the task that drew it, not in the frame; its first rows by their frame alone', () => {
    const { page, pace } = paced();
    expect(page.laidOut).toBe(0);
    pace.ask();
    expect(page.laidOut).toBe(0);
    page.tasks();
    expect(page.laidOut).toBe(1);
    page.frame(8);
    expect(page.laidOut).toBe(1);
  });

  test('is drawn in a task of its own, once however often that is asked for', () => {
    const { page, drawings, pace } = paced();
    pace.ask();
    pace.ask();
    expect(drawings).toHaveLength(0);
    page.tasks();
    expect(drawings).toHaveLength(1);
    page.tasks();
    expect(drawings).toHaveLength(1);
  });

  test('is drawn again only after the frame of what was drawn is over', () => {
    const { page, drawings, pace } = paced();
    pace.ask();
    page.tasks();
    pace.ask();
    page.tasks();
    expect(drawings).toHaveLength(1);
    page.frame(10);
    expect(drawings).toHaveLength(1);
    page.tasks();
    expect(drawings).toHaveLength(2);
  });

  test('waits for no frame where nothing came of a drawing', () => {
    const { page, drawings, pace } = paced(false);
    for (let turn = 0; turn < 3; turn += 1) {
      pace.ask();
      page.tasks();
    }
    expect(drawings).toHaveLength(3);
  });

  test('gets a row less after a frame that was long, and one more after a short one', () => {
    const { page, drawings, pace } = paced();
    for (const ms of [33, 33, 40, 32, 8, 8]) {
      pace.ask();
      page.tasks();
      page.frame(ms);
      page.tasks();
    }
    expect(drawings).toEqual([3, 2, 2, 2, 3, 3]);
  });

  test('is not drawn any more once it is gone', () => {
    const { page, drawings, pace } = paced();
    pace.ask();
    pace.stop();
    page.tasks();
    pace.ask();
    page.tasks();
    pace.ask();
    pace.stop();
    page.frame(8);
    page.tasks();
    expect(drawings).toHaveLength(1);
  });
});
