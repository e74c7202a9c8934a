import { expect, test } from 'vitest';
import { readToast } from '#extension/surfaces/toasts.ts';
import { DE } from '#test/recruiter/app/texts/de.ts';
import { EN } from '#test/recruiter/app/texts/en.ts';
import { ES } from '#test/recruiter/app/texts/es.ts';
import { FR } from '#test/recruiter/app/texts/fr.ts';

test.each([
  ['InMail sent', null],
  ['Message sent successfully', null],
  ['25 messages sent successfully', 25],
  ['Ihre InMail wurde gesendet', null],
  ['1.204 Nachrichten erfolgreich gesendet', 1204],
  ['Mensaje enviado', null],
  ['25 mensajes enviados correctamente', 25],
  ['InMail envoyé', null],
  ['25 messages envoyés', 25],
])('%j says that it was sent', (text, count) => {
  expect(readToast(text, false)).toEqual({ says: 'sent', count });
});

test.each([
  ['Your message was not sent. Please try again later.'],
  ['Ihre Nachricht wurde nicht gesendet. Bitte versuchen Sie es später erneut.'],
  ['No se ha enviado el mensaje'],
  ['Votre message n’a pas été envoyé'],
  ['You have reached your message limit'],
  ['Too many messages sent'],
])('%j says that it was not', (text) => {
  expect(readToast(text, false).says).toBe('not_sent');
});

test('an alert never says that something was sent', () => {
  expect(readToast('InMail sent', true).says).toBe('not_sent');
});

test('a toast about something else says nothing of a send', () => {
  expect(readToast('Saved to project', false).says).toBe('unclear');
  expect(readToast('人に送信しました', false).says).toBe('unclear');
});

test.each([EN, DE, ES, FR])('the stand-in’s own toasts are told apart', (texts) => {
  expect(readToast(texts.sentOne, false).says).toBe('sent');
  expect(readToast(texts.sentMany.replace('{count}', '25'), false)).toEqual({
    says: 'sent',
    count: 25,
  });
  expect(readToast(texts.failed, false).says).toBe('not_sent');
});
