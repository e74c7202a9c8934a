import type { BrowserContext, Page } from '@playwright/test';
import type { Instant } from '#shared/policy/instant.ts';
import { launchExtension } from '#test/browser/extension.ts';
import { CONTRACT_NAME } from '#test/demo/sample-contract.ts';
import { startStandIn, type StandIn } from '#test/recruiter/server.ts';
import type { Approve } from '#test/server/people.ts';

export type Stage = {
  standIn: StandIn;
  context: BrowserContext;
  /** Recruiter's tab. */
  page: Page;
  openPopup(): Promise<Page>;
  connect(server: string, approve: Approve): Promise<void>;
  /** Fetches a fresh reading, as opening the popup does. */
  refresh(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the stand-in for Recruiter in a Chromium of its own, with the built extension in it. */
export async function openStage(options: {
  now: () => Instant;
  headless: boolean;
}): Promise<Stage> {
  const standIn = await startStandIn({
    now: options.now,
    contractName: CONTRACT_NAME,
    seatName: 'Nora Lindqvist',
    earlierConversations: 4,
  });
  const extension = await launchExtension({
    args: standIn.chromiumArgs,
    headless: options.headless,
  });
  const { context } = extension;
  const page = context.pages()[0] ?? (await context.newPage());
  /** Asks the background worker from one of the extension's own pages, as its own code does. */
  const ask = async (type: string): Promise<void> => {
    const own = await extension.open('options.html');
    const message = JSON.stringify({ id: 1, timestamp: 0, type, data: null });
    await own.evaluate(`chrome.runtime.sendMessage(${message})`);
    await own.close();
  };
  return {
    standIn,
    context,
    page,
    openPopup: () => extension.open('popup.html'),
    connect: async (server, approve) => {
      await ask('disconnect');
      await extension.connect(server, approve);
      await page.bringToFront();
    },
    refresh: () => ask('freshReadingWanted'),
    close: async () => {
      await extension.close();
      await standIn.close();
    },
  };
}
