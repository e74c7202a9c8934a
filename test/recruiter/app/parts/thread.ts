import type { Conversation } from '../../wire.ts';
import { day, say, type App } from '../app.ts';
import { part, plain } from '../dom.ts';
import { avatar } from './avatar.ts';

function messages(app: App, { messages: all, member }: Conversation): HTMLElement {
  return plain(
    'ul',
    { look: 'plain-list messages' },
    ...all.map(({ mine, body, at }, index) => {
      const isFirst = all[index - 1]?.mine !== mine;
      const name = mine ? say(app, 'you') : member.name;
      return part(
        'message',
        { look: mine ? 'bubble-line mine' : 'bubble-line' },
        plain(
          'p',
          { look: 'small quiet-text' },
          isFirst && part('sender', { look: 'strong' }, name),
          ` ${day(app, at)}`,
        ),
        part('messageBody', { look: 'bubble' }, body),
      );
    }),
  );
}

function replyBox(app: App, { id }: Conversation): HTMLElement {
  const text = part('replyText', {
    look: 'field area',
    set: { 'aria-label': say(app, 'replyLabel'), placeholder: say(app, 'replyLabel') },
  });
  const send = async () => {
    const body = text.value.trim();
    if (body === '') return;
    text.value = '';
    text.blur();
    await fetch(`/talent/api/replies?conversation=${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ body }),
    });
  };
  return part(
    'replyBox',
    { look: 'reply' },
    text,
    plain('button', { look: 'button primary', onClick: () => void send() }, say(app, 'reply')),
  );
}

/** One conversation: who, what was said, and a box to answer in. */
export function thread(app: App, conversation: Conversation): HTMLElement[] {
  const { member, subject } = conversation;
  return [
    plain(
      'header',
      { look: 'conversation-head' },
      avatar(member.name, 'small'),
      plain('div', {}, plain('h2', {}, member.name), plain('p', { look: 'quiet-text' }, subject)),
    ),
    messages(app, conversation),
    replyBox(app, conversation),
  ];
}
