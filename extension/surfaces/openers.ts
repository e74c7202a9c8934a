import type { ControlSeen } from '#extension/surfaces/bulk-controls.ts';
import { inPath } from '#extension/surfaces/find.ts';
import { pageAt } from '#extension/surfaces/list.ts';
import {
  personNamed,
  personOfRow,
  selectedBeside,
  type PersonSeen,
} from '#extension/surfaces/people.ts';
import { memberIdIn, messageToOne } from '#extension/surfaces/profile-list.ts';
import { isAmongSimilarProfiles } from '#extension/surfaces/similar-profiles.ts';
import type { RecipientCount } from '#shared/policy/gate.ts';

/** What a composer was opened by: where, for how many and, where it can be read, for whom. */
export type Opener = Readonly<{
  surface: string;
  recipients: RecipientCount;
  people: readonly PersonSeen[];
}>;

/** Those that the message certainly goes to: one person, or some of those a bulk control was for. */
export function recipientsAmong(opener: Opener, recipients: RecipientCount): readonly PersonSeen[] {
  if (recipients === 1) return opener.people.slice(0, 1);
  return opener.recipients === recipients ? opener.people : [];
}

export function openerOfControl({ element, recipients }: ControlSeen, url: URL): Opener {
  const surface = isAmongSimilarProfiles(element) ? 'similar_profiles' : pageAt(url);
  return { surface, recipients, people: selectedBeside(element) };
}

/** The opener that a press on the page is, if it writes to one person; null for any other. */
export function openerToOne(path: readonly EventTarget[], url: URL): Opener | null {
  const button = inPath(messageToOne, path);
  if (button === null) return null;
  const person = personOfRow(button);
  return { surface: pageAt(url), recipients: 1, people: person === null ? [] : [person] };
}

/** For a composer of which no opener was seen: the page, and the profile that it shows. */
export function openerByAddress(url: URL, root: ParentNode): Opener {
  const memberId = memberIdIn(url.pathname);
  const people = memberId === null ? [] : [personNamed(memberId, root)];
  return { surface: pageAt(url), recipients: null, people };
}
