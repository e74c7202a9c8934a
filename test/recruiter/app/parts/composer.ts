import type { ComposerKind, PostRequest, Recipient } from '../../wire.ts';
import { arrived, ask, grouped, say, type App } from '../app.ts';
import { part, plain, unseen } from '../dom.ts';
import { icon } from '../icons.ts';
import { pausedBanner, recipientsLine, subjectField, variablesMenu } from './composer-fields.ts';
import { editor, type Editor } from './editor.ts';
import { confirmed, toast } from './outlets.ts';

export type ComposerOptions = {
  kind: ComposerKind;
  recipients: readonly Recipient[];
  closed: (wasSent: boolean) => void;
};

const DRAFT_MS = 2_500;

type Message = { subject: HTMLInputElement; body: Editor };

/** What is written, and what a press of Send does with it. */
class Letter {
  readonly form = part('composerForm', { look: 'composer-form', set: { novalidate: '' } });
  readonly send: HTMLButtonElement;
  readonly messages: Message[] = [];
  readonly #app: App;
  readonly #options: ComposerOptions;
  readonly #paused: ReadonlySet<string>;
  #busy = false;

  constructor(app: App, options: ComposerOptions, paused: readonly string[]) {
    this.#app = app;
    this.#options = options;
    this.#paused = new Set(paused);
    this.send = part(
      'send',
      { look: 'button primary', set: { type: 'submit' } },
      plain('span', { set: { 'aria-hidden': 'true' } }, say(app, 'send')),
      unseen(say(app, 'sendLabel')),
    );
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submitted();
    });
  }

  add(bodyLabel: string): Message {
    const app = this.#app;
    const body = editor(
      { label: bodyLabel, placeholder: say(app, 'bodyPlaceholder') },
      {
        change: () => {
          this.update();
        },
        submit: () => {
          this.form.requestSubmit();
        },
      },
    );
    const message = { subject: subjectField(app, this.#options.kind), body };
    this.messages.push(message);
    this.update();
    return message;
  }

  get #reached(): Recipient[] {
    return this.#options.recipients.filter(({ memberId }) => !this.#paused.has(memberId));
  }

  get #isReady(): boolean {
    const isWritten = this.messages.every(({ body }) => body.text() !== '');
    return !this.#busy && isWritten && this.#reached.length > 0;
  }

  update(): void {
    this.send.disabled = !this.#isReady;
  }

  /** A bulk message and a follow-up need a subject; a single message may go without. */
  #missingSubject(): HTMLInputElement | null {
    const needed = this.#options.kind === 'bulk' ? this.messages : this.messages.slice(1);
    return needed.find(({ subject }) => subject.value.trim() === '')?.subject ?? null;
  }

  #showMissing(subject: HTMLInputElement): void {
    const field = subject.closest<HTMLElement>('div');
    field?.removeAttribute('hidden');
    field?.querySelector('p')?.removeAttribute('hidden');
    subject.setAttribute('aria-invalid', 'true');
    subject.focus();
  }

  async #submitted(): Promise<void> {
    if (!this.#isReady) return;
    const missing = this.#missingSubject();
    if (missing !== null) {
      this.#showMissing(missing);
      return;
    }
    this.#busy = true;
    this.update();
    const { flags } = this.#app.session;
    const goes = !flags.asksBeforeSend || (await confirmed(this.#app, say(this.#app, 'askSend')));
    const isSent = goes && (await this.#post());
    this.#busy = false;
    this.update();
    if (isSent) this.#succeeded();
    else if (goes) toast(this.#app, 'bad', say(this.#app, 'failed'));
  }

  #succeeded(): void {
    const count = this.#reached.length;
    if (this.#app.session.flags.composerStays) for (const { body } of this.messages) body.write('');
    else this.#options.closed(true);
    if (!this.#app.session.flags.toasts) return;
    const text = count === 1 ? say(this.#app, 'sentOne') : say(this.#app, 'sentMany', { count });
    toast(this.#app, 'good', text);
  }

  async #post(): Promise<boolean> {
    const [first, followUp] = this.messages;
    const request: PostRequest = {
      composer: this.#options.kind,
      page: location.href,
      elements: this.#reached.map(({ memberId }) => ({
        recipient: memberId,
        subject: first?.subject.value ?? '',
        body: first?.body.text() ?? '',
        ...(followUp && { followUp: followUp.body.text() }),
      })),
    };
    try {
      const response = await fetch('/talent/api/talentMultiMessagePosts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      return response.ok;
    } catch {
      // A request that was stopped on its way looks the same as one that the server refused.
      return false;
    }
  }
}

function followUpPart(app: App, letter: Letter): HTMLElement {
  const label = say(app, 'followUp');
  const holder = plain('div', { look: 'follow-up' });
  const add = part(
    'followUp',
    {
      look: 'button quiet',
      set: { 'aria-label': label },
      onClick: () => {
        const message = letter.add(say(app, 'followUpBody'));
        const title = plain('p', { look: 'small strong' }, say(app, 'followUpTitle'));
        holder.replaceChildren(title, fieldOf(message), message.body.element);
      },
    },
    `+ ${label}`,
  );
  holder.append(add);
  return holder;
}

function fieldOf({ subject }: Message): HTMLElement {
  const field = subject.closest<HTMLElement>('div');
  if (field === null) throw new Error('a subject stands in its field');
  return field;
}

function fill(app: App, options: ComposerOptions, paused: readonly string[]): HTMLElement {
  const { kind, recipients } = options;
  const letter = new Letter(app, options, paused);
  const first = letter.add(say(app, 'bodyLabel'));
  if (kind === 'bulk' && app.session.flags.subjectHidden) fieldOf(first).hidden = true;
  const { used, total } = app.session.credits;
  const credits = say(app, 'credits', { used: grouped(app, used), total: grouped(app, total) });
  const saveLabel = say(app, 'saveTemplate');
  letter.form.append(
    ...pausedBanner(app, recipients, paused),
    recipientsLine(app, recipients),
    part('templateSearch', {
      look: 'field',
      set: {
        role: 'combobox',
        'aria-label': say(app, 'templateLabel'),
        'aria-expanded': 'false',
        placeholder: say(app, 'templatePlaceholder'),
      },
    }),
    fieldOf(first),
    first.body.element,
    variablesMenu(app, (variable) => {
      first.body.insert(variable);
    }),
    followUpPart(app, letter),
    part(
      'actions',
      { look: 'composer-actions' },
      part('credits', { look: 'small' }, credits),
      part('saveTemplate', { look: 'icon-button', set: { 'aria-label': saveLabel } }, icon('save')),
      letter.send,
    ),
  );
  if (app.session.flags.drafts) first.body.write(say(app, 'draft'));
  return letter.form;
}

/** The composer; its content comes later than its frame. */
export function composer(app: App, options: ComposerOptions): HTMLElement {
  const left = new AbortController();
  const ghost = plain('div', { look: 'ghost ghost-tall' });
  const close = part(
    'composerClose',
    {
      look: 'icon-button',
      set: { 'aria-label': say(app, 'dismissComposer') },
      onClick: () => {
        left.abort();
        element.remove();
        options.closed(false);
      },
    },
    icon('close'),
  );
  const title = plain('h2', { look: 'composer-title' }, say(app, 'compose'));
  const content = part('composerMulti', {}, ghost);
  const element = part(
    'composer',
    { look: `composer composer-${options.kind}` },
    part('composerHeader', { look: 'composer-header' }, title, close),
    content,
  );
  const whenSent: ComposerOptions = {
    ...options,
    closed: (wasSent) => {
      element.remove();
      options.closed(wasSent);
    },
  };
  void (async () => {
    const paused = await ask<string[]>('/talent/api/paused');
    if (app.session.flags.drafts) await new Promise((done) => setTimeout(done, DRAFT_MS));
    if (await arrived(app, left.signal)) ghost.replaceWith(fill(app, whenSent, paused));
  })();
  return element;
}
