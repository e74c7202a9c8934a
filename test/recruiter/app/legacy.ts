import type { PeoplePage, PostRequest } from '../wire.ts';
import { ask, say } from './app.ts';
import { part, plain } from './dom.ts';
import { avatar } from './parts/avatar.ts';
import { Selection } from './parts/selection.ts';
import { startApp } from './start.ts';

/** The clipboard of the retired product: a document of its own, known by two controls only. */
const app = await startApp((path) => {
  location.assign(path);
});
const { people } = await ask<PeoplePage>('/talent/search/api/people?start=0&count=40');
const selection = new Selection();
const composer = plain('div');

const all = part('legacySelectAll', {
  look: 'checkbox',
  set: { type: 'checkbox', 'aria-label': say(app, 'selectAll', { count: people.length }) },
});
all.addEventListener('change', () => {
  selection.set(people, all.checked);
});
const act = part('legacyBulkAction', { look: 'button primary', onClick: compose });
selection.watch(() => {
  all.checked = selection.size === people.length;
  act.disabled = selection.size === 0;
  act.textContent = say(app, 'bulkMessage', { count: String(selection.size) });
});

function compose(): void {
  const text = part('legacyText', {
    look: 'field area',
    set: { 'aria-label': say(app, 'bodyLabel') },
  });
  const names = plain(
    'ul',
    { look: 'plain-list small' },
    ...selection.recipients.map(({ name }) => part('legacyRecipient', {}, name)),
  );
  const state = plain('p', { set: { role: 'status' } });
  const send = part(
    'legacySend',
    { look: 'button primary', set: { type: 'submit' } },
    say(app, 'send'),
  );
  const dismiss = plain(
    'button',
    {
      look: 'button',
      set: { 'aria-label': say(app, 'dismissComposer') },
      onClick: () => {
        form.remove();
      },
    },
    say(app, 'cancel'),
  );
  const form = plain('form', { look: 'card padded' }, names, text, send, dismiss, state);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void (async () => {
      const isSent = await post(text.value.trim());
      state.textContent = say(app, isSent ? 'sentMany' : 'failed', { count: selection.size });
      if (isSent) {
        composer.replaceChildren(state);
        selection.clear();
      }
    })();
  });
  composer.replaceChildren(form);
  text.focus();
}

async function post(body: string): Promise<boolean> {
  const request: PostRequest = {
    composer: 'bulk',
    page: location.href,
    elements: selection.recipients.map(({ memberId }) => ({
      recipient: memberId,
      subject: '',
      body,
    })),
  };
  const response = await fetch('/talent/api/talentMultiMessagePosts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return response.ok;
}

const rows = people.map((person) => {
  const box = plain('input', {
    look: 'checkbox',
    set: { type: 'checkbox', 'aria-label': say(app, 'selectRow', { name: person.name }) },
  });
  box.addEventListener('change', () => {
    selection.set([person], box.checked);
  });
  selection.watch(() => {
    box.checked = selection.has(person.memberId);
  });
  return plain(
    'li',
    { look: 'similar-row' },
    box,
    avatar(person.name, 'small'),
    plain('div', {}, person.name, plain('p', { look: 'quiet-text small' }, person.headline)),
  );
});

document.body.prepend(
  plain(
    'header',
    { look: 'nav' },
    plain('span', { look: 'brand' }, 'Recruiter'),
    part('legacyUser', { look: 'nav-user' }, app.session.seatName),
  ),
  plain(
    'main',
    { look: 'narrow-page' },
    plain('h1', {}, say(app, 'clipboard')),
    plain('div', { look: 'list-header-line' }, all, act),
    composer,
    plain('ul', { look: 'card padded plain-list' }, ...rows),
  ),
);
document.title = `${say(app, 'clipboard')} | Stand-in for Recruiter`;
