import { Option } from '@commander-js/extra-typings';
import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand, Refused } from '#server/commands/operator.ts';
import { inviteDevice, type Invited } from '#server/identity/invite.ts';

type Whom = {
  seat?: string | undefined;
  lead?: true | undefined;
  admin?: true | undefined;
  feed?: true | undefined;
};

function invitedOf({ seat, lead, admin, feed }: Whom): Invited {
  if (seat !== undefined) return { role: 'recruiter', seat };
  if (lead === true) return { role: 'lead', seat: null };
  if (admin === true) return { role: 'admin', seat: null };
  if (feed === true) return { role: 'feed', seat: null };
  throw new Refused('Say whom to invite: --seat <id>, --lead, --admin or --feed.');
}

export const inviteCommand = operatorCommand('invite')
  .description('Make a token for one device. It is shown once, and kept only as a hash.')
  .requiredOption('--contract <id>', 'the contract it speaks for', nonEmpty)
  .addOption(
    new Option('--seat <id>', 'for the recruiter who holds this seat')
      .argParser(nonEmpty)
      .conflicts(['lead', 'admin', 'feed']),
  )
  .addOption(
    new Option('--lead', 'for a team lead, who sees every seat').conflicts([
      'seat',
      'admin',
      'feed',
    ]),
  )
  .addOption(
    new Option('--admin', 'for whoever may do all that a lead may, and set terms').conflicts([
      'seat',
      'lead',
      'feed',
    ]),
  )
  .addOption(
    new Option('--feed', 'for a program that reports InMails and responses').conflicts([
      'seat',
      'lead',
      'admin',
    ]),
  )
  .addHelpText(
    'after',
    examples(
      'invite --contract fernhill-talent --seat seat-1',
      'invite --contract fernhill-talent --lead',
      'invite --contract fernhill-talent --admin',
      'invite --contract fernhill-talent --feed',
    ),
  )
  .action(async (options) =>
    operate(options, async (ledger) => {
      const { contract } = options;
      const invited = invitedOf(options);
      const token = await inviteDevice(ledger, contract, invited);
      const article = invited.role === 'admin' ? 'an' : 'a';
      const whom =
        invited.role === 'recruiter' ? `seat "${invited.seat}"` : `${article} ${invited.role}`;
      return {
        words: `Token for ${whom}, shown this once:\n\n  ${token}\n`,
        json: { contract, ...invited, token },
      };
    }),
  );
