import type { Conversation, ReplyStatus } from '../../wire.ts';
import { arrived, ask, day, say, type App } from '../app.ts';
import { part, plain } from '../dom.ts';
import type { OpenPage } from '../page.ts';
import { avatar } from '../parts/avatar.ts';
import { thread } from '../parts/thread.ts';
import type { Texts } from '../texts/en.ts';

const POLL_MS = 2_000;

const STATUS_TEXTS: Record<ReplyStatus, keyof Texts> = {
  awaiting: 'statusAwaiting',
  accepted: 'statusAccepted',
  declined: 'statusDeclined',
};

type Folder = { filter: string; text: keyof Texts; holds: (one: Conversation) => boolean };

const INBOX: Folder = {
  filter: '',
  text: 'folderInbox',
  holds: ({ status }) => status !== 'awaiting',
};

const FOLDERS: readonly Folder[] = [
  INBOX,
  { filter: 'UNRESOLVED', text: 'folderAwaiting', holds: ({ status }) => status === 'awaiting' },
  { filter: 'ARCHIVED', text: 'folderArchived', holds: () => false },
];

const FILTERS: readonly Folder[] = [
  ...FOLDERS,
  { filter: 'ACCEPTED', text: 'statusAccepted', holds: ({ status }) => status === 'accepted' },
  { filter: 'unread', text: 'unread', holds: ({ unread }) => unread },
];

type Address = { folder: Folder; conversation: string | null; isBare: boolean };

function addressed(url: URL): Address {
  const filter = url.searchParams.get('filter') ?? '';
  return {
    folder: FILTERS.find((folder) => folder.filter === filter) ?? INBOX,
    conversation: /\/id\/([^/]+)/.exec(url.pathname)?.[1] ?? null,
    isBare: /^\/talent\/inbox\/?$/.test(url.pathname),
  };
}

function folderUrl({ filter }: Folder, conversation: string | null): string {
  const tail = conversation === null ? '' : `/id/${conversation}`;
  return `/talent/inbox/0/main${tail}${filter === '' ? '' : `?filter=${filter}`}`;
}

function card(app: App, one: Conversation, { folder, conversation }: Address): HTMLElement {
  const last = one.messages.at(-1);
  const current = one.id === conversation ? { 'aria-current': 'true' } : {};
  return part(
    'card',
    { look: 'thread-card', marks: { 'data-test-conversation-urn': one.urn } },
    part(
      'cardLink',
      { look: 'thread-link', set: { href: folderUrl(folder, one.id), ...current } },
      avatar(one.member.name, 'small'),
      plain(
        'span',
        { look: 'thread-words' },
        plain(
          'span',
          { look: 'thread-first-line' },
          part('participant', { look: 'strong' }, one.member.name),
          part('lastActivity', { look: 'quiet-text small' }, day(app, one.lastActivityAt)),
        ),
        plain('span', { look: 'thread-excerpt quiet-text' }, last?.body ?? ''),
        plain(
          'span',
          { look: 'thread-last-line' },
          part(
            'replyStatus',
            { look: `tag tag-${one.status}` },
            say(app, STATUS_TEXTS[one.status]),
          ),
          one.unread && part('unread', { look: 'unread' }, say(app, 'unread')),
        ),
      ),
    ),
  );
}

function folders(app: App, open: Folder): HTMLElement {
  return plain(
    'nav',
    { look: 'card folders' },
    ...FOLDERS.map((folder) =>
      plain(
        'a',
        {
          look: 'stage',
          set: {
            href: folderUrl(folder, null),
            ...(folder === open && { 'aria-current': 'page' }),
          },
        },
        say(app, folder.text),
      ),
    ),
  );
}

/** Conversations, newest first; asked again every few seconds, drawn again when they changed. */
export const openInbox: OpenPage = (app, url, left) => {
  let address = addressed(url);
  let drawn = '';
  const threads = part(
    'threads',
    { look: 'card threads' },
    plain('div', { look: 'ghost ghost-tall' }),
  );
  const side = plain('div');
  const conversationPane = plain('section', { look: 'card conversation' });

  const draw = (all: readonly Conversation[], isMoved: boolean) => {
    const listed = all.filter(address.folder.holds);
    const open = all.find(({ id }) => id === address.conversation);
    const state = JSON.stringify([listed, address]);
    if (state === drawn) return;
    drawn = state;
    side.replaceChildren(folders(app, address.folder));
    const cards = listed.map((one) => card(app, one, address));
    const none = plain('p', { look: 'quiet-text padded' }, say(app, 'noConversations'));
    threads.replaceChildren(
      cards.length > 0 ? plain('ul', { look: 'plain-list' }, ...cards) : none,
    );
    if (open === undefined) {
      const choose = plain('p', { look: 'quiet-text padded' }, say(app, 'chooseConversation'));
      conversationPane.replaceChildren(choose);
    } else if (isMoved || !conversationPane.contains(document.activeElement)) {
      // Whoever is writing an answer keeps what they wrote.
      conversationPane.replaceChildren(...thread(app, open));
    }
  };
  const load = async (isMoved: boolean) => {
    const opened = address.conversation ?? '';
    const all = await ask<Conversation[]>(`/talent/api/conversations?opened=${opened}`);
    if (left.aborted || (isMoved && !(await arrived(app, left)))) return;
    const newest = all.find(address.folder.holds);
    if (address.isBare && newest !== undefined) app.go(folderUrl(INBOX, newest.id));
    else draw(all, isMoved);
  };
  const poll = setInterval(() => {
    load(false).catch(() => {
      // The next poll may do better; until then the page stays as it is.
    });
  }, POLL_MS);
  left.addEventListener('abort', () => {
    clearInterval(poll);
  });
  return {
    element: plain(
      'div',
      { look: 'wide-page' },
      plain('h1', { look: 'page-title' }, say(app, 'inbox')),
      plain('div', { look: 'columns' }, side, threads, conversationPane),
    ),
    show(now) {
      address = addressed(now);
      void load(true);
    },
  };
};
