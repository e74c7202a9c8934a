import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { RequestEnv } from '#server/http/requests.ts';
import type { Services } from '#server/http/route.ts';
import type { Person } from '#server/identity/auth.ts';
import { layout, type Shown } from '#server/pages/layout.ts';
import { preferredLanguage } from '#server/pages/language.ts';
import { PAGE_HEADERS } from '#server/pages/style.ts';
import type { Language } from '#shared/words/language.ts';
import type { PageWords } from '#shared/words/page-words.ts';
import { pageWords } from '#shared/words/pages.ts';

/** A page says no less of itself than a route does, but is no part of the API's description. */
export type PageDescription = Readonly<{
  name: string;
  method: 'GET' | 'POST';
  path: string;
  /** Anyone, or who has signed in. */
  callers: 'anyone' | 'person';
  /** What it is for, and so why it is no route of the API. */
  why: string;
}>;

/** One visit to a page. */
export type Visit = Readonly<{
  c: Context<RequestEnv>;
  language: Language;
  words: PageWords;
  /** Who is signed in. */
  person: Person | null;
  /** What was sent with the form; its texts alone. */
  form: ReadonlyMap<string, string>;
  show(shown: Shown, status?: 200 | 400 | 403 | 404 | 429 | 503): Response | Promise<Response>;
  /** Goes to a page of ours. */
  goTo(path: string, cookies?: readonly string[]): Response;
}>;

export type KnownVisit = Visit & { person: Person };

export type Page = PageDescription & {
  mount(app: Hono<RequestEnv>, services: Services): void;
};

type Serve<Of extends Visit> = (services: Services) => (visit: Of) => Response | Promise<Response>;

/** Where to go after signing in: one of our own pages, and nowhere else. */
export function ownPath(path: string | undefined): string {
  const isOwn = path !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path);
  return isOwn ? path : '/devices';
}

/** A form of another site is not taken, whatever cookies the browser has sent along. */
function isOwnForm(c: Context<RequestEnv>, publicUrl: string): boolean {
  const origin = c.req.header('origin') ?? '';
  if (origin === publicUrl) return true;
  // Reached by another of its names: still by itself.
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host');
}

async function readForm(c: Context<RequestEnv>): Promise<Map<string, string>> {
  if (c.req.method !== 'POST') return new Map();
  const fields = await c.req.parseBody();
  return new Map(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}

async function visitOf(c: Context<RequestEnv>, { identity }: Services): Promise<Visit> {
  const language = preferredLanguage(c.req.header('accept-language'));
  return {
    c,
    language,
    words: pageWords[language],
    person: await identity.connect.auth.personOf(c.req.raw.headers),
    form: await readForm(c),
    show: (shown, status = 200) => c.html(layout(language, shown), status, PAGE_HEADERS),
    goTo: (path, cookies = []) => {
      const headers = new Headers({ ...PAGE_HEADERS, Location: path });
      for (const cookie of cookies) headers.append('Set-Cookie', cookie);
      return new Response(null, { status: 303, headers });
    },
  };
}

function mounted<Of extends Visit>(
  description: PageDescription,
  serve: Serve<Of>,
  admit: (visit: Visit) => Of | Response,
): Page {
  const { method, path } = description;
  return {
    ...description,
    mount(app, services) {
      const answer = serve(services);
      app.on(method, path, async (c) => {
        const visit = await visitOf(c, services);
        if (method === 'POST' && !isOwnForm(c, services.identity.publicUrl)) {
          const { otherOrigin, tryAgain } = visit.words;
          return visit.show({ title: otherOrigin, body: html`<p>${tryAgain}</p>` }, 403);
        }
        const admitted = admit(visit);
        return admitted instanceof Response ? admitted : answer(admitted);
      });
    },
  };
}

/** The one way to declare a page that anyone may open. */
export function page(description: Omit<PageDescription, 'callers'>, serve: Serve<Visit>): Page {
  return mounted({ ...description, callers: 'anyone' }, serve, (visit) => visit);
}

/** The one way to declare a page for who has signed in; others are sent to do so, and come back. */
export function personPage(
  description: Omit<PageDescription, 'callers'>,
  serve: Serve<KnownVisit>,
): Page {
  return mounted({ ...description, callers: 'person' }, serve, (visit) => {
    const { c, person } = visit;
    if (person !== null) return { ...visit, person };
    const { pathname, search } = new URL(c.req.url);
    const next = c.req.method === 'GET' ? pathname + search : pathname;
    return visit.goTo(`/sign-in?next=${encodeURIComponent(next)}`);
  });
}
