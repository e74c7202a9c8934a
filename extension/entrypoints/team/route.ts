import { isFilterName, type FilterName } from '#extension/entrypoints/team/list/narrow.ts';

/** Where a lead is in the team page, as its address says after the hash. */
export type TeamRoute =
  /** Narrowed to a filter, and to what somebody typed. */
  | { at: 'list'; filter?: FilterName | null; find?: string }
  | { at: 'seat'; seat: string }
  | { at: 'transfer'; seat: string }
  | { at: 'reviews' }
  | { at: 'pilot' };

export type ListRoute = Extract<TeamRoute, { at: 'list' }>;

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function listOf(hash: string): ListRoute {
  const [, query = ''] = hash.split('?');
  const asked = new URLSearchParams(query);
  const filter = asked.get('filter') ?? '';
  const find = asked.get('find') ?? '';
  return {
    at: 'list',
    ...(isFilterName(filter) ? { filter } : {}),
    ...(find === '' ? {} : { find }),
  };
}

/** An address that leads nowhere leads to the list. */
export function readRoute(hash: string): TeamRoute {
  const [first, second = '', third] = hash.replace(/^#?\/?/, '').split('/');
  if (first === 'pilot') return { at: 'pilot' };
  if (first === 'reviews') return { at: 'reviews' };
  const seat = decoded(second);
  if (first !== 'seat' || seat === null || seat === '') return listOf(hash);
  return third === 'transfer' ? { at: 'transfer', seat } : { at: 'seat', seat };
}

function hashOfList({ filter, find }: ListRoute): string {
  const query = { ...(filter ? { filter } : {}), ...(find ? { find } : {}) };
  const asked = new URLSearchParams(query).toString();
  return asked === '' ? '#/' : `#/?${asked}`;
}

export function hashOf(route: TeamRoute): string {
  switch (route.at) {
    case 'list':
      return hashOfList(route);
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
