import { expect, test } from '@playwright/test';
import { composer } from '#extension/surfaces/composer.ts';
import { ANY, fallbacks, type Fallback } from '#test/browser/anchors.ts';
import { benchFor } from '#test/browser/bench-for.ts';
import { good, paused } from '#test/browser/readings.ts';
import { press } from '#test/browser/press.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';

// Every older anchor of every surface, on a page on which it alone finds its part.
const bench = benchFor({ lateMs: [0, 5] });
let at: RecruiterPage;

test.afterEach(async () => {
  await at.close();
});

/** What leans on marks of the retired product is met on its clipboard alone. */
const RETIRED = /msg-cmpt|compose-textarea/;

function variantOf({ without, selectors, index }: Fallback): string {
  const newer = (selectors[index] ?? '').startsWith('#hue-web') ? 'newer-outlets,' : '';
  return `variant=${newer}without:${encodeURIComponent(without.join('|'))}`;
}

async function open(fallback: Fallback, path: string, more = ''): Promise<void> {
  const query = `${path.includes('?') ? '&' : '?'}${variantOf(fallback)}${more}`;
  at = await RecruiterPage.open(bench, path + query, { reading: good() });
}

const all = () =>
  at.page
    .locator('.profile-list__select-all input, input[data-tracking-control-name="selectAllBtn"]')
    .first();
const control = () => at.page.locator('[data-test-action="send-message"], #project-bulk-action');
const anySend = () => at.page.locator(ANY.send).first();

async function writeBulk(fallback: Fallback): Promise<void> {
  const isRetired = RETIRED.test(fallback.selectors[fallback.index] ?? '');
  await open(fallback, isRetired ? '/recruiter/smartsearch/clipboard' : SEARCH);
  await all().check();
  await control().first().click();
  await anySend().waitFor();
  const subject = at.page.locator(ANY.subject);
  if ((await subject.count()) > 0) await subject.fill('A role');
  await at.page.locator(ANY.body).first().fill('Would you like to hear about a role?');
}

/** That it stands on the page, and that no other anchor of its part does. */
async function expectAlone({ selectors, index }: Fallback): Promise<void> {
  const counted = () =>
    at.page.evaluate(
      (all) => all.map((selector) => document.querySelector(selector) !== null),
      [...selectors],
    );
  await expect.poll(counted).toEqual(selectors.map((_, each) => each === index));
}

async function expectHeld(fallback: Fallback): Promise<void> {
  await expectAlone(fallback);
  await bench.store({ reading: paused() });
  await expect(anySend()).toHaveAttribute('aria-disabled', 'true');
  await expect(at.strip).toContainText('Bulk InMail is paused until');
}

async function openRow(fallback: Fallback): Promise<void> {
  await open(fallback, SEARCH);
  const icon = 'message-icon-btn';
  await at.page
    .locator(`[data-test-component="${icon}"], [data-walkme-id="profile-${icon}"]`)
    .nth(1)
    .click();
  await expectAlone(fallback);
  await sayHello();
}

async function sayHello(): Promise<void> {
  await at.page.locator(ANY.body).first().fill('Hello');
  await anySend().click();
}

async function sendToChosen(): Promise<void> {
  await control().first().click();
  await at.page.locator(ANY.subject).fill('A role');
  await sayHello();
}

const told = () => bench.told('sendObserved');
const member = (index: number) => bench.standIn.people[index]?.memberId;

