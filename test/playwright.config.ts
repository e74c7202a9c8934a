import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'browser',
  outputDir: '../test-results/browser',
  workers: 1,
  retries: 0,
  // A busy machine takes several times as long as a quiet one; what hangs is cut off sooner, by the
  // limit of each action in `chromium.ts`.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
});
