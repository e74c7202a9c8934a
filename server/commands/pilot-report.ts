import { Option } from '@commander-js/extra-typings';
import { fileToWrite, nonEmpty } from '#server/commands/arguments.ts';
import { examples, operate, operatorCommand } from '#server/commands/operator.ts';
import { writeReport } from '#server/commands/write-report.ts';
import { pilotReportJson } from '#server/pilots/report-json.ts';
import { reportPilot } from '#server/pilots/report.ts';
import { pilotPage } from '#server/reports/pilot-page.ts';
import { pilotText } from '#server/reports/pilot-text.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { pilotReportWords } from '#shared/words/pilot-report.ts';

export const pilotReportCommand = operatorCommand('pilot-report')
  .description(
    'Say what a pilot changed: its seats against those left in observe, before and after; and say so where the numbers are too small to tell.',
  )
  .requiredOption('--contract <id>', 'the contract', nonEmpty)
  .option('--html <file>', 'write a page to hand on too: one file that loads nothing', fileToWrite)
  .addOption(
    new Option('--lang <language>', 'of the text and the page').choices(LANGUAGES).default('en'),
  )
  .addHelpText(
    'after',
    examples(
      'pilot-report --contract fernhill-talent',
      'pilot-report --contract fernhill-talent --html pilot.html --lang de',
    ),
  )
  .action(async (options) =>
    operate(
      options,
      async (ledger) => {
        const reported = await reportPilot(ledger, options.contract);
        const { lang, html } = options;
        const speech = { words: pilotReportWords[lang], numbers: numbersIn(lang, 'UTC') };
        const pilot = { contract: reported.contract.name, report: reported.report };
        if (html !== undefined) writeReport(html, await pilotPage(pilot, lang, speech));
        return { words: pilotText(pilot, speech), json: pilotReportJson(reported) };
      },
      { isThere: true },
    ),
  );
