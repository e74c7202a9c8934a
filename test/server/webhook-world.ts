import { afterEach } from 'vitest';
import { DAY_MS } from '#shared/policy/instant.ts';
import { webhookListSchema, webhookSecretSchema } from '#shared/wire/webhooks.ts';
import { sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { startReceiver, type Receiver } from '#test/server/webhook-receiver.ts';

const receivers: Receiver[] = [];
afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close();
});

/** One more company's system, until the test is over. */
export async function receive(): Promise<Receiver> {
  const receiver = await startReceiver();
  receivers.push(receiver);
  return receiver;
}

export const addEndpointTo = (server: TestServer, { admin }: SetUp, url: string) =>
  server.call(webhookSecretSchema, 'POST', '/v1/webhooks', { token: admin, body: { url } });

/** The first endpoint of a contract, as its admin sees it. */
export const firstEndpoint = async (server: TestServer, { admin }: SetUp) =>
  (await server.call(webhookListSchema, 'GET', '/v1/webhooks', { token: admin })).endpoints[0];

/** A contract with an endpoint, and a seat that a check warns: two messages wait. */
export async function warned() {
  const server = await TestServer.start();
  const of = await setUp(server, { mode: 'enforce' });
  const receiver = await receive();
  const endpoint = await addEndpointTo(server, of, receiver.url);
  await server.events(of.feed, sends('a', START, { count: 100, accepted: 5 }));
  await server.moveTo(START + DAY_MS);
  return { server, of, receiver, endpoint };
}
