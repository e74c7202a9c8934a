import { html, raw } from 'hono/html';
import { personPage, type KnownVisit, type Page } from '#server/http/page-route.ts';
import { spelled } from '#server/identity/connect-routes.ts';
import {
  bindRequest,
  findRequest,
  type DeviceRequest,
} from '#server/identity/device-request-store.ts';
import { findPlaces, type Place } from '#server/identity/place-store.ts';
import type { IdentityServices } from '#server/identity/services.ts';
import { faultLine, field, type Html } from '#server/pages/layout.ts';
import { whoLine } from '#server/pages/who.ts';
import type { ApprovalWords } from '#shared/words/page-words.ts';

const MINUTE_S = 60;

/** The code as it is kept: people type it with a dash, in small letters, with spaces. */
function codeOf(text: string | undefined): string {
  return (text ?? '')
    .replaceAll(/[^a-z\d]/gi, '')
    .toUpperCase()
    .slice(0, 20);
}

/** Names a place in a form; of the person's own places alone, which are looked up again. */
const keyOf = ({ contract, role, seat }: Place): string =>
  JSON.stringify([contract.id, role, seat?.id ?? null]);

function nameOf({ contract, role, seat }: Place, words: ApprovalWords): string {
  if (role === 'recruiter') return words.asSeat(seat.id, seat.holder, contract.name);
  return role === 'lead' ? words.asLead(contract.name) : words.asAdmin(contract.name);
}

const placesOf = ({ connect }: IdentityServices, personId: string): Promise<Place[]> =>
  connect.database.read((reader) => findPlaces(reader, personId));

function codeForm(visit: KnownVisit, fault: string | null) {
  const words = visit.words.approval;
  return {
    title: words.title,
    body: html`<p>${words.askCode}</p>
      ${faultLine(fault)}
      <form method="get" action="/connect">
        ${field({ name: 'code', label: words.code, hint: words.codeHint, isCode: true })}
        <div class="actions"><button>${words.next}</button></div>
      </form>`,
    after: whoLine(visit),
  };
}

function choices(places: readonly Place[], words: ApprovalWords): Html {
  const [only] = places;
  if (places.length === 1 && only !== undefined) {
    return html`<p class="label">${words.whatFor}</p>
      <p>${nameOf(only, words)}</p>
      <input type="hidden" name="place" value="${keyOf(only)}" />`;
  }
  return html`<fieldset>
    <legend>${words.whatFor}</legend>
    ${places.map(
      (place, index) =>
        html`<label class="choice">
          <input
            type="radio"
            name="place"
            value="${keyOf(place)}"
            required
            ${index === 0 ? raw('checked') : ''}
          />
          <span>${nameOf(place, words)}</span>
        </label>`,
    )}
  </fieldset>`;
}

function approvalForm(visit: KnownVisit, request: DeviceRequest, places: readonly Place[]) {
  const words = visit.words.approval;
  return {
    title: words.title,
    body: html`<p class="label">${words.device}</p>
      <p>${request.deviceName}</p>
      <p class="label">${words.compare}</p>
      <p class="code-shown">${spelled(request.userCode)}</p>
      <form method="post" action="/connect">
        <input type="hidden" name="code" value="${request.userCode}" />
        ${choices(places, words)}
        <p class="note caution">${words.caution}</p>
        <div class="actions">
          <button name="decision" value="approve">${words.approve}</button>
          <button class="secondary" name="decision" value="deny">${words.deny}</button>
        </div>
      </form>`,
    after: whoLine(visit),
  };
}

/** The request of a code, which is this person's from here on; null for one that is not to be had. */
async function openRequest(
  { connect }: IdentityServices,
  { c }: KnownVisit,
  code: string,
): Promise<DeviceRequest | null> {
  if (!(await connect.auth.openRequest(code, c.req.raw.headers))) return null;
  return connect.database.read((reader) => findRequest(reader, code));
}

function tooOften(visit: KnownVisit, wait: number): Response | Promise<Response> {
  visit.c.header('Retry-After', String(wait));
  return visit.show(codeForm(visit, visit.words.signIn.tooOften(Math.ceil(wait / MINUTE_S))), 429);
}

const askPage = personPage(
  {
    name: 'approvalPage',
    method: 'GET',
    path: '/connect',
    why: 'whoever connects a device approves it here',
  },
  ({ identity }) =>
    async (visit) => {
      const { c, words, person } = visit;
      const code = codeOf(c.req.query('code'));
      if (code === '') return visit.show(codeForm(visit, null));
      const wait = Math.max(
        identity.limits.codes.take(identity.askerOf(c)),
        identity.limits.codes.take(person.id),
      );
      if (wait > 0) return tooOften(visit, wait);
      const request = await openRequest(identity, visit, code);
      if (request === null) {
        return visit.show(codeForm(visit, words.approval.codeUnknown), 404);
      }
      const places = await placesOf(identity, person.id);
      if (places.length > 0) return visit.show(approvalForm(visit, request, places));
      const { noPlace, noPlaceMeans } = words.approval;
      return visit.show({
        title: noPlace,
        body: html`<p>${noPlaceMeans}</p>`,
        after: whoLine(visit),
      });
    },
);

const settlePage = personPage(
  { name: 'settleDevice', method: 'POST', path: '/connect', why: 'takes the form of the page' },
  ({ identity }) =>
    async (visit) => {
      const { c, form, person } = visit;
      const words = visit.words.approval;
      const { auth, database } = identity.connect;
      const code = codeOf(form.get('code'));
      const isApproved = form.get('decision') === 'approve';
      const places = await placesOf(identity, person.id);
      const place = places.find((each) => keyOf(each) === form.get('place'));
      const request = await database.read((reader) => findRequest(reader, code));
      const isSettled =
        request !== null && (!isApproved || place !== undefined)
          ? await database
              .write(async (tx) => {
                if (place !== undefined) await bindRequest(tx, code, person.id, place);
              })
              .then(() => auth.settleRequest(code, isApproved, c.req.raw.headers))
          : false;
      if (request === null || !isSettled) {
        return visit.show(codeForm(visit, words.codeUnknown), 404);
      }
      const { deviceName } = request;
      const [title, means] = isApproved
        ? [words.approved, words.approvedMeans(deviceName)]
        : [words.denied, words.deniedMeans(deviceName)];
      return visit.show({
        title,
        body: html`<p>${means}</p>
          <p><a href="/devices">${visit.words.devices.title}</a></p>`,
        after: whoLine(visit),
      });
    },
);

export const approvalPages: readonly Page[] = [askPage, settlePage];
