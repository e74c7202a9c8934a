import { expect, test } from 'vitest';
import { readCount } from '#extension/surfaces/count.ts';

test.each([
  ['Message (30)', 30],
  ['Message (1)', 1],
  ['Nachricht (1.284)', 1284],
  ['1,284 selected', 1284],
  ['1 284 profils sélectionnés', 1284],
  ['1\u202f284 profils sélectionnés', 1284],
  ['1\u00a0284 profils', 1284],
  ['1’284 ausgewählt', 1284],
  ['1,23,456 selected', 123456],
  ['٢٥ محدد', 25],
  ['۲۵ انتخاب شده', 25],
  ['２５件を選択', 25],
  ['१,२८४ चयनित', 1284],
  ['২৫ জন নির্বাচিত', 25],
  ['เลือก ๒๕ คน', 25],
  ['𝟐𝟓 selected', 25],
  ['\u200f(٢٥) رسالة', 25],
  ['١٬٢٨٤ محدد', 1284],
  ['Message (30) 30 selected', 30],
  ['View all 25', 25],
  ['0 selected', 0],
])('%j holds %d', (text, count) => {
  expect(readCount(text)).toBe(count);
});

test.each([
  ['nothing selected'],
  [''],
  ['1/84 InMail Credits'],
  ['25 of 1,284 selected'],
  ['1.5 hours'],
  ['12,34'],
])('%j holds no count that could be believed', (text) => {
  expect(readCount(text)).toBeNull();
});
