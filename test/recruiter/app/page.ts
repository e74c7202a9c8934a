import type { App } from './app.ts';

/** What a page gives the router; `show` is told of every address that stays on the page. */
export type Page = { element: HTMLElement; show?: (url: URL) => void };

export type OpenPage = (app: App, url: URL, left: AbortSignal) => Page;

export type Route = {
  path: RegExp;
  /** Addresses with the same key are one page; what differs is shown by it. */
  key: (url: URL) => string;
  title:
    | 'home'
    | 'searchTitle'
    | 'pipeline'
    | 'tabIndex'
    | 'inbox'
    | 'reports'
    | 'projects'
    | 'jobs';
  open: OpenPage;
};
