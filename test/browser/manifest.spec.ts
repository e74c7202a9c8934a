import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { NOTHING_MANAGED } from '#extension/state/managed-values.ts';
import { launchExtension } from '#test/browser/extension.ts';

const BUILT = fileURLToPath(new URL('../../dist/extension', import.meta.url));

const scriptsSchema = z.array(
  z.object({ matches: z.array(z.string()), world: z.string().optional() }),
);

type Manifest = Record<string, unknown>;

function manifestOf(build: 'chrome-mv3' | 'firefox-mv3'): Manifest {
  const read: unknown = JSON.parse(readFileSync(`${BUILT}/${build}/manifest.json`, 'utf8'));
  return Object.fromEntries(Object.entries(read ?? {}));
}

const RECRUITER = [
  'https://www.linkedin.com/talent*',
  'https://www.linkedin.com/recruiter/*',
  'https://www.linkedin.com/cap/*',
];
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  'connect-src https: http://127.0.0.1:* http://localhost:*',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What would give the extension more, or somebody else a way in. */
const NEVER = [
  'optional_permissions',
  'externally_connectable',
  'web_accessible_resources',
  'sandbox',
  'devtools_page',
  'chrome_url_overrides',
  'oauth2',
];

for (const build of ['chrome-mv3', 'firefox-mv3'] as const) {
  test(`${build} asks for what it needs and no more`, () => {
    const manifest = manifestOf(build);
    expect(manifest).toMatchObject({
      manifest_version: 3,
      permissions: ['storage', 'alarms'],
      host_permissions: [...RECRUITER, 'http://127.0.0.1/*'],
      // The API's host, asked for by name when somebody connects to it.
      optional_host_permissions: ['https://*/*', 'http://localhost/*'],
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    });
    expect(NEVER.filter((key) => key in manifest)).toEqual([]);
    const scripts = scriptsSchema.parse(manifest['content_scripts']);
    for (const { matches, world } of scripts) {
      expect(matches.filter((pattern) => !RECRUITER.includes(pattern))).toEqual([]);
      expect(world).toBeUndefined();
    }
  });
}

const schemaSchema = z.object({
  type: z.literal('object'),
  properties: z.record(z.string(), z.object({ type: z.literal('string') })),
});

test('an organisation can set what the extension reads, as Chromium is told by a schema', () => {
  expect(manifestOf('chrome-mv3')).toMatchObject({
    storage: { managed_schema: 'managed-schema.json' },
  });
  const read: unknown = JSON.parse(readFileSync(`${BUILT}/chrome-mv3/managed-schema.json`, 'utf8'));
  const names = Object.keys(schemaSchema.parse(read).properties);
  const known = Object.keys(NOTHING_MANAGED).filter((name) => name !== 'faults');
  expect(names.sort()).toEqual(known.sort());
  expect(manifestOf('firefox-mv3')).not.toHaveProperty('storage');
});

test('its pages run nothing but their own files, and break no rule of their own', async () => {
  const extension = await launchExtension();
  for (const file of ['popup.html', 'options.html'] as const) {
    const page = await extension.open(file);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.reload();
    await expect(page.getByRole('heading').first()).toBeVisible();
    expect(said).toEqual([]);
    const broken = await page.evaluate(async () => {
      const rules: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        rules.push(effectiveDirective);
      });
      const inline = document.createElement('script');
      inline.textContent = 'window.evil = 1';
      const remote = document.createElement('script');
      remote.src = 'https://evil.example/x.js';
      const frame = document.createElement('iframe');
      frame.src = 'https://evil.example/';
      const image = new Image();
      image.src = 'https://evil.example/x.png';
      document.body.append(inline, remote, frame, image);
      await fetch('http://evil.example/').catch(() => undefined);
      let isEvaluated = true;
      // Later, as a debugger's own evaluation is let off the rule.
      setTimeout(() => {
        try {
          Reflect.construct(Function, ['return 1']);
        } catch {
          isEvaluated = false;
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { rules: [...new Set(rules)].sort(), isEvaluated, isEvil: 'evil' in window };
    });
    expect(broken).toEqual({
      rules: ['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-elem'],
      isEvaluated: false,
      isEvil: false,
    });
    await page.close();
  }
  await extension.close();
});
