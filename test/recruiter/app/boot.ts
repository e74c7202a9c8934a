import { ELEMENTS } from '../elements.ts';
import { arrived } from './app.ts';
import { part, plain } from './dom.ts';
import { CHOOSER } from './pages/chooser.ts';
import { globalNav, markNav } from './parts/nav.ts';
import { mountOutlets } from './parts/outlets.ts';
import { Router } from './router.ts';
import { startApp } from './start.ts';

const RERENDER_MS = 700;

let router: Router | null = null;
const app = await startApp((path) => router?.go(path));
router = new Router(app);

const navPlace = plain('div', { look: 'nav-place' });
document.body.classList.add(...ELEMENTS.application.classes);
document.body.prepend(navPlace, router.outlet);
mountOutlets(app.session.flags.newerOutlets);
if (app.session.flags.foreignSiblings) {
  document.body.append(part('foreignAnnouncement'), plain('iframe', { look: 'unseen' }));
}
router.follow();
const hasNav = !CHOOSER.test(location.pathname);
if (hasNav && (await arrived(app, new AbortController().signal))) {
  const showNav = () => {
    const nav = globalNav(app);
    navPlace.replaceChildren(nav);
    markNav(nav, location.pathname);
    router.nav = nav;
  };
  showNav();
  if (app.session.flags.rerenders) setInterval(showNav, RERENDER_MS);
}
