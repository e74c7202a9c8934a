import type { Person, ProfileAnswer } from '../../wire.ts';
import { arrived, ask, day, say, type App } from '../app.ts';
import { part, plain } from '../dom.ts';
import { icon } from '../icons.ts';
import { avatar } from './avatar.ts';
import { enclosed } from '../enclosure.ts';
import { composer } from './composer.ts';
import { degreeText } from './row.ts';
import { similarProfiles } from './similar.ts';

export type ProfilePlace = {
  /** The address of this profile, with or without its composer, on one of its tabs. */
  url(memberId: string, shown: { composing: boolean; tab?: string }): string;
};

type Shown = { composing: boolean; tab: string };

export function shownBy(url: URL): Shown {
  const tab = /\/(messages|requisition|attachments|feedback|activities)$/.exec(url.pathname)?.[1];
  return { composing: url.searchParams.get('rightRail') === 'composer', tab: tab ?? '' };
}

function topCard(app: App, person: Person, compose: () => void): HTMLElement {
  const message = plain(
    'button',
    { look: 'button primary', onClick: compose },
    say(app, 'message'),
  );
  const save = part('rowSave', { look: 'button' }, say(app, 'saveToProject'));
  return plain(
    'div',
    { look: 'card top-card' },
    avatar(person.name, 'large'),
    plain(
      'div',
      { look: 'top-card-words' },
      plain(
        'h1',
        { look: 'profile-name' },
        person.name,
        plain('span', { look: 'quiet-text' }, ` · ${degreeText(app, person)}`),
      ),
      plain('p', {}, person.headline),
      plain('p', { look: 'quiet-text' }, `${person.place} · ${person.industry}`),
      part('publicLink', { look: 'button link', set: { href: '#' } }, say(app, 'publicProfile')),
      part(
        'topCard',
        { look: 'top-card-actions' },
        part(
          'actionButtons',
          { look: 'action-buttons' },
          plain('li', {}, message),
          plain('li', {}, save),
        ),
      ),
    ),
  );
}

const TABS = [
  ['tabIndex', ''],
  ['tabProjects', 'requisition'],
  ['tabMessages', 'messages'],
  ['tabAttachments', 'attachments'],
  ['tabFeedback', 'feedback'],
  ['tabActivities', 'activities'],
] as const;

function tabs(app: App, person: Person, shown: Shown, place: ProfilePlace): HTMLElement {
  return plain(
    'nav',
    { look: 'tabs' },
    ...TABS.map(([name, tab]) => {
      const href = place.url(person.memberId, { composing: false, tab });
      const current = shown.tab === tab ? { 'aria-current': 'page' } : {};
      return part(name, { look: 'tab', set: { href, ...current } }, say(app, name));
    }),
  );
}

function background(app: App, person: Person): HTMLElement {
  const { earlier } = person;
  const item = (role: string, employer: string, from: number, to: number | string) =>
    plain(
      'li',
      { look: 'job' },
      plain('span', { look: 'job-mark', set: { 'aria-hidden': 'true' } }, employer.charAt(0)),
      plain(
        'div',
        {},
        plain('strong', {}, role),
        plain('p', {}, employer),
        plain('p', { look: 'quiet-text small' }, `${from} – ${to}`),
      ),
    );
  return plain(
    'section',
    { look: 'card padded' },
    plain('h2', {}, say(app, 'experience')),
    plain(
      'ul',
      { look: 'jobs' },
      item(person.role, person.employer, person.since, say(app, 'present')),
      item(earlier.role, earlier.employer, earlier.from, earlier.to),
    ),
    plain('h2', {}, say(app, 'education')),
    plain('p', {}, person.school),
  );
}

