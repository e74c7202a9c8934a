import type { ApiFault, ApiOutcome, ApiTarget } from '#extension/state/api-client.ts';
import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import type { Ports } from '#extension/state/ports.ts';
import { noteAsked } from '#extension/state/synchronise.ts';
import type { TeamCalls } from '#extension/state/team-messages.ts';

export type TeamWork = {
  [Name in keyof TeamCalls]: (
    of: Parameters<TeamCalls[Name]>[0],
  ) => Promise<ReturnType<TeamCalls[Name]>>;
};

/** What says how the extension stands with its server; whatever else is refused is the asker's own. */
const OF_CONNECTION: ReadonlySet<ApiFault['code']> = new Set([
  'offline',
  'unavailable',
  'signed_out',
]);

/** What a lead's pages are answered with: the server's own answer, to who this browser speaks for. */
export function createTeamWork(ports: Ports): TeamWork {
  const asLead = async <Value>(
    ask: (target: ApiTarget, credentials: Credentials) => Promise<ApiOutcome<Value>>,
  ): Promise<ApiOutcome<Value>> => {
    const credentials = await ports.vault.read();
    // A recruiter's browser speaks for no lead: the server would say the same of its token.
    if (credentials === null || credentials.identity.seat !== null) {
      return { ok: false, fault: { code: 'signed_out' } };
    }
    const outcome = await ask(credentials, credentials);
    const fault = outcome.ok || !OF_CONNECTION.has(outcome.fault.code) ? null : outcome.fault;
    const connection = await ports.stored.connection.getValue();
    const isAsBefore = fault === null && connection === 'live';
    if (!isAsBefore) await noteAsked(ports, credentials, { wasAsked: true, fault });
    return outcome;
  };
  return {
    seats: (of) =>
      asLead(async (target, credentials) => {
        const outcome = await ports.api.team.seats(target, of);
        if (!outcome.ok) return outcome;
        const kept = { account: accountOf(credentials), list: outcome.value };
        // It is for the next time: nobody waits until it is written.
        void ports.keptSeats
          .write(of.page, { ...kept, receivedAt: ports.now() })
          .catch(() => undefined);
        return outcome;
      }),
    trends: (of) => asLead((target) => ports.api.team.trends(target, of)),
    reading: (of) => asLead((target) => ports.api.reading(target, of.seat)),
    series: (of) => asLead((target) => ports.api.series(target, of.seat, of.days)),
    history: (of) => asLead((target) => ports.api.team.history(target, of)),
    breakdown: (of) => asLead((target) => ports.api.team.breakdown(target, of)),
    leaving: (of) => asLead((target) => ports.api.team.leaving(target, of)),
    previewTransfer: (of) => asLead((target) => ports.api.team.previewTransfer(target, of)),
    transfer: (of) => asLead((target) => ports.api.team.transfer(target, of)),
    reviews: () => asLead((target) => ports.api.team.reviews(target)),
    review: (of) => asLead((target) => ports.api.review(target, of.review)),
    decideReview: (of) => asLead((target) => ports.api.team.decideReview(target, of)),
    pilot: () => asLead((target) => ports.api.team.pilot(target)),
    pilotReport: () => asLead((target) => ports.api.team.pilotReport(target)),
    previewPilot: (of) => asLead((target) => ports.api.team.previewPilot(target, of)),
    setPilot: (of) => asLead((target) => ports.api.team.setPilot(target, of)),
    seatsCsv: () => asLead((target) => ports.api.team.seatsCsv(target)),
    historyCsv: (of) => asLead((target) => ports.api.team.historyCsv(target, of)),
  };
}
