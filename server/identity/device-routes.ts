import { z } from 'zod';
import { Fault } from '#server/http/problems.ts';
import { route } from '#server/http/route.ts';
import { devicesFor, endDeviceFor } from '#server/identity/devices.ts';
import { deviceEndedSchema, deviceListSchema } from '#shared/wire/connect.ts';

export const deviceRoutes = [
  route(
    {
      name: 'listDevices',
      method: 'GET',
      path: '/v1/devices',
      summary: 'Devices that are connected, with whose they are.',
      details:
        'The own ones; for a lead also those of the seats of the teams; for an admin all of the contract, and the keys of feeds.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'DeviceList', schema: deviceListSchema },
      problems: [],
      example: { as: 'recruiter', answer: { piece: '"name":"Chromium on Linux"' } },
    },
    ({ identity: { connect } }) =>
      async (c) => {
        const devices = await devicesFor(connect, c.get('caller'));
        return c.json(z.encode(deviceListSchema, { devices }));
      },
  ),
  route(
    {
      name: 'endDevice',
      method: 'POST',
      path: '/v1/devices/:device/end',
      summary: 'Ends a device: its tokens are not known any more.',
      details: 'Any of those that the caller sees in the list.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'DeviceEnded', schema: deviceEndedSchema },
      problems: ['device_unknown'],
      example: {
        as: 'admin',
        path: '/v1/devices/device-to-end/end',
        answer: { whole: { device: 'device-to-end', endedAt: '2026-01-06T09:00:00.000Z' } },
      },
    },
    ({ identity: { connect } }) =>
      async (c) => {
        const device = c.req.param('device');
        const endedAt = await endDeviceFor(connect, c.get('caller'), device);
        if (endedAt === null) throw new Fault('device_unknown', undefined, 'device');
        return c.json(z.encode(deviceEndedSchema, { device, endedAt }));
      },
  ),
];
