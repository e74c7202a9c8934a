import { DAY_MS, formatInstant, HOUR_MS, type Instant } from '#shared/policy/instant.ts';

/**
 * A sample contract, written as what its people do: how many InMails go out on which day, and how
 * many of them are answered. Standings follow from it through the API, as they would anywhere.
 */
export type SendDay = {
  /** Days before the present; 0 is today. */
  daysAgo: number;
  sends: number;
  accepted: number;
  declined: number;
};

export type SeatPlan = {
  seat: string;
  holder: string;
  /** What the seat is here to show. */
  shows: string;
  days: SendDay[];
  /** When CONTINUE is pressed on whatever notice is open. */
  continuesDaysAgo?: number[];
  transferred?: { daysAgo: number; to: string };
  isOutsidePilot?: boolean;
};

/** The seat that the browser is connected to. */
export const RECRUITER_SEAT = 'seat-1';
export const CONTRACT_ID = 'fernhill-talent';
export const CONTRACT_NAME = 'Fernhill Talent';
export const RELATIONSHIP_MANAGER = 'Aisha Brennan, aisha.brennan@example.com';
export const HISTORY_DAYS = 46;

/** The same number of InMails on each of some days. */
function daily(fromDaysAgo: number, toDaysAgo: number, each: Omit<SendDay, 'daysAgo'>): SendDay[] {
  const days: SendDay[] = [];
  for (let daysAgo = fromDaysAgo; daysAgo >= toDaysAgo; daysAgo -= 1)
    days.push({ daysAgo, ...each });
  return days;
}

const once = (daysAgo: number, sends: number, accepted: number, declined: number): SendDay => ({
  daysAgo,
  sends,
  accepted,
  declined,
});

export const SAMPLE_SEATS: readonly SeatPlan[] = [
  {
    seat: RECRUITER_SEAT,
    holder: 'Nora Lindqvist',
    shows: 'yours: close to the line',
    days: daily(12, 1, { sends: 9, accepted: 1, declined: 0 }).concat(once(5, 6, 3, 1)),
  },
  {
    seat: 'seat-2',
    holder: 'Tomasz Bielak',
    shows: 'on track',
    days: daily(13, 1, { sends: 12, accepted: 2, declined: 1 }),
  },
  {
    seat: 'seat-3',
    holder: 'Ines Carvalho',
    shows: 'below the line, the check still to come',
    days: [...daily(12, 2, { sends: 10, accepted: 1, declined: 1 }), once(0, 70, 0, 0)],
  },
  {
    seat: 'seat-4',
    holder: 'Bao Tran',
    shows: 'too few InMails to judge, and a low rate so far',
    days: daily(9, 1, { sends: 7, accepted: 0, declined: 0 }).concat(once(3, 2, 1, 1)),
  },
  {
    seat: 'seat-5',
    holder: 'Greta Holm',
    shows: 'too few InMails to judge',
    days: daily(8, 2, { sends: 5, accepted: 1, declined: 0 }),
  },
  {
    seat: 'seat-6',
    holder: 'Samuel Okafor',
    shows: 'a warning that nobody has read yet',
    days: daily(11, 3, { sends: 13, accepted: 1, declined: 0 }),
  },
  {
    seat: 'seat-7',
    holder: 'Lucie Marchand',
    shows: 'in the warning period, recovering',
    days: [
      ...daily(20, 12, { sends: 13, accepted: 1, declined: 0 }),
      ...daily(9, 1, { sends: 8, accepted: 2, declined: 1 }),
    ],
    continuesDaysAgo: [10],
  },
  {
    seat: 'seat-8',
    holder: 'Henrik Dahl',
    shows: 'in the warning period, still below',
    days: daily(24, 1, { sends: 10, accepted: 1, declined: 0 }),
    continuesDaysAgo: [12],
  },
  {
    seat: 'seat-9',
    holder: 'Paloma Reyes',
    shows: 'in the Improvement Period',
    days: [
      ...daily(34, 14, { sends: 10, accepted: 1, declined: 0 }),
      ...daily(10, 1, { sends: 4, accepted: 1, declined: 0 }),
    ],
    continuesDaysAgo: [23, 8],
  },
  {
    seat: 'seat-10',
    holder: 'Yusuf Demir',
    shows: 'in a renewed Improvement Period',
    days: daily(45, 1, { sends: 9, accepted: 1, declined: 0 }),
    continuesDaysAgo: [33, 18],
  },
  {
    seat: 'seat-11',
    holder: 'Hannah Voss',
    shows: 'released: too few InMails to judge',
    days: daily(45, 18, { sends: 10, accepted: 1, declined: 0 }),
    continuesDaysAgo: [34, 19],
  },
  {
    seat: 'seat-12',
    holder: 'Emil Novak',
    shows: 'inherited with its past',
    days: [
      ...daily(30, 22, { sends: 13, accepted: 1, declined: 0 }),
      ...daily(12, 1, { sends: 9, accepted: 2, declined: 0 }),
    ],
    continuesDaysAgo: [20],
    transferred: { daysAgo: 2, to: 'Clara Weiss' },
  },
  {
    seat: 'seat-13',
    holder: 'Oskar Lind',
    shows: 'left out of the pilot: in observation',
    days: daily(12, 1, { sends: 11, accepted: 1, declined: 0 }),
    isOutsidePilot: true,
  },
];

export type FeedEvent = Record<string, string>;

const SEGMENTS = ['engineering', 'sales', 'finance'];

/**
 * What a feed reports of one seat on one day: sends from nine in the morning on, answered four
 * hours later. Today's lie between midnight and `now`, whatever time it is.
 */
export function eventsOfDay(
  plan: SeatPlan,
  day: SendDay,
  midnight: Instant,
  now: Instant,
): FeedEvent[] {
  const outcomes = [
    ...Array.from({ length: day.accepted }, () => 'accepted'),
    ...Array.from({ length: day.declined }, () => 'declined'),
  ];
  return Array.from({ length: day.sends }, (_, index) => {
    const inmail = `${plan.seat}-${formatInstant(midnight).slice(0, 10)}-${day.sends}-${index}`;
    const today = midnight + ((now - midnight) * (index + 1)) / (day.sends + 2);
    const sentAt = day.daysAgo === 0 ? Math.floor(today) : midnight + 9 * HOUR_MS + index * 20_000;
    const sent = sentEvent(plan, day, inmail, index, sentAt);
    const outcome = outcomes[index];
    return outcome === undefined ? [sent] : [sent, answerEvent(inmail, outcome, sentAt, now)];
  }).flat();
}

function sentEvent(
  plan: SeatPlan,
  day: SendDay,
  inmail: string,
  index: number,
  sentAt: Instant,
): FeedEvent {
  return {
    id: `sent-${inmail}`,
    type: 'inmail.sent',
    at: formatInstant(sentAt),
    seat: plan.seat,
    inmail,
    mode: day.sends > 8 ? 'bulk' : 'one_to_one',
    surface: 'search',
    segment: SEGMENTS[index % SEGMENTS.length] ?? 'engineering',
  };
}

function answerEvent(inmail: string, outcome: string, sentAt: Instant, now: Instant): FeedEvent {
  return {
    id: `answer-${inmail}`,
    type: 'inmail.responded',
    at: formatInstant(Math.min(sentAt + 4 * HOUR_MS, now)),
    inmail,
    outcome,
  };
}

/** The midnight that began the day so many days before `present`. */
export function startOfDay(present: Instant, daysAgo: number): Instant {
  return Math.floor(present / DAY_MS) * DAY_MS - daysAgo * DAY_MS;
}
