import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { CONTRACT_NAME, startApi, type TestApi } from '#test/browser/api.ts';
import { EXTENSION_ID, launchExtension } from '#test/browser/extension.ts';
import { launchFirefox } from '#test/browser/firefox.ts';
import { checkLooks } from '#test/browser/looks.ts';

// What an organisation sets arrives by the browsers' own ways, and not by anything of ours.
const FIREFOX_ID = 'good-standing@good-standing.example';

let folder: string;
let api: TestApi;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'good-standing-managed-'));
  api = await startApi();
});

test.afterEach(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: unknown): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
}

/** Chromium reads its policies from one folder of the machine, which a mount of its own replaces. */
function chromiumWithPolicies(): string {
  const path = join(folder, 'chromium.sh');
  const start = `mount --bind ${folder} /etc/chromium && exec "$0" "$@"`;
  const chromium = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  writeFileSync(path, `#!/bin/sh\nexec unshare --mount sh -c '${start}' ${chromium} "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

const mayMount = spawnSync('unshare', ['--mount', 'test', '-d', '/etc/chromium']).status === 0;

test('Chromium hands over what its policies set: no other server, and no other contract', async () => {
  test.skip(!mayMount, 'Policies of Chromium can only be set by root, on Linux.');
  const set = { server: api.url, contract: 'Another Contract' };
  write('policies/managed/good-standing.json', {
    '3rdparty': { extensions: { [EXTENSION_ID]: set } },
  });
  const extension = await launchExtension({ executablePath: chromiumWithPolicies() });
  const options = await extension.open('options.html');
  await expect(options.getByLabel('Server address')).toHaveValue(api.url);
  await expect(options.getByLabel('Server address')).toHaveAttribute('readonly', '');
  await expect(options.getByRole('main')).toContainText('Another Contract');
  await checkLooks(options, 'managed');
  const opened = extension.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Connect' }).click();
  const code = await options.locator('.code [aria-hidden]').textContent();
  await opened;
  await api.approve.recruiter(`${api.url}/connect?code=${code}`);
  await expect(options.getByRole('alert')).toContainText(
    'Your organisation has set another server or contract',
  );
  expect(await extension.secrets()).toEqual([]);
  await extension.close();
});

test('Firefox hands it over too', async () => {
  write(`.mozilla/managed-storage/${FIREFOX_ID}.json`, {
    name: FIREFOX_ID,
    description: 'What the organisation sets.',
    type: 'storage',
    data: { server: 'https://standing.example', contract: CONTRACT_NAME },
  });
  const firefox = await launchFirefox(0, { HOME: folder });
  const options = await firefox.openOwn('options.html');
  await options.waitForSelector('#server[readonly]');
  expect(await options.$eval('#server', (input) => Reflect.get(input, 'value'))).toBe(
    'https://standing.example',
  );
  expect(await options.evaluate('document.body.textContent')).toContain(CONTRACT_NAME);
  await firefox.close();
});
