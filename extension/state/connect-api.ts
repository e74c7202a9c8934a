import '#extension/state/no-eval.ts';
import { createAsk, type ApiOutcome } from '#extension/state/api-client.ts';
import {
  connectCodeSchema,
  connectTokensSchema,
  deviceEndedSchema,
  type ConnectCode,
  type ConnectTokenRequestJson,
  type ConnectTokens,
} from '#shared/wire/connect.ts';
import { identitySchema, type Identity } from '#shared/wire/identity.ts';

/** What is asked of a server before there is a connection, and to keep or end one. */
export type ConnectApi = {
  /** @param device what people tell it by, such as "Chromium on Linux". */
  requestCode(server: string, device: string): Promise<ApiOutcome<ConnectCode>>;
  /** Refused with `approval_pending`, `slow_down`, `token_unknown` and the like, as agreed. */
  fetchTokens(server: string, grant: ConnectTokenRequestJson): Promise<ApiOutcome<ConnectTokens>>;
  me(server: string, token: string): Promise<ApiOutcome<Identity>>;
  /** Ends the device that the token was given to. */
  end(server: string, token: string): Promise<ApiOutcome<unknown>>;
};

export function createConnectApi(fetch: typeof globalThis.fetch): ConnectApi {
  const ask = createAsk(fetch);
  return {
    requestCode: (server, device) =>
      ask(connectCodeSchema, { server, token: null, path: 'connect/code', body: { device } }),
    fetchTokens: (server, body) =>
      ask(connectTokensSchema, { server, token: null, path: 'connect/token', body }),
    me: (server, token) => ask(identitySchema, { server, token, path: 'me' }),
    end: (server, token) =>
      ask(deviceEndedSchema, { server, token, path: 'connect/end', body: {} }),
  };
}
