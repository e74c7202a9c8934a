import type { View } from '#extension/features/view.ts';
import type { Reading } from '#shared/wire/reading.ts';

type OpenNotice = NonNullable<Reading['notice']>;
type Told = Pick<OpenNotice, 'type' | 'issuedAt'>;

/** Notices that were acknowledged here and that the next reading may still name. */
const acknowledged = new Set<string>();

function keyOf({ type, issuedAt }: Told): string {
  return `${type} ${issuedAt}`;
}

export function markAcknowledged(notice: Told): void {
  acknowledged.add(keyOf(notice));
}

/** The notice that still has to be read; null in observe, where nobody can press CONTINUE. */
export function openNotice({ reading, shown }: View): OpenNotice | null {
  if (reading === null || shown === 'nothing' || reading.notice === null) return null;
  return acknowledged.has(keyOf(reading.notice)) ? null : reading.notice;
}
