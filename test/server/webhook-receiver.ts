import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';

export type Got = { id: string; sequence: number; headers: IncomingHttpHeaders; body: string };

const bodySchema = z.object({
  type: z.string(),
  timestamp: z.string(),
  sequence: z.number(),
  data: z.record(z.string(), z.json()),
});

/** What a company runs to be told: a real HTTP server, which answers as it is set to. */
export async function startReceiver() {
  const got: Got[] = [];
  const answers: (number | 'hang' | (() => Promise<number>))[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', async () => {
      const { headers } = request;
      const id = String(headers['webhook-id']);
      got.push({ id, sequence: Number(headers['good-standing-sequence']), headers, body });
      const wanted = answers.shift() ?? 204;
      const answer = typeof wanted === 'function' ? await wanted() : wanted;
      if (answer !== 'hang') response.writeHead(answer, { location: 'http://127.0.0.1:1/' }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    got,
    /** How the next calls are answered, in their order, or what happens before; 204 after them. */
    answers,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** Reads a message by nothing but the convention's own library. @throws where it is not signed so. */
export function verified({ headers, body }: Got, secret: string): z.output<typeof bodySchema> {
  const signed = {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  };
  return bodySchema.parse(new Webhook(secret).verify(body, signed));
}
