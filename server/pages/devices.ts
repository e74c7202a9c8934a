import { html } from 'hono/html';
import { personPage, type KnownVisit, type Page } from '#server/http/page-route.ts';
import {
  endDevice,
  listDevicesOfPerson,
  type ListedDevice,
} from '#server/identity/device-store.ts';
import { personActor } from '#server/ledger/author.ts';
import type { Html } from '#server/pages/layout.ts';
import { whoLine } from '#server/pages/who.ts';
import type { Instant } from '#shared/policy/instant.ts';

function momentIn(language: string, at: Instant): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(at)} UTC`;
}

function placeOf({ words }: KnownVisit, device: ListedDevice): string {
  const { role, seatId, holder, contractName } = device;
  if (role === 'recruiter') {
    return words.approval.asSeat(seatId ?? '', holder ?? '', contractName);
  }
  return role === 'lead'
    ? words.approval.asLead(contractName)
    : words.approval.asAdmin(contractName);
}

function deviceItem(visit: KnownVisit, device: ListedDevice): Html {
  const words = visit.words.devices;
  const { id, contractId, name, createdAt, lastSeenAt } = device;
  const moment = (at: Instant): string => momentIn(visit.language, at);
  return html`<li>
    <div>
      <strong>${name}</strong><br />
      ${placeOf(visit, device)}
      <p class="note">
        ${words.connectedAt(moment(createdAt))},
        ${words.lastSeenAt(moment(lastSeenAt ?? createdAt))}
      </p>
    </div>
    <form method="post" action="/devices/end">
      <input type="hidden" name="contract" value="${contractId}" />
      <input type="hidden" name="device" value="${id}" />
      <button class="secondary" aria-label="${words.endNamed(name)}">${words.end}</button>
    </form>
  </li>`;
}

const listPage = personPage(
  {
    name: 'devicesPage',
    method: 'GET',
    path: '/devices',
    why: 'people see their own devices here',
  },
  ({ identity }) =>
    async (visit) => {
      const { database } = identity.connect;
      const words = visit.words.devices;
      const own = await database.read((reader) => listDevicesOfPerson(reader, visit.person.id));
      const list = html`<ul class="devices">
        ${own.map((device) => deviceItem(visit, device))}
      </ul>`;
      return visit.show({
        title: words.title,
        body: own.length === 0 ? html`<p>${words.none}</p>` : list,
        after: whoLine(visit),
      });
    },
);

const endPage = personPage(
  { name: 'endOwnDevice', method: 'POST', path: '/devices/end', why: 'takes the form of the page' },
  ({ identity }) =>
    async (visit) => {
      const { database, now } = identity.connect;
      const { form, person } = visit;
      await database.write(async (tx) => {
        const own = await listDevicesOfPerson(tx, person.id);
        const device = own.find(
          ({ id, contractId }) => id === form.get('device') && contractId === form.get('contract'),
        );
        if (device === undefined) return;
        const deed = { at: now(), by: personActor(person.id) };
        await endDevice(tx, device.contractId, device.id, deed);
      });
      return visit.goTo('/devices');
    },
);

export const devicesPages: readonly Page[] = [listPage, endPage];
