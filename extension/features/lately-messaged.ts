import type { Around } from '#extension/features/feature.ts';
import type { RecipientsAsked } from '#extension/state/messages.ts';
import { recipientsAmong, type Opener } from '#extension/surfaces/openers.ts';
import type { ComposerSeen } from '#extension/surfaces/see.ts';
import type { Language } from '#shared/words/language.ts';

/** Says what is known of those that a bulk composer writes to: null where, or while, it is nothing. */
export type SayLately = (composer: ComposerSeen, language: Language) => string | null;

/** The worker is asked once for each bulk composer that is opened, and of people who were read. */
export function sayLately({ openerOf, tell, lookSoon }: Around): SayLately {
  const said = new WeakMap<Opener, string | null>();
  const ask = async (opener: Opener, asked: RecipientsAsked) => {
    const unanswered = () => null;
    said.set(opener, await tell.recipients(asked).catch(unanswered));
    lookSoon();
  };
  return (composer, language) => {
    const { recipients } = composer;
    const opener = openerOf(composer);
    if (opener === null || recipients === null) return null;
    const known = said.get(opener);
    if (known !== undefined) return known;
    said.set(opener, null);
    const memberIds = recipientsAmong(opener, recipients).map(({ memberId }) => memberId);
    // Nobody is told anything of one person alone, and of more than it writes to something is wrong.
    const isAsked = memberIds.length > 1 && memberIds.length <= recipients;
    if (isAsked) void ask(opener, { language, memberIds, recipients });
    return null;
  };
}
