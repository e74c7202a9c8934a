import {
  connectCodeSchema,
  connectTokensSchema,
  type ConnectCode,
  type ConnectTokens,
} from '#shared/wire/connect.ts';
import { setUp, TestServer } from '#test/server/harness.ts';
import type { TestPerson } from '#test/server/people.ts';

export type World = { server: TestServer; contract: string; nora: TestPerson };

/** A contract with two seats, of which Nora holds the first. */
export async function holderWorld(): Promise<World> {
  const server = await TestServer.start();
  const { contract } = await setUp(server, { seats: 2 });
  const nora = server.person();
  const to = { role: 'recruiter', seat: 'seat-1' } as const;
  await nora.accept(await server.invite(contract, 'nora@example.com', to));
  return { server, contract, nora };
}

export const requestCode = (
  server: TestServer,
  device = 'Firefox on Linux',
): Promise<ConnectCode> =>
  server.call(connectCodeSchema, 'POST', '/v1/connect/code', { body: { device } });

export const fetchTokens = (server: TestServer, body: unknown): Promise<ConnectTokens> =>
  server.call(connectTokensSchema, 'POST', '/v1/connect/token', { body });

export const refuseTokens = async (server: TestServer, body: unknown): Promise<string> =>
  (await server.problem('POST', '/v1/connect/token', { body })).code;

export const refresh = ({ refreshToken }: ConnectTokens) => ({ grant: 'refresh', refreshToken });
export const redeem = ({ deviceCode }: ConnectCode) => ({ grant: 'device_code', deviceCode });

export const SEAT = { role: 'recruiter', seat: 'seat-1' } as const;
