import { auditRoutes } from '#server/audit/routes.ts';
import { contractRoutes } from '#server/contracts/routes.ts';
import { describedRoutes } from '#server/described/routes.ts';
import { healthRoutes } from '#server/health/routes.ts';
import type { Route } from '#server/http/route.ts';
import { connectRoutes } from '#server/identity/connect-routes.ts';
import { deviceRoutes } from '#server/identity/device-routes.ts';
import { identityRoutes } from '#server/identity/routes.ts';
import { importRoutes } from '#server/imports/routes.ts';
import { ledgerRoutes } from '#server/ledger/routes.ts';
import { metricsRoutes } from '#server/metrics/routes.ts';
import { noticeRoutes } from '#server/notices/routes.ts';
import { observationRoutes } from '#server/observations/routes.ts';
import { policyPageRoutes } from '#server/pages/policy-routes.ts';
import { pilotReportRoutes } from '#server/pilots/report-routes.ts';
import { pilotRoutes } from '#server/pilots/routes.ts';
import { proofRoutes } from '#server/proofs/routes.ts';
import { recipientRoutes } from '#server/recipients/routes.ts';
import { reportRoutes } from '#server/reports/routes.ts';
import { reviewRoutes } from '#server/reviews/routes.ts';
import { seatDataRoutes } from '#server/seat-data/routes.ts';
import { standingRoutes } from '#server/standing/routes.ts';
import { csvRoutes } from '#server/team/csv-routes.ts';
import { seatRoutes } from '#server/team/seat-routes.ts';
import { surfaceRoutes } from '#server/surfaces/routes.ts';
import { teamRoutes } from '#server/team/routes.ts';
import { trendRoutes } from '#server/team/trend-routes.ts';
import { transferRoutes } from '#server/transfers/routes.ts';
import { webhookRoutes } from '#server/webhooks/routes.ts';

/** Every route of the API, in the order in which it is read about. */
export const ROUTES: readonly Route[] = [
  ...connectRoutes,
  ...identityRoutes,
  ...deviceRoutes,
  ...teamRoutes,
  ...trendRoutes,
  ...seatRoutes,
  ...csvRoutes,
  ...standingRoutes,
  ...reportRoutes,
  ...proofRoutes,
  ...importRoutes,
  ...ledgerRoutes,
  ...observationRoutes,
  ...recipientRoutes,
  ...surfaceRoutes,
  ...noticeRoutes,
  ...transferRoutes,
  ...reviewRoutes,
  ...seatDataRoutes,
  ...contractRoutes,
  ...pilotRoutes,
  ...pilotReportRoutes,
  ...webhookRoutes,
  ...auditRoutes,
  ...healthRoutes,
  ...metricsRoutes,
  ...policyPageRoutes,
  ...describedRoutes,
];
