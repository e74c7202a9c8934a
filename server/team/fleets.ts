import type { CheckContext } from '#server/standing/checks.ts';
import { Fleet, type Listing } from '#server/team/fleet.ts';
import { readContractsThere } from '#server/team/fleet-store.ts';
import { compareListed, type Listed, type Place } from '#server/team/said.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** A place in a list: what comes after it is the rest of that list. */
export type Cursor = Place & { readonly asOf: Instant };

const MOST_CONTRACTS = 100;
/** So that who turns pages reads on in the list that was begun. */
const LISTINGS_KEPT = 3;

type Kept = { fleet: Fleet; listings: Listing[] };

/** The lists of all contracts, each kept while it is among those that were looked at last. */
export class Fleets {
  readonly #context: CheckContext;
  readonly #kept = new Map<string, Kept>();
  #contracts: ReadonlySet<string> = new Set();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  /**
   * The list as it stands now or, after a cursor, the one that the cursor is of; where that is not
   * kept any more, what follows the same place in the list of now.
   * @throws ContractUnknown
   */
  async list(contractId: string, cursor: Cursor | null): Promise<Listing> {
    const begun = this.#keptOf(contractId).listings.find(({ asOf }) => asOf === cursor?.asOf);
    if (begun !== undefined) return begun;
    await this.#dropTheRemoved();
    const kept = this.#keptOf(contractId);
    const listing = await kept.fleet.look();
    const others = kept.listings.filter(({ asOf }) => asOf !== listing.asOf);
    kept.listings = [listing, ...others].slice(0, LISTINGS_KEPT);
    return listing;
  }

  /**
   * Where a contract was removed, its list goes, and all others are read anew: rows are numbered over
   * all contracts, and numbers that were its own may come again.
   */
  async #dropTheRemoved(): Promise<void> {
    const contracts = await this.#context.database.read(readContractsThere);
    if ([...this.#contracts].some((each) => !contracts.has(each))) this.#kept.clear();
    this.#contracts = contracts;
  }

  #keptOf(contractId: string): Kept {
    const kept = this.#kept.get(contractId) ?? {
      fleet: new Fleet(this.#context, contractId),
      listings: [],
    };
    // The last one in a map is the one that was put there last.
    this.#kept.delete(contractId);
    this.#kept.set(contractId, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_CONTRACTS && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }
}

/** Those of a list that come after a cursor. */
export function after(seats: readonly Listed[], cursor: Cursor | null): readonly Listed[] {
  if (cursor === null) return seats;
  const from = seats.findIndex((seat) => compareListed(seat, cursor) > 0);
  return from === -1 ? [] : seats.slice(from);
}
