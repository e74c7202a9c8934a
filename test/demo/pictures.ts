import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startBench, type Bench } from '#test/browser/bench.ts';
import { good, paused, soon, warned } from '#test/browser/readings.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';
import { tallyOf } from '#shared/policy/tally.ts';
import { sampleReport } from '#test/extension/reports.ts';

// Pictures of each surface for the documents and the stores, in the size that stores ask for.
const SIZE = { width: 1_280, height: 800 };
const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));

const CLOSE = good({ tally: tallyOf(15, 3, 112) });

type Take = (bench: Bench) => Promise<RecruiterPage>;

async function held(bench: Bench, path: string): Promise<RecruiterPage> {
  const at = await RecruiterPage.open(bench, path, { reading: paused() });
  await at.selectAll.check();
  await at.note.waitFor();
  await at.control.hover();
  return at;
}

const PICTURES: Readonly<Record<string, Take>> = {
  nav: async (bench) => {
    const at = await RecruiterPage.open(bench, SEARCH, { reading: CLOSE });
    await at.chip.click();
    await at.card.waitFor();
    return at;
  },
  home: async (bench) => {
    const at = await RecruiterPage.open(bench, '/talent/home', { reading: warned() });
    await at.mustRead.waitFor();
    return at;
  },
  search: (bench) => held(bench, SEARCH),
  project: (bench) => held(bench, `/talent/hire/${bench.standIn.projects[0]?.id}/manage/all`),
  composer: async (bench) => {
    const at = await RecruiterPage.openBulk(bench, {
      reading: CLOSE,
      lately: { recipients: 25, messaged: 3 },
    });
    await at.subject.fill('A role in our Lisbon team');
    await at.editor.fill('Hello, your work on freight routing caught my eye.');
    await at.strip.waitFor();
    return at;
  },
  reports: async (bench) => {
    const report = sampleReport(soon(0));
    // Recruiter's own page has the figures that its usage report gave.
    bench.standIn.set({ report: { sent: 128, accepted: 14, declined: 2 } });
    const at = await RecruiterPage.open(bench, '/talent/reports', { reading: CLOSE, report });
    await at.report.getByRole('img').first().waitFor();
    return at;
  },
};

mkdirSync(FOLDER, { recursive: true });
const bench = await startBench({ viewport: SIZE });
for (const [name, take] of Object.entries(PICTURES)) {
  const at = await take(bench);
  // What fades in has done so.
  await at.page.waitForTimeout(600);
  await at.page.screenshot({ path: `${FOLDER}surface-${name}.png` });
  await at.page.close();
}
await bench.close();
console.log(`${Object.keys(PICTURES).length} pictures in docs/images`);
