import { html } from 'hono/html';
import { page, type Page, type Visit } from '#server/http/page-route.ts';
import {
  acceptAs,
  acceptWithPassword,
  readInvitation,
  type OpenInvitation,
} from '#server/identity/accept.ts';
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from '#server/identity/auth.ts';
import type { IdentityServices } from '#server/identity/services.ts';
import { recordSignIn } from '#server/identity/sign-ins.ts';
import { faultLine, field, type Html } from '#server/pages/layout.ts';
import { singleSignOnLink } from '#server/pages/sign-in.ts';
import { whoLine } from '#server/pages/who.ts';
import type { InvitationWords } from '#shared/words/page-words.ts';

const MINUTE_S = 60;

function titleOf({ role, contractName }: OpenInvitation, words: InvitationWords): string {
  return role === null ? words.passwordTitle : words.title(contractName);
}

function toWhat({ role, seat }: OpenInvitation, words: InvitationWords): string {
  if (role === null) return words.toPassword;
  if (role === 'lead') return words.toLead;
  if (role === 'admin') return words.toAdmin;
  return words.toSeat(seat?.id ?? '', seat?.holder ?? '');
}

/** Null for a name and passwords that can be taken as they are. */
function faultOf(
  { name, password, again }: { name: string; password: string; again: string },
  email: string,
  words: InvitationWords,
): string | null {
  if (name.trim() === '' || !name.isWellFormed()) return words.nameMissing;
  if (password.length < MIN_PASSWORD_CHARACTERS) return words.tooShort(MIN_PASSWORD_CHARACTERS);
  if (password.length > MAX_PASSWORD_CHARACTERS) return words.tooLong(MAX_PASSWORD_CHARACTERS);
  if (password.toLowerCase() === email) return words.isAddress;
  return password === again ? null : words.different;
}

type Opened = {
  visit: Visit;
  token: string;
  invitation: OpenInvitation;
  services: IdentityServices;
};

function passwordForm({ visit, token, invitation }: Opened, name: string): Html {
  const words = visit.words.invitation;
  const isNew = invitation.role !== null;
  return html`<form method="post" action="/invite/${token}">
    <input type="hidden" name="username" value="${invitation.email}" autocomplete="username" />
    ${isNew ? field({ name: 'name', label: words.name, value: name, autocomplete: 'name' }) : ''}
    ${field({
      name: 'password',
      label: words.newPassword,
      type: 'password',
      autocomplete: 'new-password',
      hint: words.rule(MIN_PASSWORD_CHARACTERS),
    })}
    ${field({
      name: 'again',
      label: words.again,
      type: 'password',
      autocomplete: 'new-password',
    })}
    <div class="actions"><button>${isNew ? words.accept : words.setPassword}</button></div>
  </form>`;
}

function acceptForm({ visit, token }: Opened): Html {
  return html`<form method="post" action="/invite/${token}">
    <div class="actions"><button>${visit.words.invitation.accept}</button></div>
  </form>`;
}

/** What the person can do with the link, as they are signed in now. */
function waysIn(opened: Opened, name: string): Html {
  const { visit, token, invitation, services } = opened;
  const words = visit.words.invitation;
  const { person } = visit;
  const here = `/invite/${token}`;
  if (person !== null && person.email !== invitation.email) {
    return html`<p class="fault">${words.isForOther(invitation.email, person.email)}</p>`;
  }
  if (invitation.role === null) return passwordForm(opened, name);
  if (person !== null) return acceptForm(opened);
  const { singleSignOn } = services.connect.auth;
  const provider =
    singleSignOn === null
      ? ''
      : html`<p class="actions">${singleSignOnLink(visit, singleSignOn.name, here)}</p>`;
  if (invitation.isKnown) {
    return html`<p>${words.signInFirst(invitation.email)}</p>
      ${provider}
      <p class="actions">
        <a class="button wide" href="/sign-in?next=${encodeURIComponent(here)}"
          >${visit.words.signIn.submit}</a
        >
      </p>`;
  }
  const or = singleSignOn === null ? '' : html`<p class="or">${visit.words.signIn.or}</p>`;
  return html`${provider}${or}${passwordForm(opened, name)}`;
}

