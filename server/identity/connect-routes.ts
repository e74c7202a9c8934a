import { z } from 'zod';
import { Fault } from '#server/http/problems.ts';
import { readBody } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { CODE_INTERVAL_SECONDS, CODE_LIFETIME_MINUTES } from '#server/identity/auth.ts';
import { connectDevice, refreshDevice, requestCode } from '#server/identity/connect.ts';
import { endDeviceFor } from '#server/identity/devices.ts';
import {
  CONNECT_PROBLEMS,
  connectCodeRequestSchema,
  connectCodeSchema,
  connectTokenRequestSchema,
  connectTokensSchema,
  deviceEndedSchema,
} from '#shared/wire/connect.ts';

/** As people read it: four letters or digits, a dash, and four more. */
export function spelled(userCode: string): string {
  return `${userCode.slice(0, 4)}-${userCode.slice(4)}`;
}

const codeRoute = route(
  {
    name: 'requestCode',
    method: 'POST',
    path: '/v1/connect/code',
    summary: 'A code for a device that asks to be connected.',
    details:
      'The device shows the user code and opens the address; whoever signs in there compares the code, and approves.',
    callers: 'anyone',
    body: { name: 'ConnectCodeRequest', schema: connectCodeRequestSchema },
    answer: { type: 'application/json', name: 'ConnectCode', schema: connectCodeSchema },
    problems: ['too_many_requests'],
    example: {
      body: { device: 'Chromium on Linux' },
      answer: { piece: '"expiresInSeconds":600,"intervalSeconds":5' },
    },
  },
  ({ identity: { connect, limits, askerOf, publicUrl } }) =>
    async (c) => {
      limits.connects.require(askerOf(c));
      const { device } = await readBody(c, connectCodeRequestSchema);
      const { deviceCode, userCode } = await requestCode(connect, device);
      return c.json(
        z.encode(connectCodeSchema, {
          deviceCode,
          userCode: spelled(userCode),
          verificationUrl: `${publicUrl}/connect?code=${spelled(userCode)}`,
          expiresInSeconds: CODE_LIFETIME_MINUTES * 60,
          intervalSeconds: CODE_INTERVAL_SECONDS,
        }),
      );
    },
);

const tokenRoute = route(
  {
    name: 'fetchTokens',
    method: 'POST',
    path: '/v1/connect/token',
    summary: 'Tokens for a device that was approved, or new ones for a refresh token.',
    details:
      'A refresh token works once. One that is sent again more than a minute later ends its device, as somebody else has it.',
    callers: 'anyone',
    body: { name: 'ConnectTokenRequest', schema: connectTokenRequestSchema },
    answer: { type: 'application/json', name: 'ConnectTokens', schema: connectTokensSchema },
    problems: [...CONNECT_PROBLEMS, 'token_unknown', 'too_many_requests'],
    example: {
      body: { grant: 'refresh', refreshToken: `gsr_${'0'.repeat(65)}` },
      answer: { piece: '"accessExpiresInSeconds":900,"refreshToken":"gsr_' },
    },
  },
  ({ identity: { connect, limits, askerOf } }) =>
    async (c) => {
      limits.tokens.require(askerOf(c));
      const asked = await readBody(c, connectTokenRequestSchema);
      const outcome =
        asked.grant === 'refresh'
          ? await refreshDevice(connect, asked.refreshToken)
          : await connectDevice(connect, asked.deviceCode);
      if (!outcome.ok) throw new Fault(outcome.code);
      return c.json(z.encode(connectTokensSchema, outcome.tokens));
    },
);

const endRoute = route(
  {
    name: 'endThisDevice',
    method: 'POST',
    path: '/v1/connect/end',
    summary: 'Ends the device that asks: its tokens are not known any more.',
    callers: ['recruiter', 'lead', 'admin'],
    answer: { type: 'application/json', name: 'DeviceEnded', schema: deviceEndedSchema },
    problems: ['device_unknown'],
    example: { as: 'recruiter', answer: { piece: '"endedAt":"2026-01-06T09:00:00.000Z"' } },
  },
  ({ identity: { connect } }) =>
    async (c) => {
      const caller = c.get('caller');
      const device = caller.device?.id ?? '';
      const endedAt = await endDeviceFor(connect, caller, device);
      if (endedAt === null) throw new Fault('device_unknown');
      return c.json(z.encode(deviceEndedSchema, { device, endedAt }));
    },
);

export const connectRoutes = [codeRoute, tokenRoute, endRoute];
