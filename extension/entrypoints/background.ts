import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import {
  answerCard,
  answerNotice,
  answerRecipients,
  answerReport,
  type Sources,
} from '#extension/features/answers.ts';
import { STYLES } from '#extension/features/styles.ts';
import { createApiClient } from '#extension/state/api-client.ts';
import { createBackgroundWork, type BackgroundWork } from '#extension/state/background-work.ts';
import { badgeOf } from '#extension/state/badge.ts';
import { createConnectApi, type ConnectApi } from '#extension/state/connect-api.ts';
import { deviceNameOf } from '#extension/state/device-name.ts';
import { keptReading, keptSeats } from '#extension/state/kept.ts';
import { onManagedChange, readManaged } from '#extension/state/managed.ts';
import {
  pageWantedSchema,
  recipientsAskedSchema,
  spokenSchema,
} from '#extension/state/message-schemas.ts';
import { messages } from '#extension/state/messages.ts';
import { outbox } from '#extension/state/outbox.ts';
import { ownMessages } from '#extension/state/own-messages.ts';
import { rememberContract, requireOurs } from '#extension/state/page-contract.ts';
import { pageAddress } from '#extension/state/page-address.ts';
import { createPollSchedule } from '#extension/state/poll-schedule.ts';
import type { Ports } from '#extension/state/ports.ts';
import { hashTexts } from '#extension/state/recipient-hash.ts';
import { isFromOwnPage, isFromRecruiter, type Sender } from '#extension/state/sender.ts';
import { createSession, type Session } from '#extension/state/session.ts';
import { storedOwnSeat } from '#extension/state/stored-own-seat.ts';
import { storedReport } from '#extension/state/stored-report.ts';
import { storedMisses } from '#extension/state/stored-misses.ts';
import { storedPairing } from '#extension/state/stored-pairing.ts';
import { storedBacklog, storedSync } from '#extension/state/stored-sync.ts';
import {
  storedClockOffsetMs,
  storedConnection,
  storedGate,
  storedReading,
} from '#extension/state/stored.ts';
import { keepSuppliesStored, storeSupplies } from '#extension/state/stored-supplies.ts';
import { listenForLeftSends } from '#extension/state/take-left-sends.ts';
import { listenToTeamPages } from '#extension/state/team-listener.ts';
import { vault } from '#extension/state/vault.ts';
import { languageOf } from '#shared/words/language.ts';
import { numbersIn, type Numbers } from '#shared/words/numbers.ts';

const REFRESH_ALARM = 'refresh';
const RETRY_ALARM = 'retry';
const SESSION_ALARM = 'session';

function numbers(): Numbers {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return numbersIn(languageOf(browser.i18n.getUILanguage()), timeZone);
}

const showBadge: Ports['showBadge'] = async (connection, stored, now) => {
  const { text, colour, title } = badgeOf(connection, stored?.reading ?? null, now, numbers());
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: colour }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title }),
  ]);
};

// What nobody waits for is tried again at the next alarm; the console is where a developer looks.
// oxlint-disable-next-line no-console
const report = (error: unknown): void => console.warn('Good Standing:', error);

const send: typeof fetch = (...request) => fetch(...request);
const now = (): number => Date.now();

function wakeAt(alarm: string, when: number | null): void {
  void (when === null ? browser.alarms.clear(alarm) : browser.alarms.create(alarm, { when }));
}

function sessionOfBrowser(connectApi: ConnectApi): Session {
  return createSession({
    vault,
    connectApi,
    now,
    scheduleWake: (at) => wakeAt(SESSION_ALARM, at),
  });
}

/** @param poll called when it is time to ask whether a device was approved. */
function portsOfBrowser(
  connectApi: ConnectApi,
  session: Pick<Session, 'withToken'>,
  poll: () => void,
): Ports {
  return {
    vault,
    keptReading,
    keptSeats,
    outbox,
    api: createApiClient(send, session),
    connectApi,
    stored: {
      reading: storedReading,
      gate: storedGate,
      connection: storedConnection,
      clockOffsetMs: storedClockOffsetMs,
      sync: storedSync,
      backlog: storedBacklog,
      misses: storedMisses,
      report: storedReport,
      pairing: storedPairing,
      ownSeat: storedOwnSeat,
    },
    now,
    chance: () => Math.random(),
    newId: () => crypto.randomUUID(),
    version: browser.runtime.getManifest().version,
    hashTexts: (key, texts) => hashTexts(crypto.subtle, key, texts),
    readManaged,
    deviceName: deviceNameOf(navigator.userAgent),
    openTab: async (url) => void (await browser.tabs.create({ url })),
    schedulePoll: createPollSchedule(poll),
    scheduleRetry: (at) => wakeAt(RETRY_ALARM, at),
    showBadge,
  };
}

function requireRecruiter(sender: Sender): void {
  if (!isFromRecruiter(sender, browser.runtime.id)) throw new Error('Only Recruiter tells this.');
}

/** A page of Recruiter's, and of our contract as far as that can be told. */
async function requireOurPage(message: { sender: Sender }): Promise<void> {
  requireRecruiter(message.sender);
  await requireOurs(message, now());
}

function requireOwnPage(sender: Sender): void {
  const isOurs = isFromOwnPage(sender, browser.runtime.id, `${location.origin}/`);
  if (!isOurs) throw new Error('Only a page of the extension asks this.');
}

async function sources(): Promise<Sources> {
  const [stored, connection, clockOffsetMs] = await Promise.all([
    storedReading.getValue(),
    storedConnection.getValue(),
    storedClockOffsetMs.getValue(),
  ]);
  return { stored, connection, now: Date.now() + clockOffsetMs };
}

