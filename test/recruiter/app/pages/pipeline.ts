import type { PeoplePage, Project, Stage } from '../../wire.ts';
import { grouped, say, type App } from '../app.ts';
import { part, plain } from '../dom.ts';
import type { OpenPage } from '../page.ts';
import { listPage } from '../parts/list-page.ts';
import type { Texts } from '../texts/en.ts';

const STAGES: readonly { stage: Stage; id: string; text: keyof Texts }[] = [
  { stage: 'ALL', id: 'all', text: 'stageAll' },
  { stage: 'SHORTLISTED', id: '1', text: 'stageShortlisted' },
  { stage: 'CONTACTED', id: '2', text: 'stageContacted' },
  { stage: 'ARCHIVED', id: '3', text: 'stageArchived' },
];

const ADDRESS = /^\/talent\/hire\/(\d+)(?:\/manage\/([^/]+))?/;

function addressed(url: URL): { project: string; stage: string } {
  const [, project = '', stage = 'all'] = ADDRESS.exec(url.pathname) ?? [];
  return { project, stage };
}

export function pipelineKey(url: URL): string {
  const { project, stage } = addressed(url);
  return `${project}/${stage}?${url.searchParams.get('start') ?? '0'}`;
}

function stageLinks(
  app: App,
  project: string,
  open: string,
  counts: PeoplePage['stages'],
): HTMLElement[] {
  return STAGES.map(({ stage, id, text }) =>
    part(
      'stage',
      {
        look: 'stage',
        set: {
          href: `/talent/hire/${project}/manage/${id}`,
          ...(id === open && { 'aria-current': 'page' }),
        },
        marks: { 'data-test-pipeline-state': stage, 'data-live-test-pipeline-state': stage },
      },
      say(app, text),
      ' ',
      part('stageCount', { look: 'quiet-text' }, grouped(app, counts[stage] ?? 0)),
    ),
  );
}

function heading(app: App, project: Project): HTMLElement {
  const home = `/talent/hire/${project.id}/manage/all`;
  const section = (key: keyof Texts, path: string, isOpen: boolean) =>
    plain(
      'button',
      {
        look: 'tab',
        set: { role: 'link', ...(isOpen && { 'aria-current': 'page' }) },
        onClick: () => {
          app.go(path);
        },
      },
      say(app, key),
    );
  const discover = `/talent/hire/${project.id}/discover`;
  return plain(
    'div',
    {},
    plain(
      'p',
      { look: 'quiet-text breadcrumb' },
      plain('a', { set: { href: '/talent/projects' } }, say(app, 'projects')),
      ' / ',
      part('breadcrumbName', { set: { href: home } }, project.name),
      ' / ',
      part('breadcrumbId', {}, project.id),
    ),
    plain('h1', { look: 'page-title' }, project.name),
    plain(
      'div',
      { look: 'tabs' },
      section('pipeline', home, true),
      section('recommended', `${discover}/recruiterSearch?start=0`, false),
      section('applyStarters', `${discover}/applyStarters`, false),
    ),
  );
}

export const openPipeline: OpenPage = (app, url, left) => {
  const { project: projectId, stage } = addressed(url);
  const project = app.session.projects.find(({ id }) => id === projectId);
  if (project === undefined) return { element: plain('h1', {}, say(app, 'notFound')) };
  const stages = plain('nav', { look: 'card stages' }, ...stageLinks(app, projectId, stage, {}));
  const list = listPage(
    app,
    {
      surface: 'project-pipeline',
      project: projectId,
      stage,
      start: Number(url.searchParams.get('start') ?? 0),
      path: `/talent/hire/${projectId}/manage/${stage}`,
      query: url.searchParams,
      status: () => (stage === '2' ? say(app, 'stageContacted') : null),
      arrivedWith: (page) => {
        stages.replaceChildren(...stageLinks(app, projectId, stage, page.stages));
      },
    },
    left,
  );
  const search = part('stageSearch', {
    look: 'field',
    set: {
      type: 'search',
      placeholder: say(app, 'stageSearch'),
      'aria-label': say(app, 'stageSearch'),
    },
  });
  return {
    element: plain(
      'div',
      { look: 'wide-page' },
      heading(app, project),
      plain(
        'div',
        { look: 'columns' },
        plain('div', { look: 'stage-column' }, stages),
        part(
          'candidates',
          { look: 'list-column' },
          plain('div', { look: 'stage-search' }, search),
          part('filters', { look: 'applied' }),
          list.element,
        ),
      ),
    ),
    show: list.show,
  };
};
