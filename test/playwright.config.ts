import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'browser',
  outputDir: '../test-results/browser',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
});
