import type { Sender } from '#extension/state/sender.ts';
import { teamMessages, type TeamCalls } from '#extension/state/team-messages.ts';
import type { TeamWork } from '#extension/state/team-work.ts';

/** @param requireOwnPage throws for everybody but a page of the extension. */
export function listenToTeamPages(team: TeamWork, requireOwnPage: (sender: Sender) => void): void {
  const answer = <Name extends keyof TeamCalls>(name: Name, call: TeamWork[Name]): void => {
    teamMessages.onMessage(name, ({ data, sender }) => {
      requireOwnPage(sender);
      return call(data);
    });
  };
  answer('seats', team.seats);
  answer('trends', team.trends);
  answer('reading', team.reading);
  answer('series', team.series);
  answer('history', team.history);
  answer('breakdown', team.breakdown);
  answer('leaving', team.leaving);
  answer('previewTransfer', team.previewTransfer);
  answer('transfer', team.transfer);
  answer('reviews', team.reviews);
  answer('review', team.review);
  answer('decideReview', team.decideReview);
  answer('pilot', team.pilot);
  answer('pilotReport', team.pilotReport);
  answer('previewPilot', team.previewPilot);
  answer('setPilot', team.setPilot);
  answer('seatsCsv', team.seatsCsv);
  answer('historyCsv', team.historyCsv);
}