function history(app: App, { conversations }: ProfileAnswer): HTMLElement {
  const lines = conversations.flatMap(({ messages, subject }) =>
    messages.map(({ body, at }) =>
      plain(
        'li',
        { look: 'history-line' },
        plain('strong', {}, subject),
        plain('p', {}, body),
        plain('p', { look: 'quiet-text small' }, day(app, at)),
      ),
    ),
  );
  if (lines.length === 0) lines.push(plain('li', { look: 'quiet-text' }, say(app, 'nothingHere')));
  return plain('ul', { look: 'card padded history' }, ...lines);
}

/** A profile with its tabs and its right rail, as a page or in a slide-in. */
export function profileView(
  app: App,
  memberId: string,
  place: ProfilePlace,
  left: AbortSignal,
): { element: HTMLElement; show: (shown: Shown) => void } {
  const main = plain(
    'div',
    { look: 'profile-column' },
    plain('div', { look: 'card ghost ghost-tall' }),
  );
  const rail = part('rightRailComposer', { look: 'profile-rail' });
  let answer: ProfileAnswer | null = null;
  let wanted: Shown = { composing: false, tab: '' };
  let shownTab: string | null = null;

  const showMain = ({ person, similar }: ProfileAnswer, all: ProfileAnswer) => {
    shownTab = wanted.tab;
    const compose = () => {
      app.go(place.url(memberId, { composing: true, tab: wanted.tab }));
    };
    const rest =
      wanted.tab === ''
        ? [background(app, person), similarProfiles(app, similar, left)]
        : [
            wanted.tab === 'messages'
              ? history(app, all)
              : history(app, { ...all, conversations: [] }),
          ];
    main.replaceChildren(topCard(app, person, compose), tabs(app, person, wanted, place), ...rest);
  };
  const showRail = ({ person }: ProfileAnswer) => {
    const isOpen = rail.childElementCount > 0;
    if (isOpen === wanted.composing) return;
    if (!wanted.composing) {
      rail.replaceChildren();
      return;
    }
    const closed = () => {
      app.go(place.url(memberId, { composing: false, tab: wanted.tab }));
    };
    const element = composer(app, { kind: 'single', recipients: [person], closed });
    rail.replaceChildren(enclosed(app.session.flags.enclosure, element));
  };
  const update = () => {
    if (answer === null) return;
    if (shownTab !== wanted.tab) showMain(answer, answer);
    showRail(answer);
  };
  void (async () => {
    const found = await ask<ProfileAnswer>(`/talent/api/profile?id=${memberId}`);
    if (!(await arrived(app, left))) return;
    answer = found;
    update();
  })();
  return {
    element: part('profileMain', { look: 'profile' }, main, rail),
    show(shown) {
      wanted = shown;
      update();
    },
  };
}

/** The profile over a list: previous, next and the way out. */
export function profileSlideIn(
  app: App,
  memberId: string,
  place: ProfilePlace,
  exit: () => void,
  left: AbortSignal,
): { element: HTMLElement; show: (shown: Shown) => void } {
  const view = profileView(app, memberId, place, left);
  const at = app.listed.findIndex((listed) => listed.memberId === memberId);
  const step = (key: 'previous' | 'next', to: number) => {
    const button = part(
      'profileStep',
      {
        look: 'icon-button',
        set: { 'aria-label': say(app, key) },
        onClick: () => {
          const other = app.listed[to];
          if (other !== undefined) app.go(place.url(other.memberId, { composing: false }));
        },
      },
      icon(key === 'next' ? 'next' : 'back'),
    );
    button.disabled = app.listed[to] === undefined;
    return button;
  };
  const leave = part(
    'profileExit',
    {
      look: 'icon-button',
      set: { role: 'button', tabindex: '0', 'aria-label': say(app, 'exitProfile') },
      onClick: exit,
    },
    icon('close'),
  );
  leave.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') exit();
  });
  const head = plain(
    'div',
    { look: 'slide-in-head' },
    step('previous', at - 1),
    step('next', at + 1),
    leave,
  );
  return { element: part('slideInProfile', {}, head, view.element), show: view.show };
}
