import { say, type App } from './app.ts';
import { plain } from './dom.ts';
import type { Page } from './page.ts';
import { markNav } from './parts/nav.ts';
import { clearSlideIns } from './parts/outlets.ts';
import { ROUTES } from './routes.ts';

/** Follows the address: a new page where its key changes, the same page told otherwise. */
export class Router {
  readonly outlet = plain('main', { look: 'outlet' });
  nav: HTMLElement | null = null;
  readonly #app: App;
  #key = '';
  #page: Page | null = null;
  #left = new AbortController();

  constructor(app: App) {
    this.#app = app;
    addEventListener('popstate', () => {
      this.follow();
    });
    document.addEventListener('click', (event) => {
      this.#clicked(event);
    });
  }

  go(path: string): void {
    history.pushState(null, '', path);
    this.follow();
  }

  follow(): void {
    const url = new URL(location.href);
    const index = ROUTES.findIndex(({ path }) => path.test(url.pathname));
    const route = ROUTES[index];
    const key = `${index}:${route?.key(url) ?? url.pathname}`;
    if (key !== this.#key || this.#page === null) {
      this.#left.abort();
      this.#left = new AbortController();
      this.#key = key;
      clearSlideIns();
      const app = this.#app;
      this.#page = route?.open(app, url, this.#left.signal) ?? {
        element: plain('h1', { look: 'narrow-page' }, say(app, 'notFound')),
      };
      document.title = `${route === undefined ? '' : `${say(app, route.title)} | `}Stand-in for Recruiter`;
      this.outlet.replaceChildren(this.#page.element);
      scrollTo(0, 0);
    }
    this.#page.show?.(url);
    if (this.nav !== null) markNav(this.nav, url.pathname);
  }

  /** Links inside the app change the address without a load. */
  #clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.button !== 0) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.origin !== location.origin) return;
    if (!link.pathname.startsWith('/talent/')) return;
    event.preventDefault();
    if (link.getAttribute('href') !== '#') this.go(link.pathname + link.search);
  }
}
