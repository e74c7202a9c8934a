/** Where a message came from, as the browser says; the page cannot make this up. */
export type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  tab?: unknown;
};

const RECRUITER_ORIGIN = 'https://www.linkedin.com';

function originOf({ origin, url }: Sender): string | null {
  if (origin !== undefined) return origin;
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}

/** True for this extension's own content scripts in Recruiter, and for nobody else. */
export function isFromRecruiter(sender: Sender, extensionId: string): boolean {
  return (
    sender.id === extensionId && sender.tab !== undefined && originOf(sender) === RECRUITER_ORIGIN
  );
}

/**
 * True for this extension's own pages: the popup and the options.
 * @param extensionUrl the extension's own origin, with a slash at its end.
 */
export function isFromOwnPage(sender: Sender, extensionId: string, extensionUrl: string): boolean {
  return sender.id === extensionId && (sender.url ?? '').startsWith(extensionUrl);
}
