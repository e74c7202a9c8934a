const never = new Promise<never>(() => undefined);

/** A worker's life: after so many more steps nothing it awaits ever comes back to it. */
export class Life {
  left = Number.POSITIVE_INFINITY;

  /** Wraps each thing that the worker reaches: a kill falls before or after it is done. */
  wrap<Target extends object>(target: Target): Target {
    return new Proxy(target, {
      get: (from, key) => {
        const member: unknown = Reflect.get(from, key);
        if (typeof member !== 'function') {
          return typeof member === 'object' && member !== null ? this.wrap(member) : member;
        }
        return (...args: unknown[]): unknown => {
          if (!this.#step()) return never;
          const done: unknown = Reflect.apply(member, from, args);
          if (!(done instanceof Promise)) return done;
          return done.then((value: unknown) => (this.#step() ? value : never));
        };
      },
    });
  }

  #step(): boolean {
    this.left -= 1;
    return this.left >= 0;
  }
}

/** Long enough for everything that is under way in memory, and for what it starts. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1));
}
