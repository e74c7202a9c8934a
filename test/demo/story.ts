import { expect, type Page } from '@playwright/test';
import { DAY_MS, formatInstant, HOUR_MS } from '#shared/policy/instant.ts';
import { ApiCaller } from '#test/demo/api-caller.ts';
import { Candidates } from '#test/demo/candidates.ts';
import type { Demo } from '#test/demo/demo.ts';
import { Recruiter } from '#test/demo/recruiter.ts';
import { RECRUITER_SEAT, startOfDay, type FeedEvent } from '#test/demo/sample-contract.ts';
import { Teller } from '#test/demo/teller.ts';

const MINUTE_MS = 60_000;

/** Everything that the recruiter's story needs at hand. */
class Story {
  readonly #demo: Demo;
  readonly #teller: Teller;
  readonly #recruiter: Recruiter;
  readonly #feed: ApiCaller;
  readonly #device: ApiCaller;
  readonly #candidates: Candidates;
  readonly #page: Page;

  constructor(demo: Demo, folder: string | null) {
    const { stage, api, callers } = demo;
    this.#demo = demo;
    this.#page = stage.page;
    this.#teller = new Teller(folder);
    this.#recruiter = new Recruiter(stage.page, stage.standIn);
    this.#feed = new ApiCaller(api.url, callers.feed);
    this.#device = new ApiCaller(api.url, callers.recruiter(RECRUITER_SEAT));
    this.#candidates = new Candidates({
      standIn: stage.standIn,
      feed: this.#feed,
      seat: RECRUITER_SEAT,
      now: api.clock,
      lagMs: 0,
      decide: () => null,
    });
  }

  async tell(): Promise<void> {
    await this.#team();
    await this.#closeToTheLine();
    await this.#popup();
    await this.#warned();
    await this.#restricted();
    await this.#released();
  }

  #step(name: string, line: string, does: () => Promise<void>): Promise<void> {
    return this.#teller.step(name, line, this.#page, does);
  }

  #chip() {
    return this.#page.locator('good-standing .gs-chip').first();
  }

  /** What can be seen of a text: the card of the chip holds some more, folded away. */
  #note(text: string | RegExp) {
    return this.#page.getByText(text).filter({ visible: true }).first();
  }

  #mustRead(title: string | RegExp) {
    return this.#page.getByRole('dialog', { name: title });
  }

  async #closeToTheLine(): Promise<void> {
    const { stage } = this.#demo;
    await this.#step(
      'close',
      'The chip in the nav says that the seat is close to the line.',
      async () => {
        await this.#recruiter.goHome();
        await expect(this.#chip()).toContainText('%');
        await expect(this.#chip()).toHaveAccessibleDescription(/^Close/);
      },
    );
    await this.#step(
      'card',
      'It opens the card: figures, the line and the next check.',
      async () => {
        await this.#chip().click();
        await expect(this.#note('Next check')).toBeVisible();
      },
    );
    await this.#step(
      'bulk-composer',
      'The bulk composer says what this send would do.',
      async () => {
        await this.#recruiter.search();
        await this.#recruiter.selectAll();
        await this.#recruiter.bulkControl().click();
        await expect(this.#page.getByText(/with these 25/)).toBeVisible();
      },
    );
    await this.#step(
      'bulk-sent',
      'It is sent, seen, and counted as not yet confirmed.',
      async () => {
        await this.#recruiter.write('A role in your field', 'Would you like to hear about it?');
        await this.#recruiter.send();
        expect(stage.standIn.sent()).toHaveLength(1);
        await expect(async () => {
          const { evidence } = await this.#device.reading(RECRUITER_SEAT);
          expect(evidence.provisional).toBe(25);
        }).toPass({ timeout: 15_000 });
        await this.#recruiter.goHome();
        await expect(this.#chip()).toContainText('139');
      },
    );
  }

  async #warned(): Promise<void> {
    await this.#step(
      'warning',
      'The night’s check finds the rate below 13 %: a must-read.',
      async () => {
        await this.#candidates.live();
        await this.#nextMorning();
        await this.#recruiter.goHome();
        await expect(this.#mustRead('Your response rate needs attention')).toBeVisible();
      },
    );
    await this.#step('not-passed', 'Escape and going back do not pass it.', async () => {
      await this.#page.keyboard.press('Escape');
      await expect(this.#mustRead('Your response rate needs attention')).toBeVisible();
    });
    await this.#step('warned', 'CONTINUE starts the warning period.', async () => {
      await this.#page.getByRole('button', { name: 'CONTINUE' }).click();
      await expect(this.#mustRead('Your response rate needs attention')).toBeHidden();
      await this.#until(
        async () => (await this.#device.reading(RECRUITER_SEAT)).standing === 'warned',
      );
      await this.#demo.stage.refresh();
      await expect(this.#chip()).toHaveAccessibleDescription(/^Warned/);
    });
  }

  async #restricted(): Promise<void> {
    const { stage } = this.#demo;
    const sentBefore = () => stage.standIn.sent().length;
    await this.#step('restricted', 'Fourteen days on it is still below: bulk pauses.', async () => {
      await this.#liveDays(15, { sends: 9, accepted: 1 });
      await this.#recruiter.goHome();
      await expect(this.#mustRead('Bulk InMail is paused')).toBeVisible();
    });
    await this.#step('held', 'The bulk control is held, and says why and until when.', async () => {
      await this.#page.getByRole('button', { name: 'CONTINUE' }).click();
      await this.#recruiter.search();
      await this.#recruiter.selectAll();
      await expect(this.#note(/Bulk InMail is paused until/)).toBeVisible();
    });
    await this.#step('not-sent', 'Neither mouse nor keys get a bulk send out.', async () => {
      const before = sentBefore();
      await this.#recruiter.bulkControl().click({ force: true });
      await this.#recruiter.bulkControl().focus();
      await this.#page.keyboard.press('Enter');
      await this.#page.keyboard.press('Space');
      await expect(this.#recruiter.sendButton()).toHaveCount(0);
      expect(sentBefore()).toBe(before);
    });
    await this.#step(
      'one-to-one',
      'One-to-one goes out as ever, with the rate beside it.',
      async () => {
        await this.#recruiter.composeTo(40);
        await this.#recruiter.write('Your work on tidal models', 'I read it with interest.');
      },
    );
    await this.#step('one-to-one-sent', 'It is sent.', async () => {
      const before = sentBefore();
      await this.#recruiter.send();
      expect(sentBefore()).toBe(before + 1);
    });
  }

  async #released(): Promise<void> {
    await this.#step(
      'released',
      'With answers again, the next check gives bulk back.',
      async () => {
        await this.#candidates.live();
        await this.#liveDays(14, { sends: 9, accepted: 3 });
        await this.#recruiter.goHome();
        await expect(this.#mustRead('Bulk InMail is back')).toBeVisible();
      },
    );
    await this.#step('bulk-again', 'Bulk InMail works as before.', async () => {
      await this.#page.getByRole('button', { name: 'CONTINUE' }).click();
      await this.#recruiter.search();
      await this.#recruiter.selectAll();
      await this.#recruiter.bulkControl().click();
      await expect(this.#recruiter.sendButton()).toBeVisible();
    });
  }

  async #team(): Promise<void> {
    const { stage, api } = this.#demo;
    await stage.connect(api.url, api.approverOf('lead'));
    const list = await stage.openPopup();
    await list.setViewportSize({ width: 400, height: 600 });
    await this.#teller.step(
      'team',
      'A lead sees every seat, soonest at risk first.',
      list,
      async () => {
        await expect(list.getByText('Ines Carvalho')).toBeVisible();
      },
    );
    await list.close();
    await stage.connect(api.url, api.approverOf(RECRUITER_SEAT));
  }

  async #popup(): Promise<void> {
    const card = await this.#demo.stage.openPopup();
    await card.setViewportSize({ width: 400, height: 600 });
    await this.#teller.step('popup', 'The popup shows the recruiter’s card.', card, async () => {
      await expect(card.getByText('Next check').first()).toBeVisible();
    });
    await card.close();
  }

  /** Over the next midnight, and its check. */
  async #nextMorning(): Promise<void> {
    const { api, stage } = this.#demo;
    await api.moveTo(startOfDay(api.clock(), -1) + 8 * HOUR_MS);
    await stage.refresh();
  }

  /** Days of a recruiter's work as a feed reports it: some sends, some of them answered. */
  async #liveDays(days: number, each: { sends: number; accepted: number }): Promise<void> {
    const { api, stage } = this.#demo;
    for (let day = 0; day < days; day += 1) {
      const now = api.clock();
      const events = Array.from({ length: each.sends }, (_, index) =>
        workEvents(now + index * MINUTE_MS - HOUR_MS, index < each.accepted),
      ).flat();
      await this.#feed.events({
        events,
        completeUpTo: [{ seat: RECRUITER_SEAT, at: formatInstant(now) }],
      });
      await api.moveTo(now + DAY_MS);
    }
    await stage.refresh();
  }

  #until(holds: () => Promise<boolean>): Promise<void> {
    return expect.poll(holds, { timeout: 15_000 }).toBe(true);
  }
}

function workEvents(at: number, isAnswered: boolean): FeedEvent[] {
  const inmail = `work-${at}`;
  const sent: FeedEvent = {
    id: `sent-${inmail}`,
    type: 'inmail.sent',
    at: formatInstant(at),
    seat: RECRUITER_SEAT,
    inmail,
    mode: 'one_to_one',
    surface: 'profile',
  };
  if (!isAnswered) return [sent];
  const answer: FeedEvent = {
    id: `answer-${inmail}`,
    type: 'inmail.responded',
    at: formatInstant(at + MINUTE_MS),
    inmail,
    outcome: 'accepted',
  };
  return [sent, answer];
}

/**
 * The recruiter's story, told by itself: the lead's list, close to the line, over a check, CONTINUE,
 * the restriction, a held bulk send, a one-to-one, and the release.
 * @param folder where the numbered pictures go; null makes none.
 */
export function tellStory(demo: Demo, folder: string | null): Promise<void> {
  return new Story(demo, folder).tell();
}
