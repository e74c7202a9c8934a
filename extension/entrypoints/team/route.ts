/** Where a lead is in the team page, as its address says after the hash. */
export type TeamRoute =
  | { at: 'list' }
  | { at: 'seat'; seat: string }
  | { at: 'transfer'; seat: string }
  | { at: 'reviews' }
  | { at: 'pilot' };

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** An address that leads nowhere leads to the list. */
export function readRoute(hash: string): TeamRoute {
  const [first, second = '', third] = hash.replace(/^#?\/?/, '').split('/');
  if (first === 'pilot') return { at: 'pilot' };
  if (first === 'reviews') return { at: 'reviews' };
  const seat = decoded(second);
  if (first !== 'seat' || seat === null || seat === '') return { at: 'list' };
  return third === 'transfer' ? { at: 'transfer', seat } : { at: 'seat', seat };
}

export function hashOf(route: TeamRoute): string {
  switch (route.at) {
    case 'list':
      return '#/';
    case 'seat':
      return `#/seat/${encodeURIComponent(route.seat)}`;
    case 'transfer':
      return `#/seat/${encodeURIComponent(route.seat)}/transfer`;
    case 'reviews':
      return '#/reviews';
    case 'pilot':
      return '#/pilot';
  }
}
