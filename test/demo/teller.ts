import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Tells a story step by step: a line for each, and a numbered picture of what is seen then. */
export class Teller {
  readonly #folder: string | null;
  readonly #startedAt = performance.now();
  #count = 0;

  constructor(folder: string | null) {
    this.#folder = folder;
    if (folder !== null) mkdirSync(folder, { recursive: true });
  }

  async step(name: string, line: string, page: Page, does: () => Promise<void>): Promise<void> {
    this.#count += 1;
    const number = String(this.#count).padStart(2, '0');
    try {
      await does();
    } catch (error) {
      this.#say(number, 'FAIL', line);
      await this.#picture(`${number}-${name}-failed`, page);
      throw error;
    }
    await this.#picture(`${number}-${name}`, page);
    this.#say(number, 'ok  ', line);
  }

  #say(number: string, mark: string, line: string): void {
    const seconds = ((performance.now() - this.#startedAt) / 1000).toFixed(1).padStart(5);
    console.log(`${mark} ${number} ${seconds} s  ${line}`);
  }

  async #picture(name: string, page: Page): Promise<void> {
    if (this.#folder === null) return;
    await page.screenshot({ path: join(this.#folder, `${name}.png`) });
  }
}
