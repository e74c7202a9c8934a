import type { Person } from '../../wire.ts';
import { say, type App } from '../app.ts';
import { part, plain } from '../dom.ts';
import { avatar } from './avatar.ts';
import { bulkActions } from './bulk-bar.ts';
import { Selection } from './selection.ts';

/** A section of the profile with a selection of its own; how its bar is built is inferred. */
export function similarProfiles(
  app: App,
  people: readonly Person[],
  left: AbortSignal,
): HTMLElement {
  const selection = new Selection();
  const rows = people.map((person) => similarRow(app, person, selection));
  const all = part('smallInput', {
    look: 'checkbox',
    set: { type: 'checkbox', 'aria-label': say(app, 'similarSelect') },
  });
  all.addEventListener('change', () => {
    selection.set(people, all.checked);
  });
  const count = plain('span', { look: 'counter' });
  selection.watch(() => {
    const { size } = selection;
    all.checked = size === people.length && size > 0;
    all.indeterminate = size > 0 && size < people.length;
    count.textContent =
      size === 0 ? say(app, 'similarSelect') : say(app, 'selected', { count: size });
  });
  return part(
    'similar',
    { look: 'card padded' },
    plain('h2', {}, say(app, 'similar')),
    plain(
      'div',
      { look: 'list-header-line similar-header' },
      all,
      count,
      bulkActions(app, selection, { inProject: false, insights: false }, left),
    ),
    ...rows,
  );
}

function similarRow(app: App, person: Person, selection: Selection): HTMLElement {
  const box = part('smallInput', {
    look: 'checkbox',
    set: { type: 'checkbox', 'aria-label': say(app, 'selectRow', { name: person.name }) },
  });
  box.addEventListener('change', () => {
    selection.set([person], box.checked);
  });
  selection.watch(() => {
    box.checked = selection.has(person.memberId);
  });
  const href = `/talent/profile/${person.memberId}?project=`;
  return part(
    'similarRow',
    { look: 'similar-row' },
    box,
    avatar(person.name, 'small'),
    plain(
      'div',
      {},
      part('similarTitle', {}, plain('a', { look: 'name-link', set: { href } }, person.name)),
      plain('p', { look: 'quiet-text small' }, person.headline),
    ),
  );
}