/** By surface and part: what has to work by that anchor alone. */
const WORKS: Record<string, (fallback: Fallback) => Promise<void>> = {
  'reports navRoot': async (fallback) => {
    await open(fallback, '/talent/reports');
    await expect(at.report).toContainText('Your response rate, as the policy counts it');
    await expectAlone(fallback);
  },
  'search bar': controlIsHeld,
  'search area': async (fallback) => {
    if (fallback.selectors[fallback.index]?.startsWith('.similar') === true) {
      await open(fallback, `/talent/profile/${member(0)}?project=`);
      await at.page.locator('.similar-profiles__container input').first().check();
      await expectControlHeld(fallback);
      return;
    }
    await controlIsHeld(fallback);
  },
  'composer container': composerIsHeld,
  'composer send': composerIsHeld,
  'composer body': composerIsHeld,
  'composer subject': composerIsHeld,
  'composer rightRail': async (fallback) => {
    await open(fallback, `/talent/profile/${member(0)}?project=&rightRail=composer`);
    await expect(at.strip).toBeVisible();
    await expectAlone(fallback);
    await sayHello();
    await expect.poll(told).toMatchObject([{ mode: 'one_to_one', memberIds: [member(0)] }]);
  },
  'toasts toast': async (fallback) => {
    await writeBulk(fallback);
    await anySend().click();
    await expectAlone(fallback);
    await expect.poll(told).toMatchObject([{ mode: 'bulk', count: 25 }]);
  },
  'toasts dialog': async (fallback) => {
    await open(fallback, SEARCH, ',confirm-send');
    await expectAsked(fallback);
  },
  'rows listHeader': controlIsHeld,
  'rows row': oneOfRows,
  'rows rowLink': oneOfRows,
  'rows messageToOne': oneOfRows,
  'rows rowBox': async (fallback) => {
    await open(fallback, SEARCH);
    const boxes = at.page.locator('.profile-list-item input[type="checkbox"]');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await expectAlone(fallback);
    await sendToChosen();
    await expect.poll(told).toMatchObject([{ count: 2, memberIds: [member(0), member(1)] }]);
  },
};

async function expectControlHeld(fallback: Fallback): Promise<void> {
  await control().first().waitFor();
  await expectAlone(fallback);
  await bench.store({ reading: paused() });
  await expect(control().first()).toHaveAttribute('aria-disabled', 'true');
  await expect(at.note).toContainText('Bulk InMail is paused until');
}

async function controlIsHeld(fallback: Fallback): Promise<void> {
  await open(fallback, SEARCH);
  await all().check();
  await expectControlHeld(fallback);
}

async function composerIsHeld(fallback: Fallback): Promise<void> {
  await writeBulk(fallback);
  await expectHeld(fallback);
}

async function oneOfRows(fallback: Fallback): Promise<void> {
  await openRow(fallback);
  await expect.poll(told).toMatchObject([{ mode: 'one_to_one', memberIds: [member(1)] }]);
}

/** While Recruiter asks, nothing is sent, and an answer is no press elsewhere. */
async function expectAsked(fallback: Fallback): Promise<void> {
  await all().check();
  await sendToChosen();
  await expectAlone(fallback);
  expect(await told()).toEqual([]);
  await at.page.getByRole('button', { name: 'Ok' }).click();
  await expect.poll(told).toMatchObject([{ mode: 'bulk', count: 25 }]);
}

test('composer: by what holds its text and Send, where no container is known', async () => {
  const selectors = composer.parts.container.map(([selector]) => selector);
  const without = [
    '.messaging-composer',
    'data-view-name',
    '.multi-message-composer',
    '.compose-form',
  ];
  const fallback = { surface: 'composer', part: 'container', selectors, index: -1, without };
  await writeBulk(fallback);
  await expectHeld(fallback);
  const before = bench.standIn.sent().length;
  await press(anySend());
  await bench.store({ reading: good() });
  await expect(anySend()).not.toHaveAttribute('aria-disabled');
  expect(bench.standIn.sent()).toHaveLength(before);
  await anySend().click();
  await expect.poll(told).toMatchObject([{ mode: 'bulk', count: 25 }]);
});

for (const fallback of fallbacks()) {
  const { surface, part, selectors, index } = fallback;
  test(`${surface}: ${part} by ${selectors[index]} alone`, async () => {
    const works = WORKS[`${surface} ${part}`];
    expect(works, 'what has to work by it is written down').toBeDefined();
    await works?.(fallback);
  });
}
