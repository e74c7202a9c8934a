import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { changeAdvice } from '#server/contracts/change-advice.ts';
import { CONTRACT, CONTRACT_NAME, startApi } from '#test/browser/api.ts';
import { launchExtension } from '#test/browser/extension.ts';
import { checkLooks } from '#test/browser/looks.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';
import { startStandIn } from '#test/recruiter/server.ts';
import type { Language } from '#shared/words/language.ts';
import { reviewWords } from '#shared/words/review.ts';

/** What a press on a button saves. */
async function saved(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return readFileSync((await (await download).path()) ?? '', 'utf8');
}

/** The proof that hangs on a mail. */
function attachedTo(mail: string): string {
  const [, attached = ''] = /filename="proof.json"\r\n\r\n([^-]+)/.exec(mail) ?? [];
  return Buffer.from(attached, 'base64').toString();
}

test('a recruiter asks from the notice, a lead upholds, and the recruiter reads why', async () => {
  const api = await startApi({ mode: 'enforce' });
  await api.warn();
  const now = () => api.now();
  const standIn = await startStandIn({ now, contractName: CONTRACT_NAME, lateMs: [10, 60] });
  const extension = await launchExtension({ args: standIn.chromiumArgs });
  await extension.connect(api.url, api.approve.recruiter);
  const at = new RecruiterPage(await extension.context.newPage());
  await at.page.goto(`${standIn.origin}/talent/home`);
  const opened = extension.context.waitForEvent('page');
  await at.mustRead.getByRole('link', { name: 'Ask for a review' }).click();
  const page = await opened;
  await expect(page).toHaveURL(/\/review\.html$/);
  await page.getByLabel('InMails are counted that I did not send').check();
  await page.getByLabel('What should be looked at?').fill('Half of them were a colleague’s.');
  await checkLooks(page, 'review-ask');
  await page.getByRole('button', { name: 'Ask for the review' }).click();
  await expect(page.getByRole('heading', { name: 'Your request is with the leads' })).toBeFocused();
  await checkLooks(page, 'review-asked');

  const mail = page.getByRole('link', { name: 'Write a mail about it' });
  const href = decodeURIComponent((await mail.getAttribute('href')) ?? '');
  expect(href).toMatch(/^mailto:/);
  expect(href).toContain('Half of them were a colleague’s.');
  const [, hash = ''] = /SHA-256 of the proof: ([\da-f]{64})/.exec(href) ?? [];
  const proof = await saved(page, 'Save the proof');
  expect(JSON.parse(proof)).toMatchObject({ sha256: hash, proven: { tally: { total: 100 } } });
  expect(attachedTo(await saved(page, 'Save the mail with the proof'))).toBe(proof);
  await page.close();

  const leads = await launchExtension();
  await leads.connect(api.url, api.approve.lead);
  const lead = await leads.open('team.html#/reviews');
  await expect(lead.getByText('1 review waits to be decided')).toBeVisible();
  await expect(lead.getByText('a warning to read, 0.0\u00a0%, 0 of 100 answered')).toBeVisible();
  expect(await saved(lead, 'Save the proof')).toBe(proof);
  await lead.getByLabel('Why do you decide so?').fill('The colleague’s InMails are marked.');
  await checkLooks(lead, 'review-decide');
  await lead.getByRole('button', { name: 'Uphold' }).click();
  await expect(lead.getByText('No review waits')).toBeVisible();
  await expect(lead.getByRole('heading', { name: 'Upheld' })).toBeVisible();
  await leads.close();

  const popup = await extension.open('popup.html');
  await expect(popup.getByText('Reviews: Upheld')).toBeVisible();
  await expect(popup.getByText('“The colleague’s InMails are marked.”')).toBeVisible();
  await expect(popup.getByText('No InMails yet').first()).toBeVisible();
  await checkLooks(popup, 'review-popup');
  await at.close();
  await extension.close();
  await standIn.close();
  await api.close();
});

