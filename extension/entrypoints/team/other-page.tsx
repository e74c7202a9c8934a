import { PilotPage } from '#extension/entrypoints/team/pilot/pilot-page.tsx';
import { ReviewsPage } from '#extension/entrypoints/team/reviews/reviews-page.tsx';
import type { TeamRoute } from '#extension/entrypoints/team/route.ts';
import type { TeamList } from '#extension/entrypoints/team/list/load-seats.ts';
import { SeatPage } from '#extension/entrypoints/team/seat/seat-page.tsx';
import { TransferPage } from '#extension/entrypoints/team/transfer/transfer-page.tsx';
import type { Credentials } from '#extension/state/credentials.ts';
import type { Numbers } from '#shared/words/numbers.ts';

export type OtherPageProps = {
  numbers: Numbers;
  credentials: Credentials;
  route: Exclude<TeamRoute, { at: 'list' }>;
  list: TeamList | null | undefined;
};

/** What the list leads to. It is read after the list, which is what a lead waits for. */
export function OtherPage({ numbers, credentials, route, list }: OtherPageProps) {
  switch (route.at) {
    case 'seat':
      return <SeatPage key={route.seat} numbers={numbers} seat={route.seat} />;
    case 'transfer':
      return <TransferPage key={route.seat} numbers={numbers} seat={route.seat} />;
    case 'reviews':
      return <ReviewsPage numbers={numbers} />;
    case 'pilot':
      return (
        <PilotPage numbers={numbers} identity={credentials.identity} seats={list?.seats ?? []} />
      );
  }
}
