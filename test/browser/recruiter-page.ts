import { expect, type Locator, type Page } from '@playwright/test';
import type { Bench, Stored } from '#test/browser/bench.ts';

export const SEARCH = '/talent/search?searchContextId=6f1c&start=0';

/** Recruiter with our places in it, as a test meets it. */
export class RecruiterPage {
  readonly page: Page;
  readonly faults: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(error.message));
  }

  static async open(bench: Bench, path: string, state?: Stored): Promise<RecruiterPage> {
    if (state !== undefined) await bench.store(state);
    return new RecruiterPage(await bench.page(path));
  }

  static async openBulk(bench: Bench, state: Stored, path = SEARCH): Promise<RecruiterPage> {
    const at = await RecruiterPage.open(bench, path, state);
    await at.selectAll.check();
    await at.control.click();
    await expect(at.send).toBeVisible();
    return at;
  }

  static async openOneToOne(bench: Bench, state?: Stored, query = ''): Promise<RecruiterPage> {
    const memberId = bench.standIn.people[0]?.memberId;
    const path = `/talent/profile/${memberId}?project=&rightRail=composer${query}`;
    const at = await RecruiterPage.open(bench, path, state);
    await expect(at.send).toBeVisible();
    return at;
  }

  /** Keeps the page from hearing clicks on what a selector names, however often that is made anew. */
  async deafen(selector: string): Promise<void> {
    await this.page.evaluate((named) => {
      const hush = (event: Event) => {
        const at = event.target;
        if (at instanceof Element && at.closest(named) !== null) event.stopImmediatePropagation();
      };
      document.addEventListener('click', hush, { capture: true });
    }, selector);
  }

  /** Takes from its lists what they are known by, as an update of Recruiter may. */
  async unmarkLists(): Promise<void> {
    await this.page.evaluate(() => {
      for (const list of document.querySelectorAll('.profile-list-container')) {
        list.classList.remove('profile-list-container');
        list.removeAttribute('data-test-profile-list-in-container');
      }
    });
  }

  async close(): Promise<void> {
    await this.page.close();
    expect(this.faults).toEqual([]);
  }

  get ours(): Locator {
    return this.page.locator('good-standing');
  }
  #place(name: string): Locator {
    return this.page.locator(`good-standing[data-place="${name}"]`);
  }
  get chip(): Locator {
    return this.#place('chip').locator('button.gs-chip');
  }
  get chipText(): Locator {
    return this.chip.locator('.gs-chip-text');
  }
  get card(): Locator {
    return this.#place('chip').locator('[role="dialog"]');
  }
  get strip(): Locator {
    return this.#place('strip');
  }
  get report(): Locator {
    return this.#place('report');
  }
  get note(): Locator {
    return this.#place('held');
  }
  get mustRead(): Locator {
    return this.#place('must-read').locator('dialog');
  }
  get proceed(): Locator {
    return this.mustRead.getByRole('button', { name: 'CONTINUE' });
  }
  get selectAll(): Locator {
    return this.page.locator('[data-live-test-select-all] input');
  }
  get control(): Locator {
    return this.page.locator('button[data-test-action="send-message"]').first();
  }
  get composer(): Locator {
    return this.page.locator('.messaging-composer');
  }
  get send(): Locator {
    return this.page.locator('button[data-test-messaging-submit-btn]');
  }
  get editor(): Locator {
    return this.page.locator('[data-test-compose-body] .ql-editor');
  }
  get subject(): Locator {
    return this.page.locator('input[data-test-compose-subject-input]');
  }
  get toast(): Locator {
    return this.page.locator('[data-test-artdeco-toast-item]');
  }
}
