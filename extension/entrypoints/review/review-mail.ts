import { figuresText } from '#extension/entrypoints/review/figures-text.ts';
import { proofText } from '#extension/entrypoints/review/proof-text.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { ReviewDetail } from '#shared/wire/reviews.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { reviewWords } from '#shared/words/review.ts';

/** A mail about a review, and the proof that it is about. */
export type ReviewMailParts = {
  /** Empty where the contract names nobody with an address. */
  to: string;
  subject: string;
  body: string;
  /** As JSON; null where there is none. */
  proof: string | null;
};

/** The address in "Aisha Brennan <aisha@example.com>", or in a text that is one. */
function addressIn(manager: string | null): string {
  return /[^\s<>,;:"]+@[^\s<>,;:"]+/.exec(manager ?? '')?.[0] ?? '';
}

export function reviewMail(
  review: ReviewDetail,
  { contract, relationshipManager }: Pick<Reading, 'contract' | 'relationshipManager'>,
  numbers: Numbers,
): ReviewMailParts {
  const words = reviewWords[numbers.language];
  const { seat, message, reason, askedAt, proofSha256, proof } = review;
  const body = words.mailBody({
    contract: contract.name,
    seat: seat.id,
    holder: seat.holder,
    reason: words.reasons[reason],
    message,
    figures: figuresText(review, numbers),
    asked: numbers.instant(askedAt),
    hash: proofSha256,
  });
  return {
    to: addressIn(relationshipManager),
    subject: words.subject(seat.id, seat.holder),
    body,
    proof: proof === null ? null : proofText(proof),
  };
}

/** What a mail program opens from a link. It carries text alone. */
export function mailtoOf({ to, subject, body }: ReviewMailParts): string {
  const lines = body.replaceAll('\n', '\r\n');
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
  return `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?${query}`;
}

/** Base64 of a text in UTF-8, in lines as mail has them (RFC 2045, section 6.8). */
function base64Lines(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const packed = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return (packed.match(/.{1,76}/g) ?? []).join('\r\n');
}

const BOUNDARY = 'good-standing-review';

/** A draft with the proof attached, for a mail program to open and send (RFC 5322, RFC 2046). */
export function emlOf({ to, subject, body, proof }: ReviewMailParts): string {
  // A word of an encoded header holds 75 characters at most (RFC 2047, section 2).
  const pieces = subject.match(/.{1,15}/gsu) ?? [];
  const words = pieces.map((piece) => `=?utf-8?B?${base64Lines(piece)}?=`);
  const part = (type: string, text: string, more: readonly string[] = []) => [
    `--${BOUNDARY}`,
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    ...more,
    '',
    base64Lines(text),
  ];
  const disposition = 'Content-Disposition: attachment; filename="proof.json"';
  return [
    // Mail programs open it as a draft that way.
    'X-Unsent: 1',
    ...(to === '' ? [] : [`To: ${to}`]),
    `Subject: ${words.join('\r\n ')}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    ...part('text/plain; charset=utf-8', body.replaceAll('\n', '\r\n')),
    ...(proof === null ? [] : part('application/json', proof, [disposition])),
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n');
}
