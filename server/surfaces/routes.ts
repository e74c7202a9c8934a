import { z } from 'zod';
import { Fault } from '#server/http/problems.ts';
import { readBody } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { actingFor } from '#server/ledger/author.ts';
import { keepReport, readHealth, switchSurface } from '#server/surfaces/surfaces.ts';
import {
  surfaceHealthSchema,
  surfaceReceiptSchema,
  surfaceReportSchema,
  surfaceSwitchSchema,
} from '#shared/wire/surface-reports.ts';

const MISSED = {
  surface: 'search',
  part: 'area',
  outline: 'body.ember-application(header[data-test-global-nav] main(section(form)))',
};
const NOW = '2026-01-06T09:00:00.000Z';
const HEALTH = { asOf: NOW, misses: [] };
const OFF = { surface: 'search', throughVersion: '0.1.0' };

export const surfaceRoutes = [
  route(
    {
      name: 'reportSurfaces',
      method: 'POST',
      path: '/v1/surfaces/misses',
      summary: 'Takes which parts of Recruiter’s page could not be found.',
      details: 'An outline holds names of elements, attributes and classes: no text, no values.',
      callers: ['recruiter'],
      body: { name: 'SurfaceReport', schema: surfaceReportSchema },
      answer: { type: 'application/json', name: 'SurfaceReceipt', schema: surfaceReceiptSchema },
      problems: [],
      example: {
        as: 'recruiter',
        body: { extensionVersion: '0.1.0', misses: [{ ...MISSED, at: NOW }] },
        answer: { whole: { accepted: 1 } },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const caller = c.get('caller');
        if (caller.seat === null) throw new Fault('not_allowed', 'This token is of no seat.');
        const report = await readBody(c, surfaceReportSchema);
        await keepReport(actingFor(ledger, caller), caller.contract.id, caller.seat, report);
        return c.json(z.encode(surfaceReceiptSchema, { accepted: report.misses.length }));
      },
  ),
  route(
    {
      name: 'readSurfaces',
      method: 'GET',
      path: '/v1/surfaces',
      summary:
        'Which part of Recruiter’s page broke, for how many seats, and what is switched off.',
      callers: ['lead', 'admin'],
      answer: { type: 'application/json', name: 'SurfaceHealth', schema: surfaceHealthSchema },
      problems: [],
      example: { as: 'lead', answer: { whole: { ...HEALTH, off: [] } } },
    },
    ({ ledger }) =>
      async (c) => {
        const health = await readHealth(ledger, c.get('caller').contract.id);
        return c.json(z.encode(surfaceHealthSchema, health));
      },
  ),
  route(
    {
      name: 'switchSurface',
      method: 'POST',
      path: '/v1/surfaces/switch',
      summary: 'Switches a surface off for extensions up to a version, or on again.',
      callers: ['admin'],
      body: { name: 'SurfaceSwitch', schema: surfaceSwitchSchema },
      answer: { type: 'application/json', name: 'SurfaceHealth', schema: surfaceHealthSchema },
      problems: [],
      example: {
        as: 'admin',
        body: { ...OFF, isOff: true },
        answer: {
          whole: {
            ...HEALTH,
            off: [
              { ...OFF, recordedAt: NOW, recordedBy: { role: 'admin', id: 'device-of-admin' } },
            ],
          },
        },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const caller = c.get('caller');
        const wanted = await readBody(c, surfaceSwitchSchema);
        await switchSurface(actingFor(ledger, caller), caller.contract.id, wanted);
        const health = await readHealth(ledger, caller.contract.id);
        return c.json(z.encode(surfaceHealthSchema, health));
      },
  ),
];
