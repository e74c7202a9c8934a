import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

/** What the house holds to and no linter can see: who may do what, and where. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)));

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const sources = files.filter((path) => /\.(ts|tsx|mjs)$/.test(path));
const product = sources.filter((path) => /^(shared|server|extension)\//.test(path));

/** Comments say things that code may not do. */
function codeOf(path: string): string {
  return read(path)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '');
}

function offenders(paths: readonly string[], forbidden: RegExp): string[] {
  return paths.filter((path) => forbidden.test(codeOf(path)));
}

describe('who may do what', () => {
  const cases: [rule: string, paths: (path: string) => boolean, forbidden: RegExp][] = [
    [
      'only surfaces know the page',
      (path) => /^extension\/(features|ui|state)\//.test(path),
      /querySelector|getElementsBy|\.closest\(/,
    ],
    [
      'only the API client calls the network',
      (path) => path.startsWith('extension/') && path !== 'extension/state/api-client.ts',
      // Handed on, as the background worker hands it to the client, it calls nothing.
      /(?<!=> )\bfetch\(|XMLHttpRequest|sendBeacon|new WebSocket|EventSource/,
    ],
    [
      'the extension never clicks, types or sends in the page',
      (path) => /^extension\/(surfaces|features|entrypoints\/(guard|overlay))/.test(path),
      /\.click\(\)|(?<!refusals\(\))\.dispatchEvent|execCommand|requestSubmit|\.submit\(\)/,
    ],
    [
      'SQL lives in stores and in db',
      (path) => /^server\/(?!db\/).*(?<!store)\.ts$/.test(path),
      /from 'drizzle-orm|from '@libsql\/client'/,
    ],
    [
      'time and chance are handed in to shared',
      (path) => path.startsWith('shared/'),
      /Date\.now|new Date\(\)|Math\.random|performance\.|crypto\./,
    ],
    [
      'the extension builds no page from strings of HTML',
      (path) => path.startsWith('extension/'),
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/,
    ],
    ['no code is made from strings', () => true, /\beval\(|new Function\(/],
  ];

  test.each(cases)('%s', (_rule, applies, forbidden) => {
    expect(offenders(product.filter(applies), forbidden)).toEqual([]);
  });

  test('the page’s own styles cannot undo what we say of our elements in it', () => {
    const weak = files
      .filter((path) => /^extension\/ui\/.*\.css$/.test(path))
      .flatMap((path) =>
        [...read(path).matchAll(/:host[^{]*\{([^}]*)\}/g)]
          .flatMap(([, rules = '']) => rules.replaceAll(/\/\*[\s\S]*?\*\//g, '').split(';'))
          .filter((rule) => rule.trim() !== '' && !rule.includes('!important'))
          .map((rule) => `${path}: ${rule.trim()}`),
      );
    expect(weak).toEqual([]);
  });

  test('what is shown is measured in px, whatever size of text the page has set', () => {
    const relative = files
      .filter((path) => /^extension\/.*\.css$/.test(path))
      .filter((path) => /\d(?:rem|em)\b/.test(read(path)));
    expect(relative).toEqual([]);
  });

  test('nothing that is shown moves by itself, whatever somebody has set about motion', () => {
    const shown = files.filter((path) =>
      /^(?:extension|server\/pages)\/.*\.(?:css|tsx?)$/.test(path),
    );
    expect(shown.length).toBeGreaterThan(100);
    expect(offenders(shown, /\b(?:transition|animation)\s*:|@keyframes|'smooth'/)).toEqual([]);
  });

  test('the server reads the clock in its entrances alone', () => {
    const entrances = ['server/main.ts', 'server/cli.ts'];
    const others = product.filter(
      (path) => path.startsWith('server/') && !entrances.includes(path),
    );
    const inside = others.filter((path) => !path.startsWith('server/commands/'));
    expect(offenders(inside, /Date\.now|new Date\(\)|Math\.random/)).toEqual([]);
  });
});

describe('who may import whom', () => {
  const allowed: [room: string, may: RegExp][] = [
    ['shared/policy/', /^#shared\/policy\//],
    ['shared/words/', /^#shared\/(policy|words)\//],
    ['shared/wire/', /^(#shared\/(policy|wire)\/|zod$)/],
    ['server/', /^(#shared\/|#server\/|node:|[a-z@])/],
    ['extension/surfaces/', /^(#shared\/|#extension\/surfaces\/)/],
    ['extension/ui/', /^(#shared\/|#extension\/ui\/|preact)/],
    ['extension/', /^(#shared\/|#extension\/|\.\/|[a-z@])/],
  ];

  test.each(allowed)('%s', (room, may) => {
    const imports = product
      .filter((path) => path.startsWith(room))
      .flatMap((path) =>
        [...codeOf(path).matchAll(/(?:from|import) '([^']+)'/g)].map(([, from = '']) => ({
          path,
          from,
        })),
      );
    expect(imports.filter(({ from }) => !may.test(from))).toEqual([]);
  });

  test('what runs in the page takes types from the wire, and no schema', () => {
    const inPage = product.filter((path) =>
      /^extension\/(surfaces|features|ui|entrypoints\/(guard|overlay))/.test(path),
    );
    expect(offenders(inPage, /^import (?!type)[^;]*#shared\/wire\//m)).toEqual([]);
  });
});

describe('what people read', () => {
  const texts = files.filter((path) => /\.(ts|tsx|mjs|md|json|html|css)$/.test(path));

  test('nothing speaks of a workplace', () => {
    const forbidden = /\/work\/|\/root\/|\bissue #?\d|\bsubagent|collegemsg/i;
    const here = 'test/house.test.ts';
    expect(texts.filter((path) => path !== here && forbidden.test(read(path)))).toEqual([]);
  });

  test('every file that a document links to is there', () => {
    const broken = files
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
          .map(([, target = '']) => join(dirname(path), target))
          .filter((target) => !existsSync(join(ROOT, target)))
          .map((target) => `${path} -> ${target}`),
      );
    expect(broken).toEqual([]);
  });

  test('every npm command that a document names exists', () => {
    const scripts: unknown = JSON.parse(read('package.json'));
    const known = JSON.stringify(scripts);
    const unknown = files
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) => [...read(path).matchAll(/npm run (?:--silent )?([a-z-]+)/g)])
      .map(([, name = '']) => name)
      .filter((name) => !known.includes(`"${name}":`));
    expect(unknown).toEqual([]);
  });

  test('dependencies are pinned', () => {
    const schema = z.looseObject({
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
      optionalDependencies: z.record(z.string(), z.string()),
    });
    const { dependencies, devDependencies, optionalDependencies } = schema.parse(
      JSON.parse(read('package.json')),
    );
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('the lock file pins every package by its hash, and takes none from elsewhere', () => {
    const packageSchema = z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
    });
    const lock = z
      .looseObject({ packages: z.record(z.string(), packageSchema) })
      .parse(JSON.parse(read('package-lock.json')));
    const others = Object.entries(lock.packages).filter(([path]) => path !== '');
    const unpinned = others.filter(
      // Left out, it is whichever registry npm is set to; the hash is the same in all of them.
      ([, { resolved = 'https:', integrity = '' }]) =>
        !resolved.startsWith('https:') || !integrity.startsWith('sha512-'),
    );
    expect(unpinned.map(([path]) => path)).toEqual([]);
  });

  test('no package runs anything when it is installed', () => {
    const setup = read('setup.mjs');
    expect(setup).toMatch(/'ci', '--ignore-scripts'/);
    expect(setup.match(/'ci'/g)).toHaveLength(1);
    const scripts = z.looseObject({ scripts: z.record(z.string(), z.string()) });
    const own = Object.keys(scripts.parse(JSON.parse(read('package.json'))).scripts);
    expect(
      own.filter((name) => /^(pre|post)?(install|prepare|publish)|^prepare/.test(name)),
    ).toEqual([]);
  });
});
