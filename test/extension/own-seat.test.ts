import { expect, test } from 'vitest';
import { evidenceText } from '#extension/entrypoints/popup/evidence-text.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { connectNow } from '#test/extension/connect-now.ts';
import { MemoryServer } from '#test/extension/memory-server.ts';
import { memoryPorts } from '#test/extension/memory-ports.ts';
import { at, reading } from '#test/extension/readings.ts';
import { NOW } from '#test/extension/sample-reading.ts';
import { workOn } from '#test/extension/work-on.ts';

test('what leaves next and what happened are kept for when the server does not answer', async () => {
  const server = new MemoryServer(() => NOW);
  const ports = memoryPorts(server, () => NOW);
  const work = workOn(ports);
  await work.ownSeatWanted();
  expect(await ports.stored.ownSeat.getValue()).toBeNull();
  await connectNow(server, work);
  await work.ownSeatWanted();
  const known = await ports.stored.ownSeat.getValue();
  expect(known).toMatchObject({ leaving: { seat: 's1' }, changes: [], receivedAt: NOW });
  server.weather = 'down';
  await work.ownSeatWanted();
  expect(await ports.stored.ownSeat.getValue()).toEqual(known);
  await work.disconnect();
  expect(await ports.stored.ownSeat.getValue()).toBeNull();
});

const ENGLISH = numbersIn('en', 'UTC');
const evidence = (given: Partial<Reading['evidence']>): string[] =>
  evidenceText(reading({ evidence: { ...reading().evidence, ...given } }), ENGLISH);

test('the evidence says its source, how complete that is, and what could not be matched', () => {
  const inboxReadAt = at('2026-11-07T12:00:00Z');
  const overlay = { source: 'overlay', completeUpTo: null } as const;
  expect(evidence({ ...overlay, inboxReadAt, unmatched: 3 })).toEqual([
    'Counted from what this extension sees: sends since 1 Aug 2026.',
    'Inbox last read 7 Nov, 12:00\u00a0UTC. Replies since then are not known yet.',
    '3 replies could not be matched to InMails and are not counted.',
    'Terms version 1: 13\u00a0% from 100 InMails on, within 14 days.',
  ]);
  expect(evidence(overlay)[1]).toMatch(/^The inbox has not been read yet/);
  expect(evidence({ ...overlay, inboxReadAt })[2]).toBe(
    'Every reply that was seen was matched to its InMail.',
  );
  expect(evidence({ ...overlay, isPartialAccepted: true })).toContain(
    'Your company has accepted this evidence as enough to pause bulk InMail.',
  );
  expect(evidence({ source: 'feed' })[0]).toMatch(/feed, complete up to 7 Nov, 14:00\sUTC\./);
  expect(evidence({ source: 'import', completeUpTo: null })[0]).toMatch(
    /files, complete up to a point that is not known yet\./,
  );
});

test('it can be said in every language', () => {
  const sources = ['overlay', 'feed', 'import'] as const;
  for (const language of LANGUAGES) {
    const said = sources.map((source) =>
      evidenceText(
        reading({ evidence: { ...reading().evidence, source, unmatched: 1 } }),
        numbersIn(language, 'UTC'),
      ).join(' '),
    );
    expect(new Set(said).size).toBe(sources.length);
    expect(said.join(' ')).not.toMatch(/undefined|NaN|null|\[object/);
  }
});
