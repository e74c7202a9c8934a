import { afterFrame } from '#extension/entrypoints/team/after-frame.ts';
import { whenIdle } from '#extension/entrypoints/team/when-idle.ts';
import { askForSeats } from '#extension/entrypoints/team/list/ask-seats.ts';
import { listedAgain, type Listed } from '#extension/entrypoints/team/list/listed.ts';
import type { ApiFault } from '#extension/state/api-client.ts';
import { FIRST_PAGE } from '#extension/state/first-rows.ts';
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
const REST_PAGE = 250;

type Page = { list: SeatList; receivedAt: Instant };
type Show = (list: TeamList) => void;

/** Lays pages one after the other. */
class Pages {
  readonly #seats: Listed[] = [];
  /** Those that were shown before, by their seats. */
  readonly #known: ReadonlyMap<string, Listed>;
  #first: Page | null = null;
  #isComplete = false;

  constructor(known: readonly Listed[] = []) {
    this.#known = new Map(known.map((seat) => [seat.row.seat.id, seat]));
  }

  add(page: Page): void {
    this.#first ??= page;
    for (const row of page.list.seats) {
      this.#seats.push(listedAgain(row, this.#first.list, this.#known.get(row.seat.id)));
    }
    this.#isComplete = page.list.next === null;
  }

  /** The list as far as it came: what comes later is none of it. */
  soFar(): TeamList {
    if (this.#first === null) throw new Error('No page of the list is here yet.');
    const { list, receivedAt } = this.#first;
    const { seats: _seats, next: _next, ...about } = list;
    return { about, seats: [...this.#seats], isComplete: this.#isComplete, receivedAt };
  }
}

/** Shows what was kept of the list the last time: its first page, and all of it. */
export async function showKept(account: string, show: Show): Promise<void> {
  const pages = new Pages();
  let asOf: Instant | null = null;
  for (let page = 0; ; page += 1) {
    const kept = await keptSeats.read(page);
    const isOfList = kept?.account === account && (asOf === null || kept.list.asOf === asOf);
    if (kept === null || !isOfList) return;
    ({ asOf } = kept.list);
    pages.add(kept);
    const isComplete = kept.list.next === null;
    if (page === 0 || isComplete) show(pages.soFar());
    if (isComplete) return;
    // Reading on before it is painted would keep a reader waiting.
    if (page === 0) await afterFrame();
  }
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
  const pages = new Pages(shown()?.seats);
  let after: string | null = null;
  for (let page = 0; ; page += 1) {
    const of = page === 0 ? FIRST_PAGE : { limit: REST_PAGE, after, page };
    const outcome = await askForSeats(of, contractId);
    if (!outcome.ok) return outcome.fault;
    pages.add({ list: outcome.value, receivedAt: Date.now() });
    after = outcome.value.next;
    const until = shown();
    if (page === 0 || after === null || until === null) show(before(pages.soFar(), until));
    if (after === null) return null;
    await whenIdle();
  }
}
