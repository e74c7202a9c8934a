import type { PeoplePage, Person, Recipient } from '../../wire.ts';
import { say, type App } from '../app.ts';
import { part, plain, unseen } from '../dom.ts';
import { bulkActions } from './bulk-bar.ts';
import { row, type RowPlace } from './row.ts';
import { Selection } from './selection.ts';

export type ListPlace = RowPlace & {
  inProject: boolean;
  pageUrl(start: number): string;
  /** Everybody, over all pages; null where one page is all that can be selected. */
  everybody: (() => Promise<Recipient[]>) | null;
};

const ESTIMATED_ROW_PX = 190;

/** Rows far from the viewport are emptied; what is selected does not depend on them. */
function virtualRows(
  app: App,
  people: readonly Person[],
  selection: Selection,
  place: ListPlace,
  left: AbortSignal,
): HTMLElement {
  const shells = new Map<Element, { person: Person; heightPx: number; isShown: boolean }>();
  const list = part('paginatedList', { look: 'rows' });
  const occlude = (shell: Element, heightPx: number) => {
    const area = part('occlusion');
    area.style.height = `${heightPx}px`;
    shell.replaceChildren(area);
  };
  for (const person of people) {
    const shell = part('rowShell', { look: 'row-shell' });
    shells.set(shell, { person, heightPx: ESTIMATED_ROW_PX, isShown: false });
    occlude(shell, ESTIMATED_ROW_PX);
    list.append(shell);
  }
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const state = shells.get(target);
        if (state === undefined || state.isShown === isIntersecting) continue;
        state.isShown = isIntersecting;
        if (isIntersecting) {
          target.replaceChildren(row(app, state.person, selection, place));
        } else {
          state.heightPx = target.getBoundingClientRect().height;
          occlude(target, state.heightPx);
        }
      }
    },
    { rootMargin: '250px 0px' },
  );
  for (const shell of shells.keys()) near.observe(shell);
  left.addEventListener('abort', () => {
    near.disconnect();
  });
  selection.watch(() => {
    for (const [shell, { person }] of shells) {
      const box = shell.querySelector('input');
      if (box !== null) box.checked = selection.has(person.memberId);
    }
  });
  return list;
}

function selectAll(app: App, people: readonly Person[], selection: Selection): HTMLElement {
  const label = unseen(say(app, 'selectAll', { count: people.length }));
  const box = part('smallInput', {
    look: 'checkbox',
    set: { type: 'checkbox', 'aria-labelledby': label.id },
  });
  box.addEventListener('change', () => {
    if (box.checked) selection.set(people, true);
    else selection.clear();
  });
  selection.watch(() => {
    const all = people.every(({ memberId }) => selection.has(memberId));
    box.checked = all && people.length > 0;
    box.indeterminate = !all && selection.size > 0;
  });
  return part('selectAll', { look: 'select-all' }, box, label);
}

function counter(app: App, total: number, selection: Selection): HTMLElement {
  const holder = plain('span', { look: 'counter' });
  selection.watch(() => {
    const { size } = selection;
    holder.replaceChildren(
      size === 0
        ? part('resultCount', {}, say(app, 'results', { count: total }))
        : part('selectedCount', { look: 'strong' }, say(app, 'selected', { count: size })),
    );
  });
  return holder;
}

/** Offers everybody of a project once a whole page is selected. */
function everybodyBanner(
  app: App,
  page: PeoplePage,
  selection: Selection,
  everybody: ListPlace['everybody'],
): HTMLElement {
  const holder = plain('div');
  if (everybody === null || page.total <= page.people.length) return holder;
  selection.watch(() => {
    if (selection.size !== page.people.length) {
      holder.replaceChildren();
      return;
    }
    const more = plain(
      'button',
      {
        look: 'button link',
        onClick: () => {
          void (async () => {
            selection.set(await everybody(), true);
          })();
        },
      },
      say(app, 'selectEverybody', { count: page.total }),
    );
    const words = say(app, 'allOnPage', { count: page.people.length });
    holder.replaceChildren(plain('p', { look: 'everybody' }, words, ' ', more));
  });
  return holder;
}

type Pages = { text: string; next: string | null; previous: string | null };

function pagesOf(app: App, { start, total, people }: PeoplePage, place: ListPlace): Pages {
  const size = app.session.flags.pageSize;
  const to = start + people.length;
  const words = { from: Math.min(start + 1, total), to, total };
  return {
    text: say(app, 'range', words),
    next: to < total ? place.pageUrl(start + size) : null,
    previous: start > 0 ? place.pageUrl(Math.max(0, start - size)) : null,
  };
}

function footer(app: App, { next, previous }: Pages): HTMLElement {
  const link = (name: 'paginationNext' | 'paginationPrevious', href: string | null) => {
    const text = say(app, name === 'paginationNext' ? 'next' : 'previous');
    const set = { 'aria-label': text, ...(href !== null && { href }) };
    return href !== null && part(name, { look: 'button', set }, text);
  };
  return part(
    'pagination',
    { look: 'pagination' },
    link('paginationPrevious', previous),
    link('paginationNext', next),
  );
}

function miniPages(app: App, { text, next }: Pages): HTMLElement {
  const label = say(app, 'next');
  return plain(
    'span',
    { look: 'mini-pages' },
    part('miniPaginationText', { look: 'quiet-text' }, text),
    next !== null &&
      part(
        'miniPaginationNext',
        { look: 'icon-button', set: { href: next, 'aria-label': label } },
        '›',
      ),
  );
}

/** A list of people with its header: selection, count, bulk actions, pages. */
export function profileList(
  app: App,
  page: PeoplePage,
  place: ListPlace,
  left: AbortSignal,
): HTMLElement {
  const selection = new Selection();
  const pages = pagesOf(app, page, place);
  const bar = { inProject: place.inProject, insights: !place.inProject };
  const header = part(
    'listHeader',
    { look: 'list-header' },
    part(
      'listHeaderWrapper',
      { look: 'list-header-line' },
      selectAll(app, page.people, selection),
      counter(app, page.total, selection),
      bulkActions(app, selection, bar, left),
      miniPages(app, pages),
    ),
    everybodyBanner(app, page, selection, place.everybody),
  );
  const form = part(
    'listForm',
    {},
    header,
    virtualRows(app, page.people, selection, place, left),
    footer(app, pages),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  app.listed = page.people.map(({ memberId, name }) => ({ memberId, name }));
  return part('listContainer', { look: 'card' }, form);
}
