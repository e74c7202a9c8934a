import { formatInstant, type Instant } from '#shared/policy/instant.ts';
import type { Author } from '#shared/wire/author.ts';

export function authorInWords(author: Author | null): string {
  if (author === null) return 'unknown';
  return author.id === null ? author.role : `${author.role} ${author.id}`;
}

type Recorded = { version: number; recordedAt: Instant; recordedBy: Author | null };

/** One line of a list of versions. */
export function lineOfVersion({ version, recordedAt, recordedBy }: Recorded, said: string): string {
  return `  ${version}  ${formatInstant(recordedAt)}  ${authorInWords(recordedBy)}: ${said}`;
}
