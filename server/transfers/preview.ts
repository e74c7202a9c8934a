import type { CheckContext } from '#server/standing/checks.ts';
import { readingOfSeat, readLive } from '#server/standing/readings.ts';
import { daysLeft } from '#shared/policy/days-left.ts';
import { transferSeat } from '#shared/policy/standing-steps.ts';
import type { Inheritance } from '#shared/wire/transfer.ts';

export type PreviewOutcome =
  | { ok: true; inheritance: Inheritance }
  | { ok: false; code: 'seat_unknown' | 'already_holder' };

/** What `to` would take over with the seat, as the fold itself would hand it on. */
export async function previewTransfer(
  context: CheckContext,
  contractId: string,
  seat: string,
  to: string,
): Promise<PreviewOutcome> {
  const found = await readLive(context, contractId, seat);
  if (found === null) return { ok: false, code: 'seat_unknown' };
  const { contract, seat: live, asOf } = found;
  if (live.state.holder === to) return { ok: false, code: 'already_holder' };
  const {
    evidence: _e,
    countsFrom: _c,
    notice: openNotice,
    ...said
  } = readingOfSeat(contract, live, asOf);
  const { notice } = transferSeat(live.state, to, asOf, contract.terms).state;
  const isPassedOn = notice !== null && notice === live.state.notice;
  const { periodEndsAt } = said;
  return {
    ok: true,
    inheritance: {
      ...said,
      to,
      openNotice,
      daysLeft: daysLeft(periodEndsAt, asOf),
      getsNotice: notice === null ? null : { type: notice.type, isPassedOn },
    },
  };
}
