import { grouped, say, type App } from '../app.ts';
import { part, plain, unseen } from '../dom.ts';
import { icon } from '../icons.ts';

const SEARCH = '/talent/search?searchContextId=6f1c0b2e&searchHistoryId=80214&searchRequestId=c1d7';

/** The address of a search, as the search box and the home page open it. */
export function searchUrl(origin: string, start = 0): string {
  return `${SEARCH}&start=${start}&uiOrigin=${origin}`;
}

function searchBox(app: App): HTMLElement {
  const input = part('navSearchInput', {
    look: 'nav-search-input',
    set: {
      type: 'search',
      placeholder: say(app, 'searchPlaceholder'),
      'aria-label': say(app, 'search'),
    },
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') app.go(searchUrl('GLOBAL_SEARCH_HEADER'));
  });
  return part('navSearch', { look: 'nav-search' }, icon('search'), input);
}

function left(app: App): HTMLElement {
  const link = (kind: string, href: string, text: string) =>
    part(
      'navLink',
      { look: 'nav-link', set: { href }, marks: { 'data-test-ts-nav-link': kind } },
      text,
    );
  return part(
    'navLeft',
    { look: 'nav-half' },
    plain('a', { look: 'brand', set: { href: '/talent/hire' } }, 'Recruiter'),
    searchBox(app),
    part(
      'navItems',
      { look: 'nav-items' },
      part('navProjects', {}, link('projects', '/talent/projects', say(app, 'projects'))),
      part('navJobs', {}, link('jobs', '/talent/jobs', say(app, 'jobs'))),
      part(
        'navReports',
        {},
        part(
          'navReportsTrigger',
          { look: 'nav-link', set: { href: '/talent/reports' } },
          say(app, 'reports'),
        ),
      ),
    ),
  );
}

function right(app: App): HTMLElement {
  const { unseen: count, seatName, contractName } = app.session;
  const initials = seatName.split(' ').map((word) => word.charAt(0));
  return part(
    'navRight',
    { look: 'nav-half' },
    part(
      'navInboxMenu',
      {},
      part(
        'navInbox',
        { look: 'nav-icon', set: { href: '/talent/inbox/0/main' } },
        icon('message'),
        unseen(say(app, 'inbox')),
        count > 0 && part('navUnseen', { look: 'nav-badge' }, grouped(app, count)),
      ),
    ),
    part(
      'navUser',
      { look: 'nav-user' },
      plain('span', { look: 'avatar avatar-small avatar-seat' }, initials.join('')),
      plain(
        'span',
        { look: 'nav-user-words' },
        plain('span', { look: 'nav-seat' }, seatName),
        part('navContract', { look: 'nav-contract' }, contractName),
      ),
    ),
  );
}

export function globalNav(app: App): HTMLElement {
  return part('nav', { look: 'nav' }, left(app), right(app));
}

/** Shows which of the three families of pages is open. */
export function markNav(nav: HTMLElement, path: string): void {
  const families = { projects: /^\/talent\/(projects|hire\/)/, jobs: /^\/talent\/jobs/ };
  for (const link of nav.querySelectorAll('a')) {
    const { pathname } = new URL(link.href);
    const isOpen =
      (pathname === '/talent/projects' && families.projects.test(path)) ||
      (pathname === '/talent/jobs' && families.jobs.test(path)) ||
      (pathname !== '/talent/hire' && path.startsWith(pathname));
    if (isOpen) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
