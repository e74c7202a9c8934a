import { arrived, say, type App } from '../app.ts';
import { part, plain } from '../dom.ts';
import { icon } from '../icons.ts';
import type { OpenPage } from '../page.ts';
import { searchUrl } from '../parts/nav.ts';

function projectItems(app: App): HTMLElement {
  return plain(
    'ul',
    { look: 'projects' },
    ...app.session.projects.map((project) =>
      part(
        'projectItem',
        { look: 'project' },
        plain(
          'div',
          {},
          plain(
            'a',
            { look: 'name-link', set: { href: `/talent/hire/${project.id}/manage/all` } },
            project.name,
          ),
          plain(
            'p',
            { look: 'quiet-text small' },
            `${project.place} · ${say(app, 'candidates', { count: project.people })}`,
          ),
        ),
        part(
          'projectItemActions',
          {
            look: 'icon-button',
            set: { 'aria-label': say(app, 'projectActions', { name: project.name }) },
          },
          icon('more'),
        ),
      ),
    ),
  );
}

function promptCard(app: App): HTMLElement {
  const find = () => {
    app.go(searchUrl('FACET_SEARCH'));
  };
  return plain(
    'section',
    { look: 'card padded prompt' },
    part('prompt', {
      look: 'field area',
      set: { 'aria-label': say(app, 'promptLabel'), placeholder: say(app, 'promptPlaceholder') },
    }),
    plain('button', { look: 'button primary', onClick: find }, say(app, 'promptGo')),
  );
}

function recent(app: App): HTMLElement {
  const searches = [
    ['Data Engineer, Rotterdam', 'HISTORY_SEARCH'],
    ['Product Designer, Europe', 'HISTORY_SEARCH'],
  ] as const;
  return plain(
    'section',
    { look: 'card padded' },
    plain('h2', {}, say(app, 'searchAgain')),
    plain(
      'ul',
      { look: 'projects' },
      ...searches.map(([text, origin]) =>
        plain(
          'li',
          { look: 'project' },
          plain('a', { look: 'name-link', set: { href: searchUrl(origin) } }, text),
        ),
      ),
    ),
  );
}

export const openHome: OpenPage = (app, _url, left) => {
  const [firstName = ''] = app.session.seatName.split(' ');
  const element = plain(
    'div',
    { look: 'narrow-page' },
    plain('h1', {}, say(app, 'greeting', { name: firstName })),
    promptCard(app),
  );
  void (async () => {
    if (!(await arrived(app, left))) return;
    element.append(
      plain(
        'section',
        { look: 'card padded' },
        plain('h2', {}, say(app, 'recentProjects')),
        projectItems(app),
      ),
      recent(app),
    );
  })();
  return { element };
};

export const openProjects: OpenPage = (app) => ({
  element: plain(
    'div',
    { look: 'narrow-page' },
    plain('h1', {}, say(app, 'projects')),
    plain('section', { look: 'card padded' }, projectItems(app)),
  ),
});

export const openJobs: OpenPage = (app) => ({
  element: plain(
    'div',
    { look: 'narrow-page' },
    plain('h1', {}, say(app, 'jobs')),
    plain('section', { look: 'card padded quiet-text' }, say(app, 'nothingHere')),
  ),
});
