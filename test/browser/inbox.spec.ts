import { expect, test } from '@playwright/test';
import { benchFor } from '#test/browser/bench-for.ts';
import { startLive, type Live } from '#test/browser/live.ts';
import { good } from '#test/browser/readings.ts';
import { RecruiterPage, SEARCH } from '#test/browser/recruiter-page.ts';

const INBOX = '/talent/inbox/0/main';
const ELSEWHERE = { id: 'c2', name: 'Another contract' };

test.describe('of the inbox', () => {
  const bench = benchFor({ earlierConversations: 30 });
  let at: RecruiterPage;

  test.afterEach(async () => {
    await at.close();
  });

  const answered = () =>
    bench.standIn
      .conversations()
      .filter(({ status }) => status !== 'awaiting')
      .map(({ id, member, status }) => ({
        conversation: id,
        name: member.name,
        outcome: status,
      }));
  const told = async () => {
    const reads = await bench.told('inboxRead');
    return reads.flatMap(({ cards }) => (Array.isArray(cards) ? cards : []));
  };
  const sorted = (cards: readonly unknown[]) =>
    cards.map((card) => JSON.stringify(card)).toSorted();
  const cards = () => at.page.locator('[data-test-conversation-card-container]');

  for (const locale of ['en', 'de', 'es', 'fr'] as const) {
    test(`it is told who has answered, in ${locale}, and nothing else`, async () => {
      bench.standIn.set({ locale });
      at = await RecruiterPage.open(bench, INBOX, { reading: good() });
      await expect.poll(async () => sorted(await told())).toEqual(sorted(answered()));
      expect(answered().length).toBeGreaterThan(10);
      const [read] = await bench.told('inboxRead');
      expect(Math.abs(Number(read?.['at']) - Date.now())).toBeLessThan(20_000);
      expect(await bench.told('surfaceMissed')).toEqual([]);
      // The chip in the navigation is all of ours that is there.
      await expect(at.ours).toHaveCount(1);
      const written = JSON.stringify(await bench.told('inboxRead'));
      for (const { messages } of bench.standIn.conversations()) {
        for (const { body } of messages) expect(written).not.toContain(body);
      }
    });
  }

  test('each answer is told once, as its card is drawn, however often the list is', async () => {
    at = await RecruiterPage.open(bench, '/talent/projects', { reading: good() });
    await expect(at.chip).toBeVisible();
    // A list that keeps only what is near in the page, whatever becomes of the rest.
    await at.page.evaluate(() => {
      new MutationObserver(() => {
        for (const list of document.querySelectorAll('[data-test-thread-list-column] ul')) {
          if (Reflect.get(window, 'all') === undefined) {
            Object.assign(window, { all: [...list.children] });
            list.replaceChildren(...[...list.children].slice(0, 5));
          }
        }
      }).observe(document, { subtree: true, childList: true });
    });
    await at.page.locator('a[data-test-recent-messages-trigger-anchor]').click();
    await expect.poll(told).toHaveLength(5);
    const drawn = async (from: number, to: number) => {
      await at.page.evaluate(
        ([from, to]) => {
          const all: unknown = Reflect.get(window, 'all');
          const list = document.querySelector('[data-test-thread-list-column] ul');
          if (Array.isArray(all)) list?.replaceChildren(...all.slice(from, to));
        },
        [from, to] as const,
      );
    };
    await drawn(3, 9);
    await expect.poll(told).toHaveLength(9);
    await drawn(0, 5);
    await at.page.waitForTimeout(500);
    await drawn(9, 1_000);
    await expect.poll(async () => sorted(await told())).toEqual(sorted(answered()));
  });

  test('a state in words that are not known is a miss, and no answer', async () => {
    at = await RecruiterPage.open(bench, '/talent/projects', { reading: good() });
    await at.page.evaluate(() => {
      new MutationObserver(() => {
        for (const state of document.querySelectorAll('[data-test-latest-reply-status]')) {
          if (state.textContent !== '承諾済み') state.textContent = '承諾済み';
        }
      }).observe(document, { subtree: true, childList: true });
    });
    await at.page.locator('a[data-test-recent-messages-trigger-anchor]').click();
    await expect(cards().first()).toBeVisible();
    await expect
      .poll(() => bench.told('surfaceMissed'))
      .toContainEqual(expect.objectContaining({ surface: 'inbox', part: 'replyStatus' }));
    expect(await told()).toEqual([]);
  });

  test('under another contract nothing is read, in observe neither', async () => {
    for (const mode of ['inform', 'observe'] as const) {
      at = await RecruiterPage.open(bench, INBOX, { reading: good({ contract: ELSEWHERE, mode }) });
      await expect(cards().first()).toBeVisible();
      await at.page.waitForTimeout(600);
      expect(await bench.told('inboxRead')).toEqual([]);
      if (mode === 'inform') await at.close();
    }
  });

  test('in observe it is read, and nothing is shown', async () => {
    at = await RecruiterPage.open(bench, INBOX, { reading: good({ mode: 'observe' }) });
    await expect.poll(told).toHaveLength(answered().length);
    await expect(at.ours).toHaveCount(0);
  });
});

