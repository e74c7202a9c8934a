import type { ComposerKind, Recipient } from '../../wire.ts';
import { grouped, say, type App } from '../app.ts';
import { part, plain } from '../dom.ts';
import { icon } from '../icons.ts';

const NAMES_SHOWN = 3;

/** Text only: no mark of a recipient is known. */
export function recipientsLine(app: App, recipients: readonly Recipient[]): HTMLElement {
  const names = recipients.map(({ name }) => name);
  const words = plain('span', {}, names.slice(0, NAMES_SHOWN).join(', '));
  const line = part(
    'recipients',
    { look: 'recipients' },
    plain('strong', {}, say(app, 'to')),
    ' ',
    words,
  );
  if (names.length > NAMES_SHOWN) {
    words.append(', … ');
    const all = part(
      'recipientsViewAll',
      {
        look: 'button link',
        onClick: () => {
          words.textContent = names.join(', ');
          all.remove();
        },
      },
      say(app, 'viewAll', { count: grouped(app, names.length) }),
    );
    line.append(all);
  }
  return line;
}

/** The input in its field, with the error that it is empty still hidden. */
export function subjectField(app: App, kind: ComposerKind): HTMLInputElement {
  const input = part('subject', {
    look: 'field',
    set: {
      'aria-label': say(app, kind === 'bulk' ? 'bulkSubjectLabel' : 'subjectLabel'),
      placeholder: say(app, 'subjectPlaceholder'),
      maxlength: '200',
      autocomplete: 'off',
    },
  });
  const error = plain(
    'p',
    { look: 'field-error', set: { hidden: '', role: 'alert' } },
    say(app, 'subjectEmpty'),
  );
  input.addEventListener('input', () => {
    error.hidden = true;
    input.removeAttribute('aria-invalid');
  });
  // The field is found again from its input, so both are made together.
  part('subjectWrapper', {}, input, error);
  return input;
}

export function variablesMenu(app: App, insert: (variable: string) => void): HTMLElement {
  const names = [say(app, 'firstName'), say(app, 'lastName'), say(app, 'company')];
  const menu = part(
    'variables',
    { look: 'variables', set: { 'aria-label': say(app, 'variables') } },
    ...names.map((name) =>
      plain(
        'li',
        {},
        plain(
          'button',
          {
            look: 'chip chip-button',
            onClick: () => {
              insert(name);
            },
          },
          `{${name}}`,
        ),
      ),
    ),
  );
  return menu;
}

/** Says who will not receive the message, if anybody. */
export function pausedBanner(
  app: App,
  recipients: readonly Recipient[],
  paused: readonly string[],
): HTMLElement[] {
  const held = recipients.filter(({ memberId }) => paused.includes(memberId));
  const [first] = held;
  if (first === undefined) return [];
  const text =
    held.length === 1
      ? say(app, 'paused', { name: first.name })
      : say(app, 'pausedMany', { count: held.length });
  const close = part(
    'bannerClose',
    {
      look: 'icon-button',
      set: { 'aria-label': say(app, 'closeBanner') },
      onClick: () => {
        banner.remove();
      },
    },
    icon('close'),
  );
  const banner = part(
    'banner',
    { look: 'banner', set: { role: 'status' } },
    plain('p', {}, text),
    close,
  );
  return [banner];
}
