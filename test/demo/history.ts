import { setTimeout as sleep } from 'node:timers/promises';
import { formatInstant, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import { ApiCaller, type Bearer } from '#test/demo/api-caller.ts';
import type { DemoApi } from '#test/demo/api.ts';
import {
  eventsOfDay,
  HISTORY_DAYS,
  SAMPLE_SEATS,
  startOfDay,
  type FeedEvent,
  type SeatPlan,
} from '#test/demo/sample-contract.ts';

/** Who calls the API in the sample contract. */
export type Callers = { lead: Bearer; feed: Bearer; recruiter: (seat: string) => Bearer };

const BATCH = 1000;
const MORNING_MS = 8 * HOUR_MS;
const EVENING_MS = 20 * HOUR_MS;

/**
 * Lives through the sample contract's last weeks, day by day, with the API's clock moved by hand:
 * sends and answers as a feed, CONTINUE and transfers as people, checks as they fall due.
 */
export async function playHistory(
  api: DemoApi,
  callers: Callers,
  present: Instant,
  progress: (part: number) => void,
): Promise<void> {
  const feed = new ApiCaller(api.url, callers.feed);
  for (let daysAgo = HISTORY_DAYS; daysAgo >= 0; daysAgo -= 1) {
    const midnight = startOfDay(present, daysAgo);
    const isToday = daysAgo === 0;
    await api.moveTo(isToday ? Math.max(midnight, api.clock()) : midnight + MORNING_MS);
    for (const plan of SAMPLE_SEATS) await morningOf(plan, daysAgo, api, callers);
    await api.moveTo(isToday ? present : midnight + EVENING_MS);
    const events = SAMPLE_SEATS.flatMap((plan) => dayOf(plan, daysAgo, midnight, api.clock()));
    await report(feed, events, api.clock());
    progress(1 - daysAgo / HISTORY_DAYS);
    await sleep(0);
  }
}

/** The day's events; what is sent today lies between midnight and now, whatever time it is. */
function dayOf(plan: SeatPlan, daysAgo: number, midnight: Instant, now: Instant): FeedEvent[] {
  return plan.days
    .filter((day) => day.daysAgo === daysAgo)
    .flatMap((day) => eventsOfDay(plan, day, midnight, now));
}

async function morningOf(
  plan: SeatPlan,
  daysAgo: number,
  api: DemoApi,
  callers: Callers,
): Promise<void> {
  if (plan.continuesDaysAgo?.includes(daysAgo) === true) {
    const device = new ApiCaller(api.url, callers.recruiter(plan.seat));
    await pressContinue(device, plan.seat, api.clock());
  }
  if (plan.transferred?.daysAgo === daysAgo) {
    const transfer = {
      id: `transfer-${plan.seat}`,
      type: 'seat.transferred',
      at: formatInstant(api.clock()),
      seat: plan.seat,
      to: plan.transferred.to,
    };
    await new ApiCaller(api.url, callers.lead).events({ events: [transfer] });
  }
}

/** CONTINUE on whatever notice is open, as a holder's device would send it. */
export async function pressContinue(device: ApiCaller, seat: string, at: Instant): Promise<void> {
  const { notice } = await device.reading(seat);
  if (notice === null) throw new Error(`${seat} has no notice to acknowledge.`);
  await device.acknowledge(seat, {
    id: `continue-${seat}-${notice.type}-${notice.issuedAt}`,
    notice: notice.type,
    at: formatInstant(at),
  });
}

/** A feed's report: the events, and that it is complete up to now for every seat. */
async function report(feed: ApiCaller, events: readonly FeedEvent[], now: Instant): Promise<void> {
  const completeUpTo = SAMPLE_SEATS.map(({ seat }) => ({ seat, at: formatInstant(now) }));
  for (let from = 0; from === 0 || from < events.length; from += BATCH) {
    await feed.events({ events: events.slice(from, from + BATCH), completeUpTo });
  }
}
