import '#extension/state/no-eval.ts';
import type { z } from 'zod';
import type { Credentials } from '#extension/state/credentials.ts';
import { gateOf } from '#shared/policy/gate.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { eventReceiptSchema, type EventReceipt } from '#shared/wire/events.ts';
import { observationReceiptSchema, type ObservationReceipt } from '#shared/wire/observations.ts';
import { readingSchema, type Reading } from '#shared/wire/reading.ts';
import { seatListSchema, type SeatList } from '#shared/wire/seats.ts';

type Whose = Pick<Credentials, 'identity'>;

// From 2014-01-01 to 2100: what the policy can speak of.
const EARLIEST = 1_388_534_400_000;
const LATEST = 4_102_444_800_000;
/** No reading holds for longer, whatever it says; while the server answers, each one begins anew. */
const LONGEST_HOLD_DAYS = 366;

/** True for a reading of that seat of ours; any other is somebody else's, and not looked at. */
function isOurs({ identity }: Whose, seat: string | null, reading: Reading): boolean {
  const { contract, asOf } = reading;
  const isOfOurTime = asOf >= EARLIEST && asOf <= LATEST;
  return contract.id === identity.contract.id && reading.seat.id === seat && isOfOurTime;
}

/**
 * The reading with the gate that the policy makes of it: bulk is refused in the Improvement Period
 * and in `enforce` alone, and not for ever. A server that says otherwise is not believed.
 */
function withGateOfPolicy(reading: Reading): Reading {
  const { asOf, standing, mode, periodEndsAt } = reading;
  const latest = asOf + LONGEST_HOLD_DAYS * DAY_MS;
  const until = periodEndsAt === null ? null : Math.min(periodEndsAt, latest);
  return { ...reading, gate: gateOf(standing, mode, until) };
}

/** The wire's reading, of that seat of the connected contract. */
export function readingOf(whose: Whose, seat: string | null): z.ZodType<Reading> {
  return readingSchema
    .refine((reading) => isOurs(whose, seat, reading))
    .transform((reading) => withGateOfPolicy(reading));
}

/** A receipt is one whatever readings come with it; those that are not ours are left out. */
export function receiptOf(whose: Whose): z.ZodType<EventReceipt> {
  const { seat } = whose.identity;
  return eventReceiptSchema.transform((receipt) => ({
    ...receipt,
    readings: receipt.readings
      .filter((reading) => isOurs(whose, seat, reading))
      .map((reading) => withGateOfPolicy(reading)),
  }));
}

export function observationReceiptOf(whose: Whose): z.ZodType<ObservationReceipt> {
  return observationReceiptSchema
    .refine(({ reading }) => isOurs(whose, whose.identity.seat, reading))
    .transform((receipt) => ({ ...receipt, reading: withGateOfPolicy(receipt.reading) }));
}

/** A list of the connected contract's seats. */
export function seatListOf({ identity }: Whose): z.ZodType<SeatList> {
  return seatListSchema.refine(({ contract }) => contract.id === identity.contract.id);
}
