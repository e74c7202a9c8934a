export const MODES = ['observe', 'inform', 'enforce'] as const;
/**
 * How far a seat's pilot goes: `observe` computes and shows nothing, `inform` shows and refuses
 * nothing, `enforce` refuses bulk sends in the Improvement Period.
 */
export type Mode = (typeof MODES)[number];

/** Which of a contract's seats are in its pilot. */
export type Pilot = Readonly<{
  contract: string;
  mode: Mode;
  /** Share of the seats that take part, from 0 to 100 per cent. */
  sharePercent: number;
  /** Seats that take part whatever the share. */
  namedSeats: readonly string[];
}>;

const BUCKETS = 10_000;

/** 32-bit FNV-1a over UTF-16 code units: stable everywhere, and no more is asked of it. */
function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // One avalanche, as ids that differ in their last character alone must not share a bucket.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** True when the seat takes part. Raising the share never drops a seat that was in. */
export function isInPilot(pilot: Pilot, seat: string): boolean {
  if (pilot.namedSeats.includes(seat)) return true;
  const bucket = stableHash(`${pilot.contract}\u0000${seat}`) % BUCKETS;
  return bucket < (pilot.sharePercent * BUCKETS) / 100;
}

/** The same for many seats of one pilot, however many of them are named. */
export function modesIn(pilot: Pilot): (seat: string) => Mode {
  const named = new Set(pilot.namedSeats);
  const unnamed = { ...pilot, namedSeats: [] };
  return (seat) => (named.has(seat) ? pilot.mode : modeOfSeat(unnamed, seat));
}

/** The mode that a seat is in: the contract's in the pilot, `observe` outside it. */
export function modeOfSeat(pilot: Pilot, seat: string): Mode {
  return isInPilot(pilot, seat) ? pilot.mode : 'observe';
}
