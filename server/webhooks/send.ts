import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { useAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';
import type { Instant } from '#shared/policy/instant.ts';

const TIMEOUT_MS = 15_000;

export type Outgoing = Readonly<{
  url: string;
  /** The same at every try, so that a receiver can tell a message that it has already. */
  id: string;
  sequence: number;
  /** Of this try. */
  at: Instant;
  body: string;
  /** Each signs: the one that is being replaced is still known to some. */
  secrets: readonly string[];
  allowsPrivate: boolean;
  signal: AbortSignal;
}>;

/** What a try brought: a status, or a word for why there was none. */
export type Sent = Readonly<{ isTaken: boolean; isGone: boolean; answer: string }>;

function headersOf({ id, sequence, at, body, secrets }: Outgoing): Record<string, string> {
  const when = new Date(at);
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, when, body));
  return {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'good-standing',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': signatures.join(' '),
    'good-standing-sequence': String(sequence),
  };
}

function wordFor(error: Error): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'no answer in time';
  if (error.message.includes('is not allowed')) return 'address inside the network';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/**
 * Sends one message, signed by the Standard Webhooks convention. It follows no redirect, and by its
 * agent connects to no address inside the network, whatever a name resolves to at that moment.
 */
export function sendMessage(outgoing: Outgoing): Promise<Sent> {
  const { url, body, allowsPrivate, signal } = outgoing;
  const isSecure = url.startsWith('https:');
  const agent = useAgent(url, { allowPrivateIPAddress: allowsPrivate });
  const request = isSecure ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const failed = (error: Error): void =>
      resolve({ isTaken: false, isGone: false, answer: wordFor(error) });
    try {
      const sent = request(
        url,
        {
          method: 'POST',
          agent,
          headers: headersOf(outgoing),
          signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        },
        (answer) => {
          const { statusCode = 0 } = answer;
          // Nothing in it is read; the status says it all.
          answer.destroy();
          const isTaken = statusCode >= 200 && statusCode < 300;
          resolve({ isTaken, isGone: statusCode === 410, answer: String(statusCode) });
        },
      );
      sent.on('error', failed);
      sent.end(body);
    } catch (error) {
      failed(error instanceof Error ? error : new Error(String(error)));
    }
  });
}
