import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { z } from 'zod';
import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand, Refused } from '#server/commands/operator.ts';
import { publicUrlOf, readEnv } from '#server/env.ts';
import {
  createFeedKey,
  INVITATION_DAYS,
  invitePerson,
  type Invited,
} from '#server/identity/invite.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';
import { formatInstant } from '#shared/policy/instant.ts';

function address(text: string): string {
  const read = z.email().max(320).safeParse(text.trim().toLowerCase());
  if (!read.success) throw new InvalidArgumentError('An e-mail address.');
  return read.data;
}

type Options = {
  contract: string;
  email?: string | undefined;
  name?: string | undefined;
  seat?: string | undefined;
  lead?: true | undefined;
  team?: string[] | undefined;
  allTeams?: true | undefined;
  admin?: true | undefined;
  password?: true | undefined;
};

function invitedOf({ seat, lead, team, allTeams, admin, password }: Options): Invited {
  if (seat !== undefined) return { role: 'recruiter', seat };
  if (admin === true) return { role: 'admin' };
  if (password === true) return { role: null };
  if (lead !== true) {
    throw new Refused('Say whom to invite: --seat <id>, --lead, --admin, --feed, or --password.');
  }
  if (allTeams === true) return { role: 'lead', teams: 'all' };
  if (team === undefined) {
    throw new Refused('Say which teams the lead looks after: --team <name>..., or --all-teams.');
  }
  return { role: 'lead', teams: team };
}

function wordsFor(invited: Invited): string {
  if (invited.role === 'recruiter') return `hold seat "${invited.seat}"`;
  if (invited.role === 'admin') return 'be an admin';
  if (invited.role === null) return 'choose a new password';
  return invited.teams === 'all' ? 'lead all teams' : `lead ${invited.teams.join(', ')}`;
}

/** Where the server's pages are, by the same settings that the server reads. */
function publicUrl(): string {
  const read = readEnv(process.env);
  if (!read.ok) throw new Refused(`The settings do not fit: ${read.faults.join('; ')}`);
  return publicUrlOf(read.env);
}

async function tellPerson(ledger: LedgerContext, options: Options) {
  const { contract, email } = options;
  const invited = invitedOf(options);
  if (email === undefined) throw new Refused('Say whom to invite: --email <address>.');
  const name = options.name ?? email.split('@')[0] ?? email;
  const base = publicUrl();
  const { token, expiresAt } = await invitePerson(ledger, contract, { email, name, to: invited });
  const link = `${base}/invite/${token}`;
  return {
    words: `A link for ${email} to ${wordsFor(invited)}, shown this once. It works once, until ${formatInstant(expiresAt)}:\n\n  ${link}\n`,
    json: { contract, email, name, ...invited, link, expiresAt: formatInstant(expiresAt) },
  };
}

async function tellFeed(ledger: LedgerContext, { contract, name = 'Feed' }: Options) {
  const { id, key } = await createFeedKey(ledger, contract, name);
  return {
    words: `Key "${name}" for a feed, shown this once. It is good until you end it (device end ${id}):\n\n  ${key}\n`,
    json: { contract, role: 'feed', id, name, key },
  };
}

export const inviteCommand = operatorCommand('invite')
  .description(
    `Make a link that lets a person in once, within ${INVITATION_DAYS} days, or a key for a feed. Both are shown once, and kept only as hashes.`,
  )
  .requiredOption('--contract <id>', 'the contract it is for', nonEmpty)
  .addOption(new Option('--email <address>', 'whom to invite').argParser(address))
  .option('--name <name>', 'how the person, or the feed, is called', nonEmpty)
  .addOption(
    new Option('--seat <id>', 'as the recruiter who holds this seat')
      .argParser(nonEmpty)
      .conflicts(['lead', 'admin', 'feed', 'password']),
  )
  .addOption(
    new Option('--lead', 'as a lead, who sees the seats of the teams').conflicts([
      'admin',
      'feed',
      'password',
    ]),
  )
  .addOption(new Option('--team <names...>', 'the teams that the lead looks after'))
  .addOption(new Option('--all-teams', 'all of them, and seats in none').conflicts('team'))
  .addOption(
    new Option('--admin', 'as an admin, who sees all of the contract and sets terms').conflicts([
      'feed',
      'password',
    ]),
  )
  .addOption(
    new Option('--feed', 'a key for a program that reports InMails and answers').conflicts([
      'password',
      'email',
    ]),
  )
  .option('--password', 'nothing new: the person has forgotten their password')
  .addHelpText(
    'after',
    examples(
      'invite --contract fernhill-talent --email nora@example.com --seat seat-1',
      'invite --contract fernhill-talent --email sam@example.com --lead --team North South',
      'invite --contract fernhill-talent --email kim@example.com --admin',
      'invite --contract fernhill-talent --email nora@example.com --password',
      'invite --contract fernhill-talent --feed --name "Applicant tracking"',
    ),
  )
  .action(async (options) =>
    operate(options, (ledger) =>
      options.feed === true ? tellFeed(ledger, options) : tellPerson(ledger, options),
    ),
  );
