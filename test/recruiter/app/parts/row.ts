import type { Decoration, Person } from '../../wire.ts';
import { say, type App } from '../app.ts';
import { part, plain } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Texts } from '../texts/en.ts';
import { avatar } from './avatar.ts';
import { toast } from './outlets.ts';
import type { Selection } from './selection.ts';

export type RowPlace = {
  /** Ends the row's tracking name. */
  surface: 'search-global' | 'project-pipeline';
  profileUrl(person: Person, composing: boolean): string;
  linkUrl(person: Person): string;
  status(person: Person): string | null;
};

const DECORATION_TEXTS: Record<Decoration, keyof Texts> = {
  conversations: 'decorationConversations',
  projects: 'decorationProjects',
  views: 'decorationViews',
  notes: 'decorationNotes',
  connections: 'decorationConnections',
};

export function degreeText(app: App, person: Person): string {
  return say(app, `degree${person.degree}`);
}

function lockup(app: App, person: Person, place: RowPlace): HTMLElement {
  const link = part(
    'rowLink',
    {
      look: 'name-link',
      set: { href: place.linkUrl(person) },
      onClick: (event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        app.go(place.profileUrl(person, false));
      },
    },
    person.name,
  );
  const status = place.status(person);
  return part(
    'rowLockup',
    { look: 'row-lockup' },
    avatar(person.name, 'medium'),
    plain(
      'div',
      { look: 'row-words' },
      plain(
        'div',
        { look: 'row-first-line' },
        part('rowName', {}, link),
        part('rowDegree', { look: 'quiet-text' }, ` · ${degreeText(app, person)}`),
        status !== null && part('rowStatus', { look: 'tag' }, status),
      ),
      part('rowHeadline', {}, person.headline),
      plain(
        'div',
        { look: 'quiet-text' },
        part('rowLocation', {}, person.place),
        ' · ',
        part('rowIndustry', {}, person.industry),
      ),
    ),
  );
}

function experience(app: App, person: Person): HTMLElement {
  const { earlier, since } = person;
  const line = (role: string, employer: string, from: number, to: string | number) =>
    plain(
      'li',
      {},
      say(app, 'at', { role, employer }),
      plain('span', { look: 'quiet-text' }, ` · ${from} – ${to}`),
    );
  return plain(
    'dl',
    { look: 'row-facts' },
    plain('dt', {}, say(app, 'experience')),
    plain(
      'dd',
      {},
      plain(
        'ul',
        {},
        line(person.role, person.employer, since, say(app, 'present')),
        line(earlier.role, earlier.employer, earlier.from, earlier.to),
      ),
    ),
    plain('dt', {}, say(app, 'education')),
    plain('dd', {}, person.school),
  );
}

function decorations(app: App, person: Person): HTMLElement {
  return part(
    'rowHistory',
    { look: 'decorations' },
    ...person.decorations.map((decoration) =>
      part(
        'rowDecoration',
        { look: 'decoration', marks: { 'data-live-test-decoration-type': decoration } },
        say(app, DECORATION_TEXTS[decoration]),
      ),
    ),
  );
}

function actions(app: App, person: Person, place: RowPlace): HTMLElement {
  const { name } = person;
  const saved = () => {
    toast(app, 'good', say(app, 'saved'));
  };
  const label = (key: keyof Texts) => ({ 'aria-label': say(app, key, { name }) });
  const message = part(
    'rowMessage',
    {
      look: 'icon-button',
      set: label('messageTo'),
      onClick: () => {
        app.go(place.profileUrl(person, true));
      },
    },
    icon('message'),
  );
  return part(
    'rowAside',
    { look: 'row-aside' },
    part(
      'actionButtons',
      { look: 'action-buttons' },
      part(
        'rowAction',
        {},
        part(
          'rowSave',
          { look: 'button', set: label('saveName'), onClick: saved },
          say(app, 'saveToProject'),
        ),
      ),
      part('rowAction', {}, part('rowMessageHover', {}, message)),
      part(
        'rowAction',
        {},
        part('rowHide', { look: 'icon-button', set: label('hideName') }, icon('hide')),
      ),
      part(
        'rowAction',
        {},
        part('rowMore', { look: 'icon-button', set: label('moreFor') }, icon('more')),
      ),
    ),
  );
}

/** The content of a row; its shell is made by the list and outlives it. */
export function row(app: App, person: Person, selection: Selection, place: RowPlace): HTMLElement {
  const box = part('smallInput', {
    look: 'checkbox',
    set: { type: 'checkbox', 'aria-label': say(app, 'selectRow', { name: person.name }) },
  });
  box.checked = selection.has(person.memberId);
  box.addEventListener('change', () => {
    selection.set([person], box.checked);
  });
  const card = part(
    'rowTopCard',
    {},
    lockup(app, person, place),
    experience(app, person),
    decorations(app, person),
  );
  const body = part(
    'rowBody',
    {},
    part(
      'rowTop',
      { look: 'row-top' },
      part('rowCard', { look: 'row-card' }, card),
      actions(app, person, place),
    ),
  );
  const surface = part(
    'rowSurface',
    { marks: { 'data-view-name': `talent-profile-list-element-${place.surface}` } },
    body,
  );
  return part(
    'rowItem',
    {},
    part(
      'row',
      { look: 'row' },
      part('rowSelector', { look: 'row-selector' }, box),
      part('rowImpression', { look: 'row-rest' }, surface),
    ),
  );
}
