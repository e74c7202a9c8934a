import { Command } from '@commander-js/extra-typings';

/**
 * Each subcommand is loaded when it is asked for: what opens the database takes three times as long
 * to load as all that `replay` needs.
 */
const COMMANDS = {
  contract: async () => (await import('#server/commands/contract.ts')).contractCommand,
  seat: async () => (await import('#server/commands/seat.ts')).seatCommand,
  invite: async () => (await import('#server/commands/invite.ts')).inviteCommand,
  device: async () => (await import('#server/commands/device.ts')).deviceCommand,
  person: async () => (await import('#server/commands/person.ts')).personCommand,
  mode: async () => (await import('#server/commands/mode.ts')).modeCommand,
  terms: async () => (await import('#server/commands/terms.ts')).termsCommand,
  surface: async () => (await import('#server/commands/surface.ts')).surfaceCommand,
  import: async () => (await import('#server/commands/import.ts')).importCommand,
  export: async () => (await import('#server/commands/export.ts')).exportCommand,
  backup: async () => (await import('#server/commands/backup.ts')).backupCommand,
  restore: async () => (await import('#server/commands/restore.ts')).restoreCommand,
  verify: async () => (await import('#server/commands/verify.ts')).verifyCommand,
  explain: async () => (await import('#server/commands/explain.ts')).explainCommand,
  serve: async () => (await import('#server/commands/serve.ts')).serveCommand,
  audit: async () => (await import('#server/commands/audit.ts')).auditCommand,
  webhook: async () => (await import('#server/commands/webhook.ts')).webhookCommand,
  review: async () => (await import('#server/commands/review.ts')).reviewCommand,
  'pilot-report': async () => (await import('#server/commands/pilot-report.ts')).pilotReportCommand,
  backtest: async () => (await import('#server/commands/backtest.ts')).backtestCommand,
  retention: async () => (await import('#server/commands/retention.ts')).retentionCommand,
  replay: async () => (await import('#server/commands/replay.ts')).replayCommand,
};

const program = new Command('good-standing')
  .description("The operator's command of Good Standing.")
  .showHelpAfterError();

const [asked] = process.argv.slice(2);
const isOne = asked !== undefined && Object.hasOwn(COMMANDS, asked);
for (const [name, load] of Object.entries(COMMANDS)) {
  if (!isOne || name === asked) program.addCommand(await load());
}
await program.parseAsync();
