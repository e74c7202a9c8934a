import { useEffect, useState } from 'preact/hooks';
import { readRoute, type TeamRoute } from '#extension/entrypoints/team/route.ts';

export function useRoute(): TeamRoute {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useEffect(() => {
    const follow = (): void => setRoute(readRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}
