import type { NoticeType } from '#shared/policy/standing.ts';
import type { Tally } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';

/** What a notice tells, finer than its type: an Improvement Period ends in three ways. */
export type NoticeKind =
  | Exclude<NoticeType, 'improvement_ended'>
  | 'ended_recovered'
  /** Too few InMails to judge: released, and never told that the rate recovered. */
  | 'ended_too_few'
  /** No check ended it: the objection of the seat's holder was upheld. */
  | 'ended_restored';

/** The kind of a notice, by the tally that the check judged which issued it; null: no check did. */
export function noticeKind(
  notice: Readonly<{ type: NoticeType; tally: Tally | null }>,
  terms: Pick<Terms, 'minimumVolume'>,
): NoticeKind {
  if (notice.type !== 'improvement_ended') return notice.type;
  if (notice.tally === null) return 'ended_restored';
  return notice.tally.total < terms.minimumVolume ? 'ended_too_few' : 'ended_recovered';
}
