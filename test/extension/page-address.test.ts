import { expect, test } from 'vitest';
import { pageWantedSchema } from '#extension/state/message-schemas.ts';
import { pageAddress } from '#extension/state/page-address.ts';
import { reading } from '#test/extension/readings.ts';

const SERVER = { server: 'https://standing.example' };
const trainingLinks = [{ title: 'Writing to engineers', url: 'https://learn.example/engineers' }];

test('a link leads to the policy by its question, or to a training page of the contract', () => {
  const given = reading({ trainingLinks });
  const policy = { page: 'policy', question: 'the-rule', language: 'de' } as const;
  expect(pageAddress(policy, SERVER, given)).toBe(
    'https://standing.example/policy?lang=de&profile=inmail-2014#the-rule',
  );
  expect(pageAddress({ page: 'training', index: 0 }, SERVER, given)).toBe(trainingLinks[0]?.url);
  expect(pageAddress({ page: 'training', index: 1 }, SERVER, given)).toBeNull();
});

test('a page of Recruiter can name no address of its own', () => {
  const read = (raw: unknown) => pageWantedSchema.safeParse(raw).success;
  expect(read({ page: 'policy', question: 'the-rule', language: 'de' })).toBe(true);
  expect(read({ page: 'policy', question: 'https://evil.example', language: 'de' })).toBe(false);
  expect(read({ page: 'https://evil.example' })).toBe(false);
});
