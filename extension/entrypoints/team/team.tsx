import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import { ListPage } from '#extension/entrypoints/team/list/list-page.tsx';
import { useTeamList } from '#extension/entrypoints/team/list/use-team-list.ts';
import { useOtherPage } from '#extension/entrypoints/team/use-other-page.ts';
import { useRoute } from '#extension/entrypoints/team/use-route.ts';
import type { Credentials } from '#extension/state/credentials.ts';
import { readCredentials } from '#extension/state/kept-credentials.ts';
import { storedConnection } from '#extension/state/stored.ts';
import { useStored } from '#extension/state/use-stored.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { teamWords } from '#shared/words/team.ts';

function openOptions(): void {
  void browser.runtime.openOptionsPage();
}

/** The team page, for whom this browser speaks: a lead, or somebody who is told that it is for leads. */
export function Team({ numbers }: { numbers: Numbers }) {
  const words = popupWords[numbers.language];
  const connection = useStored(storedConnection);
  const [credentials, setCredentials] = useState<Credentials | null>();
  useLayoutEffect(() => {
    void readCredentials().then(setCredentials);
  }, [connection]);
  if (connection === undefined || credentials === undefined) return null;
  const connect = (
    <button type="button" class="primary" onClick={openOptions}>
      {words.connect}
    </button>
  );
  if (credentials === null || connection === 'not_connected') {
    return (
      <main>
        <h1>Good Standing</h1>
        <Saying title={words.notConnectedTitle} lines={[words.connectMeans]}>
          {connect}
        </Saying>
      </main>
    );
  }
  if (credentials.identity.seat !== null) {
    const { notLeadTitle, notLeadMeans } = teamWords[numbers.language];
    return (
      <main>
        <h1>Good Standing</h1>
        <Saying title={notLeadTitle} lines={[notLeadMeans]}>
          {connect}
        </Saying>
      </main>
    );
  }
  return (
    <main>
      {connection === 'signed_out' && (
        <Saying title={words.signedOutTitle} lines={[words.signedOutMeans]}>
          {connect}
        </Saying>
      )}
      <Pages numbers={numbers} credentials={credentials} />
    </main>
  );
}

type Props = { numbers: Numbers; credentials: Credentials };

function Pages({ numbers, credentials }: Props) {
  const route = useRoute();
  const used = useTeamList(credentials, route.at === 'list');
  const contract = credentials.identity.contract.name;
  useEffect(() => {
    if (route.at === 'list') document.title = popupWords[numbers.language].seatsOf(contract);
    scrollTo({ top: 0 });
  }, [route]);
  const Other = useOtherPage(route.at !== 'list' || used.list?.isComplete === true);
  if (route.at === 'list') {
    return <ListPage numbers={numbers} contract={contract} route={route} used={used} />;
  }
  if (Other === null) return null;
  return <Other numbers={numbers} credentials={credentials} route={route} list={used.list} />;
}
