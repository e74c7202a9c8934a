/** A terminal, or what a program reads instead of one. */
type Screen = { isTTY?: boolean; columns?: number; write(text: string): unknown };

const EVERY_MS = 80;
const WIDEST = 30;

/** A bar on a terminal that says how far something has come; anywhere else it says nothing. */
export class Progress {
  readonly #screen: Screen;
  readonly #total: number;
  readonly #now: () => number;
  readonly #say: (done: number) => string;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #isDrawn = false;

  /** @param say what stands beside the bar; how many of how many, where nothing is given. */
  constructor(
    screen: Screen,
    total: number,
    now: () => number,
    say: (done: number) => string = (done) => `${done} of ${total}`,
  ) {
    this.#screen = screen;
    this.#total = total;
    this.#now = now;
    this.#say = say;
  }

  update(done: number): void {
    const isDue = this.#now() - this.#drawnAt >= EVERY_MS || done >= this.#total;
    if (this.#screen.isTTY !== true || !isDue) return;
    this.#drawnAt = this.#now();
    this.#isDrawn = true;
    const share = this.#total === 0 ? 1 : Math.min(1, done / this.#total);
    const width = Math.max(5, Math.min(WIDEST, (this.#screen.columns ?? 80) - 40));
    const filled = Math.floor(share * width);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    const percent = String(Math.floor(share * 100)).padStart(3);
    this.#screen.write(`\r\u001B[K${bar} ${percent} %  ${this.#say(done)}`);
  }

  /** Takes the bar away, so that something else can be written in its place. */
  clear(): void {
    if (!this.#isDrawn) return;
    this.#isDrawn = false;
    this.#screen.write('\r\u001B[K');
  }
}
