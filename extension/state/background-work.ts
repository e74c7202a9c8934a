import { disconnectFrom, keepToManaged } from '#extension/state/connecting.ts';
import { FIRST_PAGE, HEAD } from '#extension/state/first-rows.ts';
import { createLatelyAsker, type AskLately } from '#extension/state/lately-work.ts';
import { createMisses } from '#extension/state/misses.ts';
import { createPairingWork, type PairingWork } from '#extension/state/pairing-work.ts';
import type { Ports } from '#extension/state/ports.ts';
import { createPresenter } from '#extension/state/present.ts';
import { createReceiver } from '#extension/state/receive.ts';
import { createOwnSeatRefresher } from '#extension/state/refresh-own-seat.ts';
import { createReportRefresher } from '#extension/state/refresh-report.ts';
import { createReviewWork, type ReviewWork } from '#extension/state/review-work.ts';
import { createSynchroniser } from '#extension/state/synchronise.ts';
import { createTeamWork, type TeamWork } from '#extension/state/team-work.ts';

/** Everything the background does, apart from listening: nothing here knows the browser. */
export type BackgroundWork = {
  sendObserved(raw: unknown): Promise<void>;
  sendLeft(raw: unknown): Promise<void>;
  inboxRead(raw: unknown): Promise<void>;
  bulkHeld(raw: unknown): Promise<void>;
  noticeAcknowledged(raw: unknown): Promise<void>;
  surfaceMissed(raw: unknown): Promise<void>;
  readingWanted(): Promise<void>;
  reportWanted(): Promise<void>;
  /** A recruiter's popup is open: what it tells beside the reading. */
  ownSeatWanted(): Promise<void>;
  /** A bulk composer is open. */
  latelyMessaged: AskLately;
  /** The worker started, or the network came back. */
  wake(): Promise<void>;
  /** Every minute, and when a pause after a failed try is over. */
  tick(): Promise<void>;
  pairing: PairingWork;
  disconnect(): Promise<void>;
  /** What an organisation sets may have changed. */
  managedChanged(): Promise<void>;
  freshReadingWanted(): Promise<void>;
  /** What a recruiter's pages ask of reviews. */
  reviews: ReviewWork;
  /** What a lead's pages ask. */
  team: TeamWork;
};

/** A reading is at most a minute old while Recruiter is in view; a little less leaves room. */
const FRESH_MS = 55_000;
/** Who opens the popup sees what is true now. */
const NO_AGE_MS = 0;

/** @param report told of every fault that nobody waits for. */
export function createBackgroundWork(
  ports: Ports,
  report: (error: unknown) => void,
): BackgroundWork {
  const present = createPresenter(ports);
  const synchronise = createSynchroniser(ports, present);
  const receiver = createReceiver(ports);
  const misses = createMisses(ports);
  const urgently = (maxAgeMs: number): Promise<void> => synchronise({ isUrgent: true, maxAgeMs });

  // The surface waits only until it is kept; to show it and to report it is the worker's own affair.
  const keep = async (kept: Promise<void>): Promise<void> => {
    await kept;
    present()
      .then(() => urgently(FRESH_MS))
      .catch(report);
  };

  const team = createTeamWork(ports);
  const connected = async (): Promise<void> => {
    await urgently(NO_AGE_MS);
    // So that whoever looks for the first time finds the rows there; for a recruiter there are none.
    await Promise.all([team.seats(HEAD), team.seats(FIRST_PAGE)]);
  };

  return {
    sendObserved: (raw) => keep(receiver.keepSend(raw)),
    sendLeft: (raw) => keep(receiver.keepLeft(raw)),
    inboxRead: (raw) => keep(receiver.keepInbox(raw)),
    bulkHeld: (raw) => keep(receiver.keepHold(raw)),
    noticeAcknowledged: (raw) => keep(receiver.keepAcknowledgement(raw)),
    surfaceMissed: (raw) => misses.keep(raw),
    readingWanted: () => urgently(FRESH_MS),
    reportWanted: createReportRefresher(ports),
    ownSeatWanted: createOwnSeatRefresher(ports),
    latelyMessaged: createLatelyAsker(ports),
    wake: () => urgently(FRESH_MS),
    async tick() {
      await synchronise({ isUrgent: false, maxAgeMs: FRESH_MS });
      await misses.report();
    },
    pairing: createPairingWork(ports, connected),
    disconnect: () => disconnectFrom(ports, present),
    managedChanged: () => keepToManaged(ports, present),
    freshReadingWanted: () => urgently(NO_AGE_MS),
    reviews: createReviewWork(ports),
    team,
  };
}
