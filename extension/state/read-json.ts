import { plainText } from '#shared/words/plain-text.ts';

/** Longer texts are none that a server of ours writes: names, reasons, instants, codes. */
const LONGEST_TEXT = 4_000;

/** Thrown by what is read from a body that is not to be had as JSON. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * A body as JSON, its texts without what cannot be seen. Null for one that is no JSON, that is
 * larger than `mostBytes` (it is not read to its end), or that holds a text beyond all reason.
 * @throws TypeError when the connection broke off.
 */
export async function readJson(answer: Response, mostBytes: number): Promise<unknown> {
  const text = await readText(answer, mostBytes);
  try {
    return text === null ? null : JSON.parse(text, readValue);
  } catch {
    // No JSON, too long a text in it, or nested deeper than can be walked.
    return null;
  }
}

function readValue(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.length > LONGEST_TEXT) throw new Unreadable('A text is too long.');
  return plainText(value);
}

/** The same as text, and null alike where it is larger. */
export async function readText(answer: Response, mostBytes: number): Promise<string | null> {
  if (answer.body === null) return '';
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
