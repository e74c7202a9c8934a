import { html } from 'hono/html';
import { ownPath, page, type Page, type Visit } from '#server/http/page-route.ts';
import { CALLBACK_PATH } from '#server/identity/auth.ts';
import { findPersonByEmail } from '#server/identity/person-store.ts';
import type { IdentityServices } from '#server/identity/services.ts';
import { recordSignIn, type Attempt } from '#server/identity/sign-ins.ts';
import { faultLine, field, type Html } from '#server/pages/layout.ts';

const MINUTE_S = 60;

/** The way in through the provider, where there is one. */
export function singleSignOnLink({ words }: Visit, name: string, next: string): Html {
  return html`<a class="button secondary wide" href="/sign-in/sso?next=${encodeURIComponent(next)}"
    >${words.signIn.continueWith(name)}</a
  >`;
}

type Form = { next: string; email?: string; fault?: string | null };

function signInForm(visit: Visit, services: IdentityServices, form: Form): Html {
  const { words } = visit;
  const { next, email = '', fault = null } = form;
  const { singleSignOn } = services.connect.auth;
  return html`<p>${words.signIn.intro}</p>
    ${faultLine(fault)}
    ${
      singleSignOn === null
        ? ''
        : html`<p class="actions">${singleSignOnLink(visit, singleSignOn.name, next)}</p>
            <p class="or">${words.signIn.or}</p>`
    }
    <form method="post" action="/sign-in">
      <input type="hidden" name="next" value="${next}" />
      ${field({
        name: 'email',
        label: words.signIn.email,
        type: 'email',
        value: email,
        autocomplete: 'username',
      })}
      ${field({
        name: 'password',
        label: words.signIn.password,
        type: 'password',
        autocomplete: 'current-password',
      })}
      <div class="actions"><button>${words.signIn.submit}</button></div>
    </form>`;
}

const recorded = (services: IdentityServices, attempt: Attempt): Promise<void> =>
  recordSignIn({ ...services.connect, secret: services.secret }, attempt);

const askPage = page(
  { name: 'signInPage', method: 'GET', path: '/sign-in', why: 'people sign in here' },
  ({ identity }) =>
    (visit) => {
      const { c, words, person } = visit;
      const next = ownPath(c.req.query('next'));
      if (person !== null) return visit.goTo(next);
      const fault = c.req.query('error') === undefined ? null : words.signIn.notInvited;
      return visit.show({
        title: words.signIn.title,
        body: signInForm(visit, identity, { next, fault }),
      });
    },
);

/** For how many seconds nobody may try again from this address, or on this account. */
function waitFor({ limits }: IdentityServices, network: string, email: string): number {
  const byAddress = limits.signInByAddress.take(network);
  return byAddress > 0 ? byAddress : limits.signInByAccount.take(email);
}

const signInPage = page(
  { name: 'signIn', method: 'POST', path: '/sign-in', why: 'takes the form of the page' },
  ({ identity }) =>
    async (visit) => {
      const { c, form, words } = visit;
      const { auth, database } = identity.connect;
      const next = ownPath(form.get('next'));
      const email = (form.get('email') ?? '').trim().toLowerCase().slice(0, 320);
      const address = identity.addressOf(c);
      const again = (fault: string, status: 400 | 429) =>
        visit.show(
          {
            title: words.signIn.title,
            body: signInForm(visit, identity, { next, email, fault }),
          },
          status,
        );
      const attempt = { method: 'password', email, address } as const;
      const wait = waitFor(identity, identity.askerOf(c), email);
      if (wait > 0) {
        c.header('Retry-After', String(wait));
        await recorded(identity, { ...attempt, personId: null, outcome: 'too_many' });
        return again(words.signIn.tooOften(Math.ceil(wait / MINUTE_S)), 429);
      }
      const signedIn = await auth.signIn(email, form.get('password') ?? '');
      if (signedIn === null) {
        const known = await database.read((reader) => findPersonByEmail(reader, email));
        await recorded(identity, { ...attempt, personId: known?.id ?? null, outcome: 'refused' });
        return again(words.signIn.wrong, 400);
      }
      const { person, cookies } = signedIn;
      await recorded(identity, { ...attempt, personId: person.id, outcome: 'signed_in' });
      return visit.goTo(next, cookies);
    },
);

const startPage = page(
  { name: 'startSingleSignOn', method: 'GET', path: '/sign-in/sso', why: 'leads to the provider' },
  ({ identity }) =>
    async (visit) => {
      const { c, words } = visit;
      const { auth } = identity.connect;
      const next = ownPath(c.req.query('next'));
      if (auth.singleSignOn === null) return visit.goTo('/sign-in');
      const wait = identity.limits.signInByAddress.take(identity.askerOf(c));
      const started = wait > 0 ? null : await auth.startSingleSignOn(next, '/sign-in');
      if (started !== null) return visit.goTo(started.url, started.cookies);
      const fault =
        wait > 0
          ? words.signIn.tooOften(Math.ceil(wait / MINUTE_S))
          : words.signIn.providerUnreachable;
      if (wait > 0) c.header('Retry-After', String(wait));
      const body = signInForm(visit, identity, { next, fault });
      return visit.show({ title: words.signIn.title, body }, wait > 0 ? 429 : 503);
    },
);

/** The cookies that an answer sets, as the browser would send them with its next request. */
function cookiesOf(answer: Response): Headers {
  const pairs = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return new Headers({ cookie: pairs.join('; ') });
}

const finishPage = page(
  {
    name: 'finishSingleSignOn',
    method: 'GET',
    path: CALLBACK_PATH,
    why: 'the provider sends the browser back to it',
  },
  ({ identity }) =>
    async ({ c }) => {
      const { auth } = identity.connect;
      const answer = await auth.finishSingleSignOn(c.req.raw);
      const person = await auth.personOf(cookiesOf(answer));
      await recorded(identity, {
        method: 'single_sign_on',
        email: person?.email ?? null,
        address: identity.addressOf(c),
        personId: person?.id ?? null,
        outcome: person === null ? 'refused' : 'signed_in',
      });
      return answer;
    },
);

const signOutPage = page(
  { name: 'signOut', method: 'POST', path: '/sign-out', why: 'ends what sign-in began' },
  ({ identity }) =>
    async (visit) => {
      const cookies = await identity.connect.auth.signOut(visit.c.req.raw.headers);
      return visit.goTo('/signed-out', cookies);
    },
);

const signedOutPage = page(
  { name: 'signedOut', method: 'GET', path: '/signed-out', why: 'says that it has ended' },
  () => (visit) => {
    const { signedOut, signedOutMeans, signInAgain } = visit.words.signIn;
    return visit.show({
      title: signedOut,
      body: html`<p>${signedOutMeans}</p>
        <p><a href="/sign-in">${signInAgain}</a></p>`,
    });
  },
);

export const signInPages: readonly Page[] = [
  askPage,
  signInPage,
  startPage,
  finishPage,
  signOutPage,
  signedOutPage,
];
