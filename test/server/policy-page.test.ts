import { describe, expect, test } from 'vitest';
import { policyPage } from '#server/pages/policy-page.ts';
import { PROFILES, layTerms } from '#shared/policy/terms.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { POLICY_QUESTIONS, type PolicyQuestion } from '#shared/words/plain-policy-words.ts';
import { plainPolicyWords } from '#shared/words/plain-policy.ts';
import { TestServer } from '#test/server/harness.ts';

/** What customers asked when the policy came, each with the name under which the page answers it. */
const ASKED: readonly (readonly [topic: string, question: PolicyQuestion])[] = [
  ['what the policy is', 'what-is-it'],
  ['its details', 'the-rule'],
  ['how it is put into effect', 'how-it-starts'],
  ['what not meeting the line leads to', 'what-happens-below'],
  ['sending during the Improvement Period', 'one-to-one-while-paused'],
  ['where the messages are displayed', 'where-messages-appear'],
  ['what a response is', 'what-is-a-response'],
  ['how the response rate is calculated', 'how-the-rate-is-counted'],
  ['responses to bulk InMail', 'bulk-answers-count'],
  ['a seat that is transferred', 'transferred-seats'],
  ['escalation', 'who-to-ask'],
  ['being told of the end of the period', 'end-of-the-period'],
  ['industry, segment, region', 'why-one-line-for-all'],
  ['where the most recent rate is found', 'where-is-my-rate'],
  ['when and how one is warned', 'first-time-below'],
  ['the same a second time', 'again-below'],
  ['why bulk is not off for all', 'why-bulk-at-all'],
  ['purchased packages', 'bought-packages'],
  ['what is done to raise rates', 'what-helps'],
  ['training and education', 'training'],
  ['cancelling the contract', 'leaving-the-contract'],
];

/** The page as text, a heading or paragraph a line. */
function linesOf(page: string): string[] {
  return page.split(/<\/(?:p|h1|h2|li)>/).map((line) =>
    line
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

test('every question is answered, and no other name is linked', () => {
  expect(ASKED.map(([, question]) => question).sort()).toEqual([...POLICY_QUESTIONS].sort());
});

describe.each(LANGUAGES)('in %s', (language) => {
  const pageOf = async () => (await policyPage(language, PROFILES['inmail-2014'])).toString();

  test.each(ASKED)('%s', async (_topic, question) => {
    const page = await pageOf();
    expect(page).toContain(`href="#${question}"`);
    const section = page.split(`<section id="${question}"`)[1]?.split('</section>')[0] ?? '';
    const [asked = '', ...answer] = linesOf(section.slice(section.indexOf('>') + 1));
    const { ask } = plainPolicyWords[language].answers[question];
    expect(asked).toBe(ask.replaceAll(/\s+/g, ' '));
    expect(answer.join('').length).toBeGreaterThan(40);
  });

  test('no two questions and no two answers are the same', async () => {
    const page = await pageOf();
    const lines = linesOf(page.slice(page.indexOf('<main>')));
    const long = lines.filter((line) => line.length > 60);
    expect(new Set(long).size).toBe(long.length);
  });
});

test('the figures are those of the terms', async () => {
  const terms = layTerms(PROFILES['inmail-2014'], { thresholdBps: 1500, minimumVolume: 80 });
  const page = linesOf((await policyPage('en', terms)).toString())
    .join('\n')
    .replaceAll('\u00a0', ' ');
  expect(page).toContain('12 answers to 80 InMails are fine, 11 are too few');
  expect(page).not.toMatch(/13 %/);
});

test('the later profile says grace, and another warning in each cycle', async () => {
  const server = await TestServer.start();
  const { text, headers } = await server.fetch('GET', '/policy?profile=inmail-current');
  expect(text).toContain('judged 7 days after its end');
  expect(text).toContain('it is warned first once more');
  expect(text).toContain('every 14 days');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('the language is the browser’s, and English where it is none of ours', async () => {
  const server = await TestServer.start();
  const inLanguage = async (header: string) => {
    const asked = { headers: { 'Accept-Language': header } };
    const { text } = await server.fetch('GET', '/policy', asked);
    return /<html lang="(\w+)">/.exec(text)?.[1];
  };
  expect(await inLanguage('fr-CA,fr;q=0.9,en;q=0.5')).toBe('fr');
  expect(await inLanguage('pt,de;q=0.4')).toBe('de');
  expect(await inLanguage('ja')).toBe('en');
});
