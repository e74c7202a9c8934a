import { browser } from 'wxt/browser';
import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import { useAllowed } from '#extension/entrypoints/popup/use-allowed.ts';
import type { Credentials } from '#extension/state/credentials.ts';
import { ownMessages } from '#extension/state/own-messages.ts';
import { permissionOf } from '#extension/state/server-address.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';

type Props = { numbers: Numbers; credentials: Credentials };

/** Whoever takes a permission away sees why nothing is shown or fetched any more, and may give it back. */
export function Access({ numbers, credentials }: Props) {
  const words = popupWords[numbers.language];
  const { server, identity } = credentials;
  return (
    <>
      {identity.seat !== null && (
        <Place
          origins={recruiterOrigins()}
          title={words.noAccess}
          lines={[words.noAccessMeans, words.noAccessTodo]}
          allow={words.allow}
        />
      )}
      <Place
        origins={[permissionOf(server)]}
        title={words.noServerAccess}
        lines={[words.noServerAccessMeans, words.noServerAccessTodo]}
        allow={words.allowServer}
      />
    </>
  );
}

/** The manifest's own patterns of Recruiter, without those of servers. */
function recruiterOrigins(): string[] {
  const patterns: string[] = browser.runtime.getManifest().host_permissions ?? [];
  return patterns.filter((pattern) => pattern.includes('linkedin.com'));
}

type PlaceProps = { origins: string[]; title: string; lines: readonly string[]; allow: string };

function Place({ origins, title, lines, allow }: PlaceProps) {
  if (useAllowed(origins) !== false) return null;
  const ask = async (): Promise<void> => {
    const isAllowed = await browser.permissions.request({ origins });
    if (isAllowed) await ownMessages.sendMessage('freshReadingWanted', undefined);
  };
  return (
    <Saying title={title} lines={lines}>
      <button type="button" class="primary" onClick={() => void ask().catch(() => undefined)}>
        {allow}
      </button>
    </Saying>
  );
}
