import { fileURLToPath } from 'node:url';
import { preact } from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { RECRUITER_PAGES } from './extension/surfaces/matches.ts';

/**
 * The public half of a key, which gives the extension the same id in every Chromium; the private
 * half was thrown away, as a store signs with its own.
 */
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5VgwrJnhnniQJoEwS1jzWkZqoBR/12wYv6Pad4wLs69eu6g5' +
  'lQktr3wU5TkB3VquNcW1A1ynD3LzL4aIBqDfOJl/MENZnZjyhLC8cdrnWV5qmN2Eu7UNaHZBqgWM0a3nEsQVsPjyJARC' +
  'rbTV+sBhKqgxn6Et9lgIzZLpP696yJ1a75mvePrpvgGIgo2AgtCkowhajuKPRtHu1PjgBJ6jK0UEa7PYisby4RNY6VHj' +
  'voYzzEIykBLYF4oxSCqDCd1tBwhUOLFEgGGOA1yl5Cj3zFajs2ueAuxztvFXImAeCnTVdFt7PjT5p96IVnYOMzIXpxzu' +
  'y4Qzf4tXjYCY3mOVzQIDAQAB';

/** Recruiter's pages, and the API on this machine. */
const HOSTS = [...RECRUITER_PAGES, 'http://127.0.0.1/*'];

/**
 * The extension's own pages and its worker: nothing but its own files, and requests to the server
 * that somebody connects to, whose name is not known here. Nothing can frame them.
 */
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

const CHROMIUM_ONLY = {
  key: CHROMIUM_KEY,
  minimum_chrome_version: '120',
  // What an organisation may set; Firefox asks for no such list.
  storage: { managed_schema: 'managed-schema.json' },
};

const FIREFOX_ONLY = {
  browser_specific_settings: {
    gecko: {
      id: 'good-standing@good-standing.example',
      // The first that grants host permissions at install and knows what follows.
      strict_min_version: '140.0',
      data_collection_permissions: {
        // Which InMails were sent, and keyed hashes of those they were sent to.
        required: ['websiteActivity', 'personallyIdentifyingInfo'],
      },
    },
  },
};

const NO_CONTEXT = fileURLToPath(new URL('extension/no-context.ts', import.meta.url));

export default defineConfig({
  srcDir: 'extension',
  outDir: 'dist/extension',
  publicDir: 'extension/public',
  modulesDir: 'extension/modules',
  // Firefox would be built for Manifest V2 otherwise.
  manifestVersion: 3,
  // `wxt dev` would start a browser of its own, and end with it.
  webExt: { disabled: true },
  imports: false,
  zip: {
    // What a store builds the extension from again, and nothing of the server.
    excludeSources: ['server/**', 'test/**', 'docs/**', 'data/**', 'test-results/**'],
  },
  manifest: ({ browser }) => ({
    name: 'Good Standing',
    description:
      'Keeps your Recruiter seat in good standing under the InMail response-rate policy.',
    permissions: ['storage', 'alarms'],
    host_permissions: HOSTS,
    // Asked for one by one, when somebody connects to a server of that name.
    optional_host_permissions: ['https://*/*', 'http://localhost/*'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    action: { default_title: 'Good Standing' },
    ...(browser === 'firefox' ? FIREFOX_ONLY : CHROMIUM_ONLY),
  }),
  vite: () => ({
    plugins: [preact()],
    resolve: { alias: { 'wxt/utils/content-script-context': NO_CONTEXT } },
  }),
});
