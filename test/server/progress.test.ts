import { expect, test } from 'vitest';
import { Progress } from '#server/commands/progress.ts';

test('progress is drawn on a terminal, not too often, and taken away again', () => {
  let [now, text] = [0, ''];
  const screen = { isTTY: true, columns: 60, write: (more: string) => (text += more) };
  const progress = new Progress(screen, 200, () => now);
  progress.update(10);
  progress.update(11);
  now += 100;
  progress.update(100);
  progress.update(200);
  const drawn = text.split('\r').slice(1);
  expect(drawn.map((line) => /\d+ of 200/.exec(line)?.[0])).toEqual([
    '10 of 200',
    '100 of 200',
    '200 of 200',
  ]);
  expect(drawn[1]).toContain('██████████░░░░░░░░░░  50 %');
  progress.clear();
  expect(text.endsWith('\r\u001B[K')).toBe(true);
  const silent = { write: () => expect.unreachable() };
  new Progress(silent, 5, () => now).update(5);
});
