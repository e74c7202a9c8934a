import { plain } from '../dom.ts';
import type { OpenPage } from '../page.ts';
import { profileView, shownBy } from '../parts/profile-view.ts';

function memberOf(url: URL): string {
  return /^\/talent\/profile\/([^/]+)/.exec(url.pathname)?.[1] ?? '';
}

export function profileKey(url: URL): string {
  return memberOf(url);
}

export const openProfile: OpenPage = (app, url, left) => {
  const trk = url.searchParams.get('trk') ?? 'FLAGSHIP_VIEW_IN_RECRUITER';
  const project = url.searchParams.get('project') ?? '';
  const view = profileView(
    app,
    memberOf(url),
    {
      url(memberId, { composing, tab = '' }) {
        const query = new URLSearchParams({ project, trk });
        if (composing) query.set('rightRail', 'composer');
        return `/talent/profile/${memberId}${tab === '' ? '' : `/${tab}`}?${query}`;
      },
    },
    left,
  );
  return {
    element: plain('div', { look: 'wide-page' }, view.element),
    show: (address) => {
      view.show(shownBy(address));
    },
  };
};
