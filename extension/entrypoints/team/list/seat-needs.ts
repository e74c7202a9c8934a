import type { Listed } from '#extension/entrypoints/team/list/listed.ts';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { teamWords } from '#shared/words/team.ts';

export type Need = { text: string; isUrgent: boolean };

/** What a seat needs of its lead; nothing where nothing can be done. */
export function needsOf({ row, isLongUnread, isUnseen }: Listed, now: Instant, numbers: Numbers) {
  const needs: Need[] = [];
  if (row.notice !== null && row.mode !== 'observe') {
    const days = Math.floor((now - row.notice.issuedAt) / DAY_MS);
    const words = popupWords[numbers.language];
    const text = days < 2 ? words.noticeUnread : words.noticeUnreadFor(days);
    needs.push({ text, isUrgent: isLongUnread });
  }
  if (isUnseen) {
    const words = teamWords[numbers.language];
    const days = row.lastSeenAt === null ? null : Math.floor((now - row.lastSeenAt) / DAY_MS);
    needs.push({ text: days === null ? words.neverSeen : words.unseenFor(days), isUrgent: false });
  }
  return needs;
}
