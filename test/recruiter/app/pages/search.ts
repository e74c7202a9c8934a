import { say, type App } from '../app.ts';
import { part, plain } from '../dom.ts';
import type { OpenPage } from '../page.ts';
import { listPage } from '../parts/list-page.ts';
import type { Texts } from '../texts/en.ts';

function filterRail(app: App): HTMLElement {
  const group = (key: keyof Texts, values: string[]) =>
    plain(
      'div',
      { look: 'filter' },
      plain('h3', {}, say(app, key)),
      ...values.map((value) => plain('span', { look: 'chip' }, value)),
    );
  return plain(
    'aside',
    { look: 'card filters' },
    plain('h2', {}, say(app, 'filters')),
    group('filterTitle', ['Data Engineer', 'Platform Engineer']),
    group('filterPlace', ['Rotterdam', 'Hamburg']),
    group('filterYears', ['3+']),
    group('filterOpen', [say(app, 'filterAny')]),
  );
}

/** The list's own address: without the profile that may lie over it. */
function listPath(url: URL): string {
  return url.pathname.replace(/\/profile\/.*$/, '').replace(/\/$/, '');
}

export function searchKey(url: URL): string {
  return `${listPath(url)}?${url.searchParams.get('start') ?? '0'}`;
}

/** Search over everybody, or inside a project. */
export const openSearch: OpenPage = (app, url, left) => {
  const project = /^\/talent\/hire\/(\d+)\/discover/.exec(url.pathname)?.[1];
  const list = listPage(
    app,
    {
      surface: 'search-global',
      project: null,
      stage: 'all',
      start: Number(url.searchParams.get('start') ?? 0),
      path: listPath(url),
      query: url.searchParams,
      status: () => null,
    },
    left,
  );
  const results = part('results', { look: 'list-column' }, list.element);
  const named = app.session.projects.find(({ id }) => id === project);
  const title = named === undefined ? say(app, 'searchTitle') : named.name;
  return {
    element: plain(
      'div',
      { look: 'wide-page' },
      plain('h1', { look: 'page-title' }, title),
      plain('div', { look: 'columns' }, filterRail(app), results),
    ),
    show: list.show,
  };
};