test('a lead declines with a reason, and the recruiter reads both in the card', async () => {
  const api = await startApi({ mode: 'enforce' });
  await api.pause();
  const relationshipManager = 'Aisha Brennan, aisha.brennan@example.com';
  await changeAdvice(api.ledger(), CONTRACT, { relationshipManager });
  const own = await launchExtension();
  await own.connect(api.url, api.approve.recruiter);
  const page = await own.open('review.html');
  await page.getByLabel('Something else').check();
  await page.getByLabel('What should be looked at?').fill('I was away for half of that time.');
  await page.getByRole('button', { name: 'Ask for the review' }).click();

  // Whom to write to is named, and the mail goes there with the proof on it.
  await expect(page.getByText(relationshipManager)).toBeVisible();
  const mail = page.getByRole('link', { name: 'Write a mail about it' });
  await expect(mail).toHaveAttribute('href', /^mailto:aisha\.brennan@example\.com\?subject=/);
  const draft = await saved(page, 'Save the mail with the proof');
  expect(draft).toContain('\r\nTo: aisha.brennan@example.com\r\n');
  const proof = attachedTo(draft);
  expect(JSON.parse(proof)).toMatchObject({ proven: { standing: { after: 'improvement' } } });
  expect(proof).toBe(await saved(page, 'Save the proof'));
  await checkLooks(page, 'review-asked-manager');

  const leads = await launchExtension();
  await leads.connect(api.url, api.approve.lead);
  const lead = await leads.open('team.html#/reviews');
  await lead.getByLabel('Why do you decide so?').fill('Days away do not change what was sent.');
  await lead.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(lead.getByRole('heading', { name: 'Declined' })).toBeVisible();
  await checkLooks(lead, 'review-declined');
  await leads.close();

  const popup = await own.open('popup.html');
  await expect(popup.getByText('Reviews: Declined')).toBeVisible();
  await expect(popup.getByText('“Days away do not change what was sent.”')).toBeVisible();
  // It changed nothing.
  await expect(popup.getByText('Bulk paused').first()).toBeVisible();
  await checkLooks(popup, 'review-declined-popup');
  await own.close();
  await api.close();
});

/** What a recruiter writes and a lead answers, in their own language. */
const WRITTEN = {
  en: ['Half of them were a colleague’s.', 'The colleague’s InMails are marked.'],
  de: ['Die Hälfte davon waren die einer Kollegin.', 'Die InMails der Kollegin sind markiert.'],
  es: ['La mitad eran de una compañera.', 'Los InMails de la compañera están marcados.'],
  fr: ['La moitié étaient d’une collègue.', 'Les InMails de la collègue sont signalés.'],
} as const;

for (const language of ['de', 'es', 'fr'] as const satisfies readonly Language[]) {
  test(`a review reads well from either side, in the browser’s language: ${language}`, async () => {
    const words = reviewWords[language];
    const [message, why] = WRITTEN[language];
    const api = await startApi({ mode: 'enforce' });
    await api.pause();
    const own = await launchExtension({ locale: `${language}-${language.toUpperCase()}` });
    await own.connect(api.url, api.approve.recruiter);
    const page = await own.open('review.html');
    await page.getByLabel(words.reasons.not_my_inmails).check();
    await page.getByLabel(words.message).fill(message);
    await checkLooks(page, `ask-${language}`);
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.getByRole('heading', { name: words.askedTitle })).toBeFocused();
    await checkLooks(page, `asked-${language}`);

    const leads = await launchExtension({ locale: `${language}-${language.toUpperCase()}` });
    await leads.connect(api.url, api.approve.lead);
    const today = await leads.open('popup.html');
    await expect(today.getByRole('link', { name: words.reviewsOf('1') })).toBeVisible();
    await expect(today.getByRole('link', { name: `1 ${words.askedFor}` })).toBeVisible();
    await checkLooks(today, `today-${language}`);
    await today.evaluate("void (document.documentElement.style.zoom = '2')");
    await today.setViewportSize({ width: 800, height: 600 });
    await checkLooks(today, `today-200-${language}`);
    const lead = await leads.open('team.html#/reviews');
    await expect(lead.getByText(message)).toBeVisible();
    await expect(lead.locator('.about')).toContainText(words.about.terms);
    await lead.getByLabel(words.why).fill(why);
    await checkLooks(lead, `decide-${language}`);
    // A window of 1280 at 200 %, to the end of what it has.
    await lead.setViewportSize({ width: 640, height: 960 });
    await checkLooks(lead, `decide-200-${language}`);
    await lead.getByRole('button', { name: words.decline, exact: true }).click();
    await expect(lead.getByRole('heading', { name: words.outcomes.declined })).toBeVisible();
    await checkLooks(lead, `decided-${language}`);
    await leads.close();

    await page.reload();
    await expect(page.getByText(why)).toBeVisible();
    await checkLooks(page, `outcome-${language}`);
    await own.close();
    await api.close();
  });
}
