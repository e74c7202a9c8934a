import { cpSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built extension with nothing in its scripts: what it costs to have one at all. */
export function idleExtension(built: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'good-standing-idle-'));
  cpSync(built, folder, { recursive: true });
  writeFileSync(join(folder, 'background.js'), '');
  const scripts = join(folder, 'content-scripts');
  for (const script of readdirSync(scripts)) writeFileSync(join(scripts, script), '');
  return folder;
}
