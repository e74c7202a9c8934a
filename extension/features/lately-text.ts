import type { LatelyMessaged } from '#shared/wire/lately-messaged.ts';
import type { LatelyWords } from '#shared/words/lately.ts';
import type { Numbers } from '#shared/words/numbers.ts';

/**
 * How many of those that a bulk composer writes to had an InMail lately. It is at least so many: of
 * some it may not be known who they are, and the ledger does not name everybody.
 * @returns null where none is known of, as there is nothing to say then.
 */
export function latelyText(
  { messaged, windowDays }: LatelyMessaged,
  recipients: number,
  words: LatelyWords,
  { count }: Numbers,
): string | null {
  if (messaged === 0 || messaged > recipients) return null;
  return words.messaged({
    count: count(messaged),
    recipients: count(recipients),
    days: count(windowDays),
    isOne: messaged === 1,
  });
}
