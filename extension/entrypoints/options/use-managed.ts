import { useEffect, useState } from 'preact/hooks';
import type { Managed } from '#extension/state/managed-values.ts';
import { onManagedChange, readManaged } from '#extension/state/managed.ts';

/** What the organisation has set, now and from now on; undefined until it is read. */
export function useManaged(): Managed | undefined {
  const [managed, setManaged] = useState<Managed>();
  useEffect(() => {
    const read = (): void => void readManaged().then(setManaged);
    read();
    return onManagedChange(read);
  }, []);
  return managed;
}
