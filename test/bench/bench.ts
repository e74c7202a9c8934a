/** Something that was found, and whether it is within the limit that is printed with it. */
export type Limited = { says: string; isHeld: boolean };

/** One thing that is measured. It judges only what a limit is printed for: machines differ. */
export type Bench = {
  name: string;
  /** What is measured. */
  about: string;
  run: () => Promise<readonly (string | Limited)[]>;
};
