import type { Locator, Page } from '@playwright/test';
import type { StandIn } from '#test/recruiter/server.ts';

/** What a recruiter does in the stand-in, by mouse and keyboard. */
export class Recruiter {
  readonly #page: Page;
  readonly #standIn: StandIn;

  constructor(page: Page, standIn: StandIn) {
    this.#page = page;
    this.#standIn = standIn;
  }

  async goHome(): Promise<void> {
    await this.#page.goto(`${this.#standIn.origin}/talent/home`);
    await this.#page.locator('[data-test-hp-project-list-item]').first().waitFor();
  }

  async search(): Promise<void> {
    await this.#page.goto(`${this.#standIn.origin}/talent/search?searchContextId=6f1c&start=0`);
    await this.#page.locator('[data-test-row-lockup]').first().waitFor();
  }

  async selectAll(): Promise<void> {
    await this.#page.locator('[data-live-test-select-all] input').check();
    await this.bulkControl().waitFor();
  }

  bulkControl(): Locator {
    return this.#page.locator('button[data-test-action="send-message"]');
  }

  sendButton(): Locator {
    return this.#page.locator('button[data-test-messaging-submit-btn]');
  }

  async composeTo(memberAt: number): Promise<void> {
    const { memberId } = this.#standIn.people[memberAt] ?? { memberId: '' };
    const query = 'project=&trk=SEARCH_GLOBAL&rightRail=composer';
    await this.#page.goto(`${this.#standIn.origin}/talent/profile/${memberId}?${query}`);
    await this.sendButton().waitFor();
  }

  async write(subject: string, body: string): Promise<void> {
    await this.#page.locator('input[data-test-compose-subject-input]').fill(subject);
    await this.#page.locator('[data-test-compose-body] .ql-editor').click();
    await this.#page.keyboard.type(body);
  }

  async send(): Promise<void> {
    await this.sendButton().click();
    await this.sendButton().waitFor({ state: 'detached' });
  }
}
