import { readContract, type Contract } from '#server/contracts/store.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { makeDueChecks, type CheckContext } from '#server/standing/checks.ts';
import { liveSeats, type LiveSeat } from '#server/standing/live-store.ts';
import { gateOf } from '#shared/policy/gate.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { acceptanceRateBps, responseRateBps } from '#shared/policy/tally.ts';
import type { Reading } from '#shared/wire/reading.ts';

export type ContractReading = Pick<
  Reading,
  'contract' | 'terms' | 'relationshipManager' | 'surfacesOff' | 'trainingLinks'
>;
type SeatReading = Omit<Reading, keyof ContractReading>;

/** What a reading says of the contract, the same for all its seats. */
export function readingOfContract(contract: Contract): ContractReading {
  const { terms, termsVersion, profile, relationshipManager, trainingLinks } = contract;
  const { thresholdBps, minimumVolume, windowDays, warningDays, graceDays } = terms;
  const { improvementDays, closeBps, earlyVolume } = terms;
  const judged = { thresholdBps, minimumVolume, windowDays, warningDays, graceDays };
  const shown = { improvementDays, closeBps, earlyVolume };
  return {
    contract: { id: contract.id, name: contract.name },
    terms: { profile, version: termsVersion, ...judged, ...shown },
    relationshipManager,
    surfacesOff: contract.surfacesOff.map(({ surface, throughVersion }) => {
      return { surface, throughVersion };
    }),
    trainingLinks,
  };
}

/** What a reading says of the seat. */
export function readingOfSeat(contract: Contract, seat: LiveSeat, asOf: Instant): SeatReading {
  const { state, tally, nextCheckAt, evidence } = seat;
  const { holder, notice, mode, standing, periodEndsAt, everWarned, countsFrom } = state;
  const { source, sourceSince, partialAcceptedAt } = contract;
  return {
    seat: { id: seat.id, holder },
    asOf,
    tally,
    responseRateBps: responseRateBps(tally),
    acceptanceRateBps: acceptanceRateBps(tally),
    standing,
    everWarned,
    countsFrom,
    periodEndsAt,
    nextCheckAt,
    notice: notice === null ? null : { ...notice, tally: seat.noticeTally },
    mode,
    gate: gateOf(standing, mode, periodEndsAt),
    evidence: {
      source,
      since: sourceSince,
      ...evidence,
      isPartialAccepted: partialAcceptedAt !== null,
    },
  };
}

type Live = { contract: Contract; seat: LiveSeat; asOf: Instant };

/**
 * A seat as it stands now, or null where the contract has no such seat; checks that are due are made
 * first.
 * @throws ContractUnknown
 */
export async function readLive(
  context: CheckContext,
  contractId: string,
  seatId: string,
): Promise<Live | null> {
  const { database, now } = context;
  await makeDueChecks(context, contractId);
  const asOf = now();
  return database.read(async (reader) => {
    const contract = await readContract(reader, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const [seat] = await liveSeats(reader, contract, asOf, [seatId]);
    return seat === undefined ? null : { contract, seat, asOf };
  });
}

/** The reading of one seat, or null where the contract has no such seat. */
export async function readSeat(
  context: CheckContext,
  contractId: string,
  seat: string,
): Promise<Reading | null> {
  const live = await readLive(context, contractId, seat);
  if (live === null) return null;
  return {
    ...readingOfContract(live.contract),
    ...readingOfSeat(live.contract, live.seat, live.asOf),
  };
}
