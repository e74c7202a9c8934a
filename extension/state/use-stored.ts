import { useLayoutEffect, useState } from 'preact/hooks';

type Watched<Value> = {
  getValue(): Promise<Value>;
  watch(told: (value: Value) => void): () => void;
};

/** What an item holds now and from now on; undefined until it is read. */
export function useStored<Value>(item: Watched<Value>): Value | undefined {
  const [value, setValue] = useState<Value>();
  // At once: what waits for a frame to be painted comes several frames later.
  useLayoutEffect(() => {
    let isGone = false;
    const stop = item.watch((next) => setValue(() => next));
    const readFirst = async (): Promise<void> => {
      const first = await item.getValue();
      // A change that came in meanwhile is newer than what was there.
      if (!isGone) setValue((known) => known ?? first);
    };
    void readFirst();
    return () => {
      isGone = true;
      stop();
    };
  }, [item]);
  return value;
}
