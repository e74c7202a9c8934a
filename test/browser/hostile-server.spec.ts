import { expect, test, type Page } from '@playwright/test';
import { launchExtension, type Extension } from '#test/browser/extension.ts';
import {
  send,
  startScriptedServer,
  type Answer,
  type ScriptedServer,
} from '#test/browser/scripted-server.ts';
import { startStandIn, type StandIn } from '#test/recruiter/server.ts';

// What a server can do to the browser that is connected to it, or is about to be.
let extension: Extension;
let server: ScriptedServer;
let standIn: StandIn;
let page: Page;

test.beforeEach(async () => {
  server = await startScriptedServer();
  standIn = await startStandIn({ now: Date.now });
  extension = await launchExtension({ args: standIn.chromiumArgs });
  page = await extension.open('options.html');
});

test.afterEach(async () => {
  await extension.close();
  await server.close();
  await standIn.close();
});

async function connect(): Promise<void> {
  await page.locator('#server').fill(server.url);
  await page.locator('button[type=submit]').click();
}

/** Addresses of all tabs, but for those that were there from the start. */
function tabs(): string[] {
  const own = ['about:blank', page.url()];
  return extension.context
    .pages()
    .map((each) => each.url())
    .filter((url) => !own.includes(url));
}

const code = (change: object): Answer => ({
  deviceCode: 'a-device-code-of-this-server',
  userCode: 'BCDF-GHJK',
  verificationUrl: `${server.url}/connect`,
  expiresInSeconds: 600,
  intervalSeconds: 2,
  ...change,
});

test('no address that a server likes is opened, but for one of its own', async () => {
  const evil = [
    'javascript:alert(document.domain)',
    'data:text/html,<script>alert(1)</script>',
    'https://evil.example/connect',
    `${server.url.replace('127.0.0.1', 'localhost')}/connect`,
    `${server.url.replace(/:\d+$/, ':1')}/connect`,
    `${server.url.replace('http:', 'https:')}/connect`,
    server.url.replace('http://', 'http://somebody:secret@'),
    'chrome://settings',
    'file:///etc/passwd',
    '//evil.example/',
    `${server.url}/${'x'.repeat(3_000)}`,
    '',
  ];
  for (const verificationUrl of evil) {
    server.answers['connect/code'] = code({ verificationUrl });
    await connect();
    await expect(page.getByRole('alert'), verificationUrl).toContainText('Something answered');
    expect(tabs(), verificationUrl).toEqual([]);
    await page.reload();
  }
  server.answers['connect/code'] = code({});
  await connect();
  await expect.poll(tabs).toEqual([`${server.url}/connect`]);
});

test('what is no code as people compare one is not shown', async () => {
  const evil = ['<img src=x onerror=alert(1)>', 'BCDF-\u0410HJK', 'bcdf ghjk', 'X'.repeat(400), ''];
  for (const userCode of evil) {
    server.answers['connect/code'] = code({ userCode });
    await connect();
    await expect(page.getByRole('alert'), userCode).toContainText('Something answered');
    await page.reload();
  }
  // What cannot be seen is left out before: nothing turns the others around.
  server.answers['connect/code'] = code({ userCode: '\u202EKJHG' });
  await connect();
  await expect.poll(() => page.locator('.code [aria-hidden]').textContent()).toBe('KJHG');
});

const answers: Record<string, Answer> = {
  'a page that asks to sign in': (_request, response) =>
    send(response, 200, '<h1>Sign in</h1>', 'text/html'),
  'a redirect elsewhere': (_request, response) => {
    response.writeHead(302, { location: 'https://www.linkedin.com/talent/api/who' });
    response.end();
  },
  'a body without end': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = (): void => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  },
  'JSON of another kind': [1, 2, 3],
  'a token that no request can carry': {
    accessToken: 'two\r\nlines',
    accessExpiresInSeconds: 900,
    refreshToken: 'a-refresh-token-of-this-server',
  },
};

for (const [name, answer] of Object.entries(answers)) {
  test(`${name} connects nothing, and goes nowhere`, async () => {
    const hosts = new Set<string>();
    extension.context.on('request', (request) => {
      if (request.serviceWorker() !== null) hosts.add(new URL(request.url()).host);
    });
    server.answers['connect/token'] = answer;
    server.answers['me'] = answer;
    await connect();
    await expect.poll(() => server.asked.filter((one) => one.includes('token'))).not.toEqual([]);
    await page.waitForTimeout(500);
    expect(await extension.stored()).not.toMatchObject({ connection: 'live' });
    expect([...hosts]).toEqual([new URL(server.url).host]);
  });
}

test('a connected server that turns bad shows nothing new, holds nothing, and runs nothing', async () => {
  await connect();
  await expect.poll(() => extension.stored()).toMatchObject({ connection: 'live' });
  await page.getByRole('button', { name: 'Disconnect' }).waitFor();
  const before = await extension.stored();
  const synchronise = async (): Promise<void> => {
    await page.evaluate(
      `chrome.runtime.sendMessage({ id: 1, type: 'freshReadingWanted', timestamp: 1 })`,
    );
  };
  for (const [name, answer] of Object.entries(answers)) {
    server.answers['seats/s1/reading'] = answer;
    await synchronise();
    const { reading, gate } = await extension.stored();
    expect({ reading, gate }, name).toEqual({ reading: before['reading'], gate: before['gate'] });
  }
  expect(await extension.stored()).toMatchObject({ connection: 'offline' });
});

test('names that are script, or that turn the page around, are the text that they are', async () => {
  const evil = '<img src=x onerror="document.title=`evil`">\u202E evil';
  server.answers['me'] = {
    contract: { id: 'c1', name: evil },
    role: 'recruiter',
    seat: 's1',
    recipientKey: null,
  };
  await connect();
  const shown = page.locator('.who');
  await expect(shown).toContainText('<img src=x');
  expect(await shown.textContent()).not.toContain('\u202E');
  await expect(page).toHaveTitle('Connect Good Standing');
  await page.screenshot({ path: test.info().outputPath('names.png') });
});