/** Opens what a link of ours in Recruiter's page leads to. */
async function openPage(raw: unknown): Promise<void> {
  const wanted = pageWantedSchema.parse(raw);
  if (wanted.page === 'review') {
    await browser.tabs.create({ url: `${location.origin}/review.html` });
    return;
  }
  const [credentials, stored] = await Promise.all([vault.read(), storedReading.getValue()]);
  if (credentials === null || stored === null) return;
  const url = pageAddress(wanted, credentials, stored.reading);
  if (url !== null) await browser.tabs.create({ url });
}

function listenToRecruiter(work: BackgroundWork): void {
  messages.onMessage('sendObserved', async (message) => {
    await requireOurPage(message);
    return work.sendObserved(message.data);
  });
  messages.onMessage('inboxRead', async (message) => {
    await requireOurPage(message);
    return work.inboxRead(message.data);
  });
  messages.onMessage('bulkHeld', async (message) => {
    await requireOurPage(message);
    return work.bulkHeld(message.data);
  });
  messages.onMessage('noticeAcknowledged', ({ data, sender }) => {
    requireRecruiter(sender);
    return work.noticeAcknowledged(data);
  });
  messages.onMessage('surfaceMissed', ({ data, sender }) => {
    requireRecruiter(sender);
    return work.surfaceMissed(data);
  });
  messages.onMessage('reportWanted', async ({ data, sender }) => {
    requireRecruiter(sender);
    work.reportWanted().catch(report);
    return answerReport(spokenSchema.parse(data), await sources(), await storedReport.getValue());
  });
  messages.onMessage('cardWanted', async ({ data, sender }) => {
    requireRecruiter(sender);
    return answerCard(spokenSchema.parse(data), await sources());
  });
  messages.onMessage('noticeWanted', async ({ data, sender }) => {
    requireRecruiter(sender);
    return answerNotice(spokenSchema.parse(data), await sources());
  });
  messages.onMessage('recipientsWanted', async (message) => {
    await requireOurPage(message);
    const asked = recipientsAskedSchema.parse(message.data);
    const lately = await work.latelyMessaged(asked.memberIds);
    return lately === null ? null : answerRecipients(asked, lately);
  });
  messages.onMessage('pageWanted', ({ data, sender }) => {
    requireRecruiter(sender);
    return openPage(data);
  });
  messages.onMessage('readingWanted', async (message) => {
    requireRecruiter(message.sender);
    await rememberContract(message, now());
    return work.readingWanted();
  });
}

function listenToOwnPages(work: BackgroundWork): void {
  ownMessages.onMessage('connect', ({ data, sender }) => {
    requireOwnPage(sender);
    return work.pairing.start(data);
  });
  ownMessages.onMessage('showApproval', ({ sender }) => {
    requireOwnPage(sender);
    return work.pairing.showApproval();
  });
  ownMessages.onMessage('cancelConnect', ({ sender }) => {
    requireOwnPage(sender);
    return work.pairing.cancel();
  });
  ownMessages.onMessage('approvalExpected', ({ sender }) => {
    requireOwnPage(sender);
    return work.pairing.poll();
  });
  ownMessages.onMessage('disconnect', ({ sender }) => {
    requireOwnPage(sender);
    return work.disconnect();
  });
  ownMessages.onMessage('freshReadingWanted', ({ sender }) => {
    requireOwnPage(sender);
    return work.freshReadingWanted();
  });
  ownMessages.onMessage('ownReportWanted', ({ sender }) => {
    requireOwnPage(sender);
    return work.reportWanted();
  });
  ownMessages.onMessage('ownSeatWanted', ({ sender }) => {
    requireOwnPage(sender);
    return work.ownSeatWanted();
  });
}

function listenToReviewPages({ reviews }: BackgroundWork): void {
  ownMessages.onMessage('ownReviewsWanted', ({ sender }) => {
    requireOwnPage(sender);
    return reviews.own();
  });
  ownMessages.onMessage('reviewWanted', ({ data, sender }) => {
    requireOwnPage(sender);
    return reviews.one(data);
  });
  ownMessages.onMessage('askForReview', ({ data, sender }) => {
    requireOwnPage(sender);
    return reviews.ask(data);
  });
}

async function keepRefreshing(): Promise<void> {
  // Alarms outlive the worker, though not always the browser.
  const alarm = await browser.alarms.get(REFRESH_ALARM);
  if (alarm === undefined) await browser.alarms.create(REFRESH_ALARM, { periodInMinutes: 1 });
}

// Every listener is there before the first turn of the loop ends, as a worker that is woken by an
// event only hands it to those.
export default defineBackground(() => {
  const poll = (): void => void work.pairing.poll().catch(report);
  const connectApi = createConnectApi(send);
  const session = sessionOfBrowser(connectApi);
  const work = createBackgroundWork(portsOfBrowser(connectApi, session, poll), report);
  listenToRecruiter(work);
  listenToOwnPages(work);
  listenToReviewPages(work);
  listenToTeamPages(work.team, requireOwnPage);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SESSION_ALARM) session.resume().catch(report);
    work.tick().catch(report);
    poll();
  });
  onManagedChange(() => void work.managedChanged().catch(report));
  listenForLeftSends((raw) => work.sendLeft(raw), report);
  browser.runtime.onInstalled.addListener(() => {
    // Also where the version is the same, as with every reload while it is being worked on.
    storeSupplies(STYLES).catch(report);
    work.wake().catch(report);
  });
  browser.runtime.onStartup.addListener(() => void work.wake().catch(report));
  globalThis.addEventListener('online', () => void work.wake().catch(report));
  keepRefreshing().catch(report);
  keepSuppliesStored(STYLES).catch(report);
  // An organisation may have set something while the browser was closed.
  work.managedChanged().catch(report);
  work.tick().catch(report);
  poll();
});
