import type { Context } from 'hono';
import type { RequestEnv } from '#server/http/requests.ts';

/** A text to keep as a file. @param name of the file; it may hold anything, and goes in written out. */
export function answerFile(
  c: Context<RequestEnv>,
  { name, type }: { name: string; type: 'text/csv; charset=utf-8' | 'application/x-ndjson' },
  text: string,
): Response {
  c.header('Content-Type', type);
  c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  return c.body(text);
}
