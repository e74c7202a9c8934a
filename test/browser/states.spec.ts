import { expect, test } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { makeContactSheet, type Shot } from '#test/browser/contact-sheet.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';
import { chipText } from '#extension/features/chip-text.ts';
import { cardContent } from '#extension/features/standing-content.ts';
import { viewOf, type View } from '#extension/features/view.ts';
import { LANGUAGES, type Language } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { standingWords } from '#shared/words/standing.ts';
import { knownStates, type KnownState } from '#test/extension/known-states.ts';

// What is shown in every state, on the page: said in every language, and kept as a sheet of pictures.
const bench = benchFor({ lateMs: [0, 5] });

/** A state that a stored item can stand for; an update of the extension cannot be. */
const STATES = Object.entries(knownStates(Date.now())).filter(([, { isOrphan }]) => !isOrphan);

async function bring(at: RecruiterPage, state: KnownState): Promise<void> {
  const { stored, connection, contractName } = state;
  const reading = stored?.reading ?? null;
  const contract = { id: 'c2', name: contractName ?? '' };
  const elsewhere = contractName === undefined || reading === null ? {} : { contract };
  await bench.store({
    reading: reading === null ? null : { ...reading, ...elsewhere },
    connection,
  });
  if (state.shown === 'nothing') await expect(at.chip).toHaveCount(0);
  else await expect(at.chip).toBeVisible();
}

function viewFor(state: KnownState): View {
  const { stored, connection } = state;
  const contractName = state.contractName ?? stored?.reading.contract.name ?? null;
  return viewOf({ stored, connection, now: Date.now(), contractName, isOrphan: false });
}

/** What the chip says of a state: age and all, at this very moment. */
function chipSays(state: KnownState, language: Language): string {
  const numbers = numbersIn(language, 'UTC');
  const { word, rate, counts, aside } = chipText(viewFor(state), numbers, standingWords[language]);
  return [word, rate, counts, aside].filter((part) => part !== null).join('');
}

for (const locale of LANGUAGES) {
  test(`${locale}: every state has words of its own in the navigation`, async () => {
    bench.standIn.set({ locale });
    const at = await RecruiterPage.open(bench, SEARCH);
    const said: string[] = [];
    for (const [name, state] of STATES) {
      await test.step(name, async () => {
        await bring(at, state);
        if (state.shown === 'nothing') return;
        await expect.poll(() => at.chipText.textContent()).toBe(chipSays(state, locale));
        said.push(chipSays(state, locale));
      });
    }
    expect(new Set(said).size, said.join('\n')).toBe(said.length);
    await at.close();
  });
}

/** The sentence of a state, which the worker brings where there is a reading. */
function cardSays(state: KnownState): string {
  const { sentence } = cardContent(viewFor(state), numbersIn('en', 'UTC'));
  return sentence;
}

const SIZES = { '100 %': { width: 1_440, height: 900 }, '200 %': { width: 720, height: 450 } };

/** Nothing of the navigation lies under the chip, and the chip is inside of it. */
async function expectOwnRoom(at: RecruiterPage): Promise<void> {
  const overlapped = await at.chip.evaluate((chip) => {
    const ours = chip.getBoundingClientRect();
    const nav = document.querySelector('[data-live-test-global-nav]');
    const controls = [...(nav?.querySelectorAll('a, button, input') ?? [])];
    const over = controls.filter((control) => {
      const { left, right, top, bottom, width } = control.getBoundingClientRect();
      const isSeen = width > 0 && control.checkVisibility();
      return (
        isSeen &&
        left < ours.right - 1 &&
        right > ours.left + 1 &&
        top < ours.bottom - 1 &&
        bottom > ours.top + 1
      );
    });
    const isInside = ours.left >= 0 && ours.right <= document.documentElement.clientWidth;
    return [
      ...(isInside ? [] : ['outside of the window']),
      ...over.map(({ outerHTML }) => outerHTML.slice(0, 120)),
    ];
  });
  expect(overlapped).toEqual([]);
}

for (const theme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`${theme}, ${size}: every state has room of its own, and a picture`, async () => {
      bench.standIn.set({ theme });
      const at = await RecruiterPage.open(bench, SEARCH);
      await at.page.setViewportSize(viewport);
      const shots: Shot[] = [];
      for (const [name, state] of STATES) {
        if (state.shown === 'nothing') continue;
        await bring(at, state);
        await expect.poll(() => at.chipText.textContent()).toBe(chipSays(state, 'en'));
        await expectOwnRoom(at);
        await at.chip.click();
        await expect(at.card).toBeVisible();
        await expect(at.card).toContainText(cardSays(state));
        const path = test.info().outputPath(`${shots.length}.png`);
        const clip = { x: viewport.width - 720, y: 0, width: 720, height: 420 };
        await at.page.screenshot({ path, clip });
        shots.push({ path, says: name });
        await at.page.keyboard.press('Escape');
      }
      await makeContactSheet(bench.context, shots, test.info().outputPath('sheet.png'));
      await at.close();
    });
  }
}