function shown(opened: Opened, fault: string | null, name: string) {
  const { visit, invitation } = opened;
  const words = visit.words.invitation;
  return {
    title: titleOf(invitation, words),
    body: html`<p>${toWhat(invitation, words)}</p>
      <p class="note">${invitation.email}</p>
      ${faultLine(fault)} ${waysIn(opened, name)}`,
    after: whoLine(visit),
  };
}

/** The invitation of a link, or the page that says why there is none. */
async function open(
  visit: Visit,
  services: IdentityServices,
): Promise<Opened | Response | Promise<Response>> {
  const words = visit.words.invitation;
  const wait = services.limits.codes.take(services.askerOf(visit.c));
  if (wait > 0) {
    visit.c.header('Retry-After', String(wait));
    const title = visit.words.signIn.tooOften(Math.ceil(wait / MINUTE_S));
    return visit.show({ title, body: html`<p>${visit.words.tryAgain}</p>` }, 429);
  }
  const token = visit.c.req.param('token') ?? '';
  const invitation = await readInvitation(services.connect, token);
  if (invitation !== null) return { visit, token, invitation, services };
  return visit.show({ title: words.gone, body: html`<p>${words.goneMeans}</p>` }, 404);
}

const openPage = page(
  {
    name: 'openInvitation',
    method: 'GET',
    path: '/invite/:token',
    why: 'an invitation leads here',
  },
  ({ identity }) =>
    async (visit) => {
      const opened = await open(visit, identity);
      if (opened instanceof Response) return opened;
      return visit.show(shown(opened, null, opened.invitation.name));
    },
);

function welcome({ visit, invitation }: Opened, cookies: readonly string[]): Response {
  return visit.goTo(invitation.role === null ? '/devices' : '/welcome', cookies);
}

async function acceptAsNew(opened: Opened): Promise<Response> {
  const { visit, token, invitation, services } = opened;
  const { form, c } = visit;
  const { email, role } = invitation;
  const name = role === null ? invitation.name : (form.get('name') ?? '');
  const password = form.get('password') ?? '';
  const again = form.get('again') ?? '';
  const fault = faultOf({ name, password, again }, email, visit.words.invitation);
  if (fault !== null) return visit.show(shown(opened, fault, name), 400);
  const given = { name: name.trim().slice(0, 200), password };
  const person = await acceptWithPassword(services.connect, token, given);
  if (person === null) return visit.goTo(`/invite/${token}`);
  const cookies = await services.connect.auth.openSession(person.id);
  await recordSignIn(
    { ...services.connect, secret: services.secret },
    {
      method: 'invitation',
      email,
      address: services.addressOf(c),
      personId: person.id,
      outcome: 'signed_in',
    },
  );
  return welcome(opened, cookies);
}

const acceptPage = page(
  { name: 'acceptInvitation', method: 'POST', path: '/invite/:token', why: 'takes its form' },
  ({ identity }) =>
    async (visit) => {
      const opened = await open(visit, identity);
      if (opened instanceof Response) return opened;
      const { token, invitation } = opened;
      if (visit.person === null || invitation.role === null) return acceptAsNew(opened);
      const isAccepted = await acceptAs(identity.connect, token, visit.person);
      return isAccepted ? welcome(opened, []) : visit.goTo(`/invite/${token}`);
    },
);

const welcomePage = page(
  { name: 'welcome', method: 'GET', path: '/welcome', why: 'says what comes after an invitation' },
  () => (visit) => {
    const words = visit.words.invitation;
    return visit.show({
      title: words.accepted,
      body: html`<p>${words.nextConnect}</p>
        <p><a href="/devices">${visit.words.devices.title}</a></p>`,
      after: whoLine(visit),
    });
  },
);

export const invitationPages: readonly Page[] = [openPage, acceptPage, welcomePage];
