import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { NOT_NARROWED, type Narrowing } from '#extension/entrypoints/team/list/narrow.ts';
import { hashOf, type ListRoute } from '#extension/entrypoints/team/route.ts';

/**
 * How the list is narrowed. Its filter and what was typed stand in the address as well, so that a
 * reload and the way back from a seat keep them.
 */
export function useNarrowing(route: ListRoute): [Narrowing, (to: Narrowing) => void] {
  const { filter = null, find: typed = '' } = route;
  const [narrowing, setNarrowing] = useState<Narrowing>({ ...NOT_NARROWED, filter, typed });
  useLayoutEffect(() => setNarrowing((now) => ({ ...now, filter, typed })), [route]);
  const change = useCallback((to: Narrowing): void => {
    setNarrowing(to);
    // It is the same place, looked at otherwise: the way back leads out of it.
    const hash = hashOf({ at: 'list', filter: to.filter, find: to.typed });
    if (hash !== location.hash) history.replaceState(null, '', hash);
    // What was narrowed begins at its beginning.
    if (scrollY > 0) scrollTo({ top: 0 });
  }, []);
  return [narrowing, change];
}
