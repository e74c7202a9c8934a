import { CHOOSER, openChooser } from './pages/chooser.ts';
import { openHome, openJobs, openProjects } from './pages/home.ts';
import { openInbox } from './pages/inbox.ts';
import { openPipeline, pipelineKey } from './pages/pipeline.ts';
import { openProfile, profileKey } from './pages/profile.ts';
import { openReports } from './pages/reports.ts';
import { openSearch, searchKey } from './pages/search.ts';
import type { Route } from './page.ts';

const always = () => '';

/** The first path that matches is the page. */
export const ROUTES: readonly Route[] = [
  { path: /^\/talent\/(home(\/|$)|hire\/?$|$)/, key: always, title: 'home', open: openHome },
  {
    path: /^\/talent\/(search(\/profile\/|\/?$)|hire\/\d+\/discover\/recruiterSearch)/,
    key: searchKey,
    title: 'searchTitle',
    open: openSearch,
  },
  {
    path: /^\/talent\/hire\/\d+(\/manage\/|\/overview\/?$|\/?$)/,
    key: pipelineKey,
    title: 'pipeline',
    open: openPipeline,
  },
  { path: /^\/talent\/profile\/[^/]+/, key: profileKey, title: 'tabIndex', open: openProfile },
  { path: /^\/talent\/inbox(\/|$)/, key: always, title: 'inbox', open: openInbox },
  { path: /^\/talent\/reports(\/|$)/, key: always, title: 'reports', open: openReports },
  { path: /^\/talent\/projects\/?$/, key: always, title: 'projects', open: openProjects },
  { path: CHOOSER, key: always, title: 'home', open: openChooser },
  { path: /^\/talent\/jobs(\/|$)/, key: always, title: 'jobs', open: openJobs },
];
