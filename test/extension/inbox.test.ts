import { expect, test } from 'vitest';
import { readReplyState } from '#extension/surfaces/inbox.ts';
import { DE } from '#test/recruiter/app/texts/de.ts';
import { EN } from '#test/recruiter/app/texts/en.ts';
import { ES } from '#test/recruiter/app/texts/es.ts';
import { FR } from '#test/recruiter/app/texts/fr.ts';

test.each([
  ['en', EN],
  ['de', DE],
  ['es', ES],
  ['fr', FR],
])('a state is read in %s, however it is spaced and capitalised', (_language, texts) => {
  expect(readReplyState(texts.statusAccepted)).toBe('accepted');
  expect(readReplyState(`\n ${texts.statusDeclined.toUpperCase()}\u00a0`)).toBe('declined');
  expect(readReplyState(texts.statusAwaiting)).toBe('awaiting');
});

test.each(['', 'Replied', 'Not accepted', 'Accepted 3 May', '承諾済み', 'Archived'])(
  '%j is no state that is known',
  (text) => {
    expect(readReplyState(text)).toBe('unread');
  },
);
