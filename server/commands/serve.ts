import { Command } from '@commander-js/extra-typings';
import { examples } from '#server/commands/operator.ts';

export const serveCommand = new Command('serve')
  .description(
    'Serve the API, until it is told to stop (SIGTERM, Ctrl-C); the same as npm start. Settings come from the environment: HOST, PORT, DATABASE_URL, LOG_LEVEL and others that the operator’s page lists.',
  )
  .option('--json', 'its log is JSON lines in any case')
  .addHelpText('after', examples('serve', 'serve --json'))
  .action(async () => {
    await import('#server/main.ts');
  });
