import { expect, test } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { OpenPlace, SHAPES, SURFACES, type BulkPlace } from '#test/browser/bulk-places.ts';
import { good, paused } from '#test/browser/readings.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';
import { COMPOSER_WAYS, CONTROL_WAYS, SEND_WAYS, type Way } from '#test/browser/ways.ts';

// Every surface by every way of pressing, against what was really sent; and, for each of them, that
// it does send as long as nothing is held.
const bench = benchFor({ lateMs: [0, 5], sendDelayMs: 0 });
let at: RecruiterPage;

test.afterEach(async () => {
  await at.close();
});

async function open(place: BulkPlace): Promise<OpenPlace> {
  at = await RecruiterPage.open(bench, place.path(bench.standIn), { reading: good() });
  return new OpenPlace(at, place);
}

const sentCount = () => bench.standIn.sent().length;

/** What was sent before this was asked has been heard of after it. */
async function expectNothingSent(before: number): Promise<void> {
  await at.page.evaluate(() => fetch('/talent/api/report').then((answer) => answer.text()));
  expect(sentCount()).toBe(before);
}

async function pause(place: OpenPlace, held: 'control' | 'send'): Promise<void> {
  await bench.store({ reading: paused() });
  await expect(place[held]).toHaveAttribute('aria-disabled', 'true');
}

async function holdsControl(given: BulkPlace, ways: Record<string, Way>): Promise<void> {
  const place = await open(given);
  await place.select();
  for (const [by, press] of Object.entries(ways)) {
    await test.step(`${by} opens the composer while nothing is held`, async () => {
      await place.atRest();
      await press(at, place.control);
      await place.dismiss.click();
      await expect(place.dismiss).toHaveCount(0);
    });
  }
  await pause(place, 'control');
  const before = sentCount();
  for (const [by, press] of Object.entries(ways)) {
    await test.step(`${by} is held`, async () => {
      await place.atRest();
      await press(at, place.control);
      await expectNothingSent(before);
      await expect(place.dismiss).toHaveCount(0);
    });
  }
}

async function holdsSend(given: BulkPlace, ways: Record<string, Way>): Promise<void> {
  const place = await open(given);
  for (const [by, press] of Object.entries(ways)) {
    await test.step(`${by} sends while nothing is held`, async () => {
      const before = sentCount();
      await place.select();
      await place.write();
      await press(at, place.send);
      await expect.poll(sentCount).toBe(before + 1);
      expect(bench.standIn.sent().at(-1)?.recipients.length).toBeGreaterThan(1);
      await expect(place.send).toHaveCount(0);
    });
  }
  await place.select();
  await place.write();
  await pause(place, 'send');
  const before = sentCount();
  for (const [by, press] of Object.entries(ways)) {
    await test.step(`${by} is held`, async () => {
      await press(at, place.send);
      await expectNothingSent(before);
      await expect(place.send).toBeVisible();
    });
  }
}

const FEW = ['the mouse', 'Enter', 'click() of the page'];

function few(ways: Record<string, Way>): Record<string, Way> {
  return Object.fromEntries(Object.entries(ways).filter(([by]) => FEW.includes(by)));
}

for (const [name, place] of Object.entries(SURFACES)) {
  test(`${name}: the control is held, however it is pressed`, async () => {
    await holdsControl(place, CONTROL_WAYS);
  });
  test(`${name}: Send is held, however it is pressed`, async () => {
    const isFirst = name === 'search results';
    await holdsSend(place, isFirst ? { ...SEND_WAYS, ...COMPOSER_WAYS } : few(SEND_WAYS));
  });
}

for (const [name, place] of Object.entries(SHAPES)) {
  test(`${name}: the control is held`, async () => {
    await holdsControl(place, few(CONTROL_WAYS));
  });
  test(`${name}: Send is held`, async () => {
    await holdsSend(place, few(SEND_WAYS));
  });
}
