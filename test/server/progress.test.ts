import { expect, test } from 'vitest';
import { Progress } from '#server/commands/progress.ts';

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 80, written, write: (text: string) => written.push(text) };
}

test('a bar on a terminal says how far something has come, now and then, and goes away', () => {
  const terminal = screen(true);
  let now = 0;
  const progress = new Progress(
    terminal,
    1,
    () => now,
    () => 'terms tried: 9',
  );
  progress.update(0.5);
  now += 10;
  progress.update(0.51);
  now += 200;
  progress.update(0.75);
  progress.clear();
  const [half, later, ...rest] = terminal.written;
  expect(half).toContain(`${'█'.repeat(15)}${'░'.repeat(15)}  50 %  terms tried: 9`);
  expect(later).toContain(' 75 %');
  expect(rest).toEqual(['\r\u001B[K']);
});

test('where no terminal reads it, nothing is drawn', () => {
  const file = screen(false);
  const progress = new Progress(file, 1, () => 0);
  progress.update(1);
  progress.clear();
  expect(file.written).toEqual([]);
});
