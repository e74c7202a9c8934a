import { Command } from '@commander-js/extra-typings';
import { nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand, Refused } from '#server/commands/operator.ts';
import { endDevice, listDevices, type ListedDevice } from '#server/identity/device-store.ts';
import { formatInstant } from '#shared/policy/instant.ts';

function lineOf(device: ListedDevice): string {
  const { id, name, role, seatId, email, createdAt, lastSeenAt } = device;
  const whose = email === null ? role : `${email}, ${role}${seatId === null ? '' : ` ${seatId}`}`;
  const seen = lastSeenAt === null ? '' : `, last seen ${formatInstant(lastSeenAt)}`;
  return `${id}  ${name} (${whose}), since ${formatInstant(createdAt)}${seen}`;
}

function jsonOf(device: ListedDevice) {
  const { id, name, role, seatId: seat, email, createdAt, lastSeenAt } = device;
  const connectedAt = formatInstant(createdAt);
  const seen = lastSeenAt === null ? null : formatInstant(lastSeenAt);
  return { id, name, role, seat, email, connectedAt, lastSeenAt: seen };
}

const listCommand = operatorCommand('list')
  .description('Browsers that are connected, and keys of feeds.')
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .addHelpText('after', examples('device list --contract fernhill-talent'))
  .action(async (options) =>
    operate(options, async ({ database }) => {
      const { contract } = options;
      const devices = await database.read((reader) => listDevices(reader, contract));
      const words = devices.length === 0 ? 'Nothing is connected.' : devices.map(lineOf).join('\n');
      return { words, json: { contract, devices: devices.map(jsonOf) } };
    }),
  );

const endCommand = operatorCommand('end')
  .description('End a device or a key: its tokens are not known any more.')
  .argument('<id>', 'as the list names it', nonEmpty)
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .addHelpText('after', examples('device end 018f9c1e --contract fernhill-talent'))
  .action(async (given, options) =>
    operate(options, async ({ database, now, by }) => {
      const { contract } = options;
      const ended = await database.write(async (tx) => {
        const all = await listDevices(tx, contract);
        const found = all.filter(({ id }) => id.startsWith(given));
        const [device] = found;
        if (device === undefined) throw new Refused(`Nothing of the id "${given}" is connected.`);
        if (found.length > 1) throw new Refused(`Several ids begin with "${given}".`);
        await endDevice(tx, contract, device.id, { at: now(), by });
        return device;
      });
      return { words: `Ended ${lineOf(ended)}`, json: { contract, ended: ended.id } };
    }),
  );

export const deviceCommand = new Command('device')
  .description('See what is connected, and end it.')
  .addCommand(listCommand)
  .addCommand(endCommand);
