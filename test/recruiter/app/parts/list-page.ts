import type { PeoplePage, Person, Recipient } from '../../wire.ts';
import { arrived, ask, type App } from '../app.ts';
import { plain } from '../dom.ts';
import { enclosed } from '../enclosure.ts';
import { slideIn } from './outlets.ts';
import { profileList } from './profile-list.ts';
import { profileSlideIn, shownBy, type ProfilePlace } from './profile-view.ts';

export type ListPageOptions = {
  surface: 'search-global' | 'project-pipeline';
  project: string | null;
  /** As in the address: `all` or a number. */
  stage: string;
  start: number;
  /** Path of the list itself, and the query that it keeps. */
  path: string;
  query: URLSearchParams;
  status: (person: Person) => string | null;
  arrivedWith?: (page: PeoplePage) => void;
};

/** A list of people, and the profile that slides in over it while the address names one. */
export function listPage(
  app: App,
  options: ListPageOptions,
  left: AbortSignal,
): { element: HTMLElement; show: (url: URL) => void } {
  const { surface, project, stage, start, path } = options;
  const trk = project === null ? 'SEARCH_GLOBAL' : 'PROJECT_PIPELINE';
  const own = (change: Record<string, string>) => {
    const query = new URLSearchParams(options.query);
    for (const name of ['rightRail', 'trk', 'project']) query.delete(name);
    for (const [name, value] of Object.entries(change)) query.set(name, value);
    return query.size === 0 ? '' : `?${query}`;
  };
  const listUrl = path + own({});
  const place: ProfilePlace = {
    url(memberId, { composing, tab = '' }) {
      const query = own({
        project: project ?? '',
        trk,
        ...(composing && { rightRail: 'composer' }),
      });
      return `${path}/profile/${memberId}${tab === '' ? '' : `/${tab}`}${query}`;
    },
  };
  const ask25 = new URLSearchParams({
    ...(project !== null && { project }),
    stage,
    start: String(start),
    count: String(app.session.flags.pageSize),
  });
  const everybody = () => ask<Recipient[]>(`/talent/search/api/people?everybody&${ask25}`);
  const holder = plain(
    'div',
    { look: 'list-holder' },
    plain('div', { look: 'card ghost ghost-tall' }),
  );

  const showList = async () => {
    const page = await ask<PeoplePage>(`/talent/search/api/people?${ask25}`);
    if (!(await arrived(app, left))) return;
    options.arrivedWith?.(page);
    const list = profileList(
      app,
      page,
      {
        surface,
        inProject: project !== null,
        pageUrl: (from) => path + own({ start: String(from) }),
        profileUrl: ({ memberId }, composing) => place.url(memberId, { composing }),
        linkUrl: ({ memberId }) =>
          `/talent/profile/${memberId}?project=${project ?? ''}&trk=${trk}`,
        status: options.status,
        everybody: project === null ? null : everybody,
      },
      left,
    );
    const { enclosure } = app.session.flags;
    // Only what comes and goes is a dialog.
    holder.replaceChildren(enclosed(enclosure === 'dialog' ? 'none' : enclosure, list));
  };
  void showList();

  let open: { memberId: string; show: (url: URL) => void; close: () => void } | null = null;
  const show = (url: URL) => {
    const memberId = /\/profile\/([^/]+)/.exec(url.pathname)?.[1] ?? null;
    if (open !== null && open.memberId !== memberId) {
      open.close();
      open = null;
    }
    if (memberId === null) return;
    open ??= openProfile(memberId);
    open.show(url);
  };
  const openProfile = (memberId: string) => {
    const gone = new AbortController();
    const signal = AbortSignal.any([left, gone.signal]);
    const exit = () => {
      app.go(listUrl);
    };
    const profile = profileSlideIn(app, memberId, place, exit, signal);
    const layer = slideIn('wide', profile.element);
    return {
      memberId,
      show: (url: URL) => {
        profile.show(shownBy(url));
      },
      close: () => {
        gone.abort();
        layer.close();
      },
    };
  };
  return { element: holder, show };
}
