import { closeSync, openSync, writeSync } from 'node:fs';
import { DAY_MS, formatInstant, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import { seededChance } from '#test/recruiter/people.ts';

const START = Date.UTC(2025, 0, 6);
const SEGMENTS = ['finance', 'sales', 'tech'];
/** A seat sends as many on a day, or some less. */
const MOST_A_DAY = 20;
const SLOWEST_ANSWER_DAYS = 10;

type Timed = { at: Instant; line: Record<string, string> };

/** What all seats send day by day, and what is answered, as it happens; one seat is answered better than another. */
function* days(seats: number, chance: () => number): Generator<Timed[]> {
  const answersOn = new Map<number, Timed[]>();
  let count = 0;
  for (let day = 0; ; day += 1) {
    const today = answersOn.get(day) ?? [];
    answersOn.delete(day);
    for (let seat = 0; seat < seats; seat += 1) {
      const share = 0.04 + (0.3 * ((seat * 7) % seats)) / seats;
      for (let left = Math.floor(chance() * MOST_A_DAY); left > 0; left -= 1) {
        const inmail = `m${count}`;
        count += 1;
        const at = START + day * DAY_MS + Math.floor((8 + 10 * chance()) * HOUR_MS);
        const sent = { id: `s${inmail}`, type: 'inmail.sent', seat: `seat-${seat + 1}`, inmail };
        const segment = SEGMENTS[seat % SEGMENTS.length] ?? '';
        today.push({
          at,
          line: { ...sent, mode: left % 4 === 0 ? 'one_to_one' : 'bulk', segment },
        });
        if (chance() >= share) continue;
        const answeredAt = at + Math.ceil(chance() ** 2 * SLOWEST_ANSWER_DAYS * DAY_MS);
        const answer = { id: `r${inmail}`, type: 'inmail.responded', inmail, outcome: 'accepted' };
        const on = Math.floor((answeredAt - START) / DAY_MS);
        const ofDay = on === day ? today : (answersOn.get(on) ?? []);
        if (on !== day) answersOn.set(on, ofDay);
        ofDay.push({ at: answeredAt, line: answer });
      }
    }
    yield today.sort((one, other) => one.at - other.at);
  }
}

/** Writes a file of exactly so many events, in order and the same each time. @returns days it covers. */
export function writeLargeLedger(path: string, of: { events: number; seats: number }): number {
  const file = openSync(path, 'w');
  let [left, covered] = [of.events, 0];
  for (const day of days(of.seats, seededChance(2014))) {
    const some = day.slice(0, left);
    const lines = some.map(({ at, line }) => JSON.stringify({ ...line, at: formatInstant(at) }));
    writeSync(file, `${lines.join('\n')}\n`);
    left -= some.length;
    covered += 1;
    if (left === 0) break;
  }
  closeSync(file);
  return covered;
}
