import { afterFrame } from '#extension/entrypoints/team/after-frame.ts';
import { askForSeats } from '#extension/entrypoints/team/list/ask-seats.ts';
import { listed, type Listed } from '#extension/entrypoints/team/list/listed.ts';
import type { ApiFault } from '#extension/state/api-client.ts';
import { keptSeats } from '#extension/state/kept.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { SeatList } from '#shared/wire/seats.ts';

/** The list as far as it is here. */
export type TeamList = Readonly<{
  about: Omit<SeatList, 'seats' | 'next'>;
  seats: readonly Listed[];
  isComplete: boolean;
  /** When its first page arrived, by this machine's clock. */
  receivedAt: Instant;
}>;

/** What fits a screen comes at once; the rest in pages that each take but a moment to read. */
export const FIRST_PAGE = { limit: 40, after: null, page: 0 } as const;
const REST_PAGE = 250;

type Page = { list: SeatList; receivedAt: Instant };
type Show = (list: TeamList) => void;

/** Lays pages one after the other. */
class Pages {
  readonly #seats: Listed[] = [];
  #first: Page | null = null;

  add(page: Page): TeamList {
    this.#first ??= page;
    const { list, receivedAt } = this.#first;
    const { seats: _seats, next: _next, ...about } = list;
    for (const row of page.list.seats) this.#seats.push(listed(row, about));
    const isComplete = page.list.next === null;
    return { about, seats: [...this.#seats], isComplete, receivedAt };
  }
}

/** Shows what was kept of the list the last time, page by page. */
export async function showKept(account: string, show: Show): Promise<TeamList | null> {
  const pages = new Pages();
  let shown: TeamList | null = null;
  for (let page = 0; ; page += 1) {
    const kept = await keptSeats.read(page);
    const isOfList =
      kept?.account === account && (shown === null || kept.list.asOf === shown.about.asOf);
    if (kept === null || !isOfList) break;
    shown = pages.add(kept);
    if (page === 0 || shown.isComplete) show(shown);
    if (shown.isComplete) break;
    // Reading on before it is painted would keep a reader waiting.
    if (page === 0) await afterFrame();
  }
  return shown;
}

/** The fresh seats before those that were shown until now and are not among them yet. */
function before(fresh: TeamList, until: TeamList | null): TeamList {
  if (until === null || fresh.isComplete) return fresh;
  const known = new Set(fresh.seats.map(({ row }) => row.seat.id));
  const rest = until.seats.filter(({ row }) => !known.has(row.seat.id));
  return { ...fresh, seats: [...fresh.seats, ...rest], isComplete: until.isComplete };
}

/**
 * Fetches the list page by page. Where one was shown before, its rows stand in for those that have
 * not come yet, so that nothing vanishes from under a reader.
 * @param shown the list that was shown before, once there is one.
 * @returns what kept it from coming, or null.
 */
export async function loadFresh(
  contractId: string,
  shown: () => TeamList | null,
  show: Show,
): Promise<ApiFault | null> {
  const pages = new Pages();
  let after: string | null = null;
  for (let page = 0; ; page += 1) {
    const of = page === 0 ? FIRST_PAGE : { limit: REST_PAGE, after, page };
    const outcome = await askForSeats(of, contractId);
    if (!outcome.ok) return outcome.fault;
    const fresh = pages.add({ list: outcome.value, receivedAt: Date.now() });
    const until = shown();
    const isWorthIt = page === 0 || fresh.isComplete || until === null;
    if (isWorthIt) show(before(fresh, until));
    after = outcome.value.next;
    if (after === null) return null;
    if (page === 0) await afterFrame();
  }
}
