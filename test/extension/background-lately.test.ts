import { expect, test } from 'vitest';
import { latelyText } from '#extension/features/lately-text.ts';
import { recipientsAskedSchema } from '#extension/state/message-schemas.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { toldWords } from '#shared/words/told-words.ts';
import { connectNow } from '#test/extension/connect-now.ts';
import { MemoryServer } from '#test/extension/memory-server.ts';
import { memoryPorts } from '#test/extension/memory-ports.ts';
import { NOW } from '#test/extension/sample-reading.ts';
import { workOn } from '#test/extension/work-on.ts';

test('those that a bulk message goes to are asked about as keyed hashes, each once', async () => {
  const server = new MemoryServer(() => NOW);
  const work = workOn(memoryPorts(server, () => NOW));
  expect(await work.latelyMessaged(['m1', 'm2'])).toBeNull();
  await connectNow(server, work);
  const known = { recipients: 2, messaged: 3, windowDays: 14 };
  expect(await work.latelyMessaged(['m1', 'm2', 'm1'])).toEqual(known);
  expect(server.askedAbout).toEqual([['hash of m1', 'hash of m2']]);
});

test('of one person, offline or without a key nobody is asked about, and nothing is known', async () => {
  const server = new MemoryServer(() => NOW);
  const ports = memoryPorts(server, () => NOW);
  const work = workOn(ports);
  await connectNow(server, work);
  expect(await work.latelyMessaged(['m1', 'm1'])).toBeNull();
  ports.hashTexts = () => Promise.reject(new Error('a key that cannot be used'));
  expect(await work.latelyMessaged(['m1', 'm2'])).toBeNull();
  expect(server.askedAbout).toEqual([]);
  ports.hashTexts = (_key, texts) => Promise.resolve([...texts]);
  server.weather = 'down';
  expect(await work.latelyMessaged(['m1', 'm2'])).toBeNull();
});

test('a page asks of many in a language that there is', () => {
  const asked = { language: 'fr', memberIds: ['m1', 'm2'], recipients: 40 };
  const reads = (changed: object) => recipientsAskedSchema.safeParse({ ...asked, ...changed });
  expect(reads({}).success).toBe(true);
  for (const changed of [{ language: 'xx' }, { recipients: 1 }, { memberIds: [''] }]) {
    expect(reads(changed).success).toBe(false);
  }
});

const SAID = LANGUAGES.map((language) => {
  const [{ lately }, numbers] = [toldWords(language), numbersIn(language, 'UTC')];
  return (messaged: number, recipients: number) =>
    latelyText({ recipients, messaged, windowDays: 14 }, recipients, lately, numbers);
});

test('it is told as a number that they are at the least, in four languages', () => {
  expect(SAID.map((say) => say(3, 1200))).toEqual([
    'At least 3 of these 1,200 had an InMail from your contract in the last 14 days.',
    'Mindestens 3 von diesen 1.200 haben in den letzten 14 Tagen eine InMail aus Ihrem Vertrag erhalten.',
    'Al menos 3 de estos 1200 recibieron un InMail de su contrato en los últimos 14 días.',
    'Au moins 3 de ces 1\u202f200 ont reçu un InMail de votre contrat au cours des 14 derniers jours.',
  ]);
  expect(SAID.map((say) => say(1, 40))).toEqual([
    'At least 1 of these 40 had an InMail from your contract in the last 14 days.',
    'Mindestens 1 von diesen 40 hat in den letzten 14 Tagen eine InMail aus Ihrem Vertrag erhalten.',
    'Al menos 1 de estos 40 recibió un InMail de su contrato en los últimos 14 días.',
    'Au moins 1 de ces 40 a reçu un InMail de votre contrat au cours des 14 derniers jours.',
  ]);
});

test('of none, and of more than the message goes to, nothing is said', () => {
  for (const say of SAID) expect([say(0, 40), say(41, 40)]).toEqual([null, null]);
});
