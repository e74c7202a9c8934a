/** So many rows are drawn in one go: at the most, and where that takes long. */
const MOST_ROWS = 3;
const FEWEST_ROWS = 2;
/** A frame of so many milliseconds and more has missed the next one: the next gets a row less. */
const LONG_MS = 32;

/** When a page does what; each is given what to do, and gives back how to leave it undone. */
export type Turns = Readonly<{
  /** In the next frame, which began at the instant that is handed on. */
  inFrame(what: (begunAt: number) => void): () => void;
  /** In a task of its own, after the one that runs now. */
  inTask(what: () => void): () => void;
  /** Lays out what was drawn, which otherwise the next frame does. */
  layOut(): void;
  now(): number;
}>;

const pageTurns: Turns = {
  inFrame(what) {
    const frame = requestAnimationFrame(what);
    return () => cancelAnimationFrame(frame);
  },
  inTask(what) {
    const task = setTimeout(what);
    return () => clearTimeout(task);
  },
  layOut: () => void document.body.getBoundingClientRect(),
  now: () => performance.now(),
};

/**
 * When a long list draws what comes into view: once a frame, and in a task of its own after it, so that
 * neither the drawing nor the frame takes long. A slow machine gets fewer rows at a time.
 */
export class Pace {
  readonly #draw: () => void;
  readonly #turns: Turns;
  #rows = MOST_ROWS;
  #isWanted = false;
  #isFirst = true;
  /** Leaves undone what is to come: a drawing, or the frame of what was drawn. */
  #stop: (() => void) | null = null;

  constructor(draw: () => void, turns: Turns = pageTurns) {
    this.#draw = draw;
    this.#turns = turns;
  }

  /** How many rows may be drawn now. */
  get rows(): number {
    return this.#rows;
  }

  /** Something is to be drawn: in a task, or once what was drawn has had its frame; the first rows at once. */
  ask(): void {
    if (this.#isFirst) {
      this.#draw();
      return;
    }
    this.#isWanted = true;
    this.#stop ??= this.#turns.inTask(() => this.#go());
  }

  /** Something was drawn, and its frame is still to come. */
  drew(): void {
    // The frame that scrolls has to paint it still; the first rows are waited for, and laid out once.
    if (!this.#isFirst) this.#turns.layOut();
    this.#isFirst = false;
    this.stop();
    this.#stop = this.#turns.inFrame((begunAt) => {
      // A frame is over when the next task begins.
      this.#stop = this.#turns.inTask(() => {
        const isLong = this.#turns.now() - begunAt > LONG_MS;
        this.#rows = isLong
          ? Math.max(FEWEST_ROWS, this.#rows - 1)
          : Math.min(MOST_ROWS, this.#rows + 1);
        this.#go();
      });
    });
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  #go(): void {
    this.#stop = null;
    if (!this.#isWanted) return;
    this.#isWanted = false;
    this.#draw();
  }
}
