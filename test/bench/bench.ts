/** One thing that is measured. It says what it found, and judges nothing: machines differ. */
export type Bench = {
  name: string;
  /** What is measured. */
  about: string;
  run: () => Promise<readonly string[]>;
};
