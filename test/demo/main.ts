import { parseArgs } from 'node:util';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { closeDemo, openDemo } from '#test/demo/demo.ts';
import { liveOn } from '#test/demo/live.ts';
import { CONTRACT_ID } from '#test/demo/sample-contract.ts';
import { tellStory } from '#test/demo/story.ts';
import { everyoneOf, PASSWORD } from '#test/server/people.ts';

const HELP = `npm run demo                            opens a browser and lets the demo go on until you close it
npm run demo -- --headless --out DIR    tells the recruiter's story by itself, with pictures in DIR`;

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/** The story always begins at two in the afternoon, so that its pictures can be compared. */
function storyPresent(): number {
  return Math.floor(Date.now() / DAY_MS) * DAY_MS + 14 * HOUR_MS;
}

async function tellItself(folder: string | null): Promise<void> {
  const demo = await openDemo(storyPresent(), true);
  try {
    await tellStory(demo, folder);
    console.log(
      folder === null ? 'All steps went well.' : `All steps went well. Pictures: ${folder}`,
    );
  } finally {
    await closeDemo(demo);
  }
}

async function stayOpen(): Promise<void> {
  const demo = await openDemo(Date.now(), false);
  const { page, standIn } = demo.stage;
  await page.goto(`${standIn.origin}/talent/home`);
  console.log(`The seat is Nora Lindqvist's, close to the line. Try a bulk send from a search.
Some candidates answer within minutes, and the feed reports it. Close the browser to end.
To see the team as a lead, open the extension's options, disconnect, and connect with
  server    ${demo.api.url}
  address   ${everyoneOf(CONTRACT_ID)}
  password  ${PASSWORD}
and choose the lead of all teams.`);
  await liveOn(demo);
  await demo.api.close();
  await standIn.close();
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      headless: { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  if (values.headless) return tellItself(values.out ?? null);
  if (hasDisplay()) return stayOpen();
  console.error(`There is no display to open a browser on. This works without one:\n${HELP}`);
  process.exitCode = 1;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