test.describe('an answer in the inbox', () => {
  let live: Live;
  let at: RecruiterPage;

  async function start(namesakes = false): Promise<void> {
    live = await startLive({ namesakes });
    at = await live.open();
  }

  test.afterEach(async () => {
    await at.close();
    await live.close();
  });

  /** From its row in the search, as most one-to-one InMails begin. */
  async function writeTo(index: number): Promise<string> {
    const sent = await live.api.idsOf('inmail.sent');
    await at.page.goto(live.standIn.origin + SEARCH);
    await at.page.locator('[data-test-component="message-icon-btn"]').nth(index).click();
    await at.editor.fill('Shall we talk about a role?');
    await at.send.click();
    await expect.poll(() => live.api.idsOf('inmail.sent')).toHaveLength(sent.length + 1);
    return live.standIn.people[index]?.memberId ?? '';
  }
  const readInbox = () => at.page.goto(live.standIn.origin + INBOX);
  const shown = async () => (await live.extension.stored())['reading'];

  test('settles the InMail, once, and the rate says so', async () => {
    await start();
    const [ada, bo] = [await writeTo(0), await writeTo(1)];
    live.standIn.answer(ada, 'accepted');
    live.standIn.answer(bo, 'declined');
    await readInbox();
    const settled = {
      reading: {
        tally: { accepted: 1, declined: 1, pending: 0, total: 2 },
        evidence: { unmatched: 0, inboxReadAt: expect.any(Number) },
      },
    };
    await expect.poll(shown).toMatchObject(settled);
    await at.page.reload();
    await expect(at.page.locator('[data-test-conversation-card-container]')).toHaveCount(2);
    await at.page.waitForTimeout(800);
    expect(await shown()).toMatchObject(settled);
    expect(await live.api.eventsOf('inmail.responded')).toHaveLength(2);
    const written = JSON.stringify([
      await live.api.eventsOf('inmail.sent'),
      await live.api.eventsOf('inmail.responded'),
      await live.extension.stored(),
    ]);
    for (const { member, id } of live.standIn.conversations()) {
      for (const text of [member.name, member.memberId, id]) expect(written).not.toContain(text);
    }
  });

  test('of one of two people of the same name settles nothing, and is counted as such', async () => {
    await start(true);
    const [first, second] = [await writeTo(0), await writeTo(1)];
    expect(live.standIn.people[0]?.name).toBe(live.standIn.people[1]?.name);
    expect(first).not.toBe(second);
    live.standIn.answer(second, 'accepted');
    await readInbox();
    await expect.poll(shown).toMatchObject({
      reading: { tally: { accepted: 0, pending: 2 }, evidence: { unmatched: 1 } },
    });
  });

  test('of a bulk send settles the InMail of whoever’s row was drawn', async () => {
    await start();
    await at.page.goto(live.standIn.origin + SEARCH);
    await at.selectAll.check();
    await at.control.click();
    await at.subject.fill('A role');
    await at.editor.fill('Hello');
    await at.send.click();
    await expect.poll(() => live.api.idsOf('inmail.sent')).toHaveLength(25);
    const marked = (await live.api.eventsOf('inmail.sent')).filter(({ nameHash }) => nameHash);
    // Rows far below are not drawn; of those people nothing is made up.
    expect(marked.length).toBeGreaterThan(2);
    expect(marked.length).toBeLessThan(25);
    live.standIn.answer(live.standIn.people[0]?.memberId ?? '', 'accepted');
    live.standIn.answer(live.standIn.people[24]?.memberId ?? '', 'accepted');
    await readInbox();
    await expect.poll(shown).toMatchObject({
      reading: {
        tally: { accepted: 1, pending: 24, total: 25 },
        evidence: { unmatched: 1 },
      },
    });
  });
});
