import { expect, test, type Page } from '@playwright/test';
import { invitePerson } from '#server/identity/invite.ts';
import { putIntoTeams } from '#server/teams/teams.ts';
import { deviceListSchema } from '#shared/wire/connect.ts';
import { CONTRACT, startApi, type TestApi } from '#test/browser/api.ts';
import { launchExtension, type Extension } from '#test/browser/extension.ts';
import { checkLooks } from '#test/browser/looks.ts';
import { everyoneOf, PASSWORD, TestPerson } from '#test/server/people.ts';

// The extension on the real server, from Connect to the end of its device, by what people do.
let api: TestApi;
let extension: Extension;

test.beforeEach(async () => {
  api = await startApi();
  extension = await launchExtension();
});

test.afterEach(async () => {
  await extension.close();
  await api.close();
});

const main = (page: Page) => page.getByRole('main');

/** Presses Connect in the options, and takes the page of the server that opens. */
async function askToConnect(): Promise<{ options: Page; approval: Page }> {
  const options = await extension.open('options.html');
  await options.getByLabel('Server address').fill(api.url);
  const opened = extension.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Connect' }).click();
  return { options, approval: await opened };
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Ends what is connected to the seat, as a lead does through the API. */
async function endAsLead(token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const listed = await fetch(`${api.url}/v1/devices`, { headers });
  const { devices } = deviceListSchema.parse(await listed.json());
  const ofSeat = devices.filter(({ seat }) => seat?.id === 's1');
  expect(ofSeat.map(({ name }) => name)).toEqual(['Chrome on Linux']);
  for (const { id } of ofSeat) {
    const ended = `${api.url}/v1/devices/${id}/end`;
    const answer = await fetch(ended, { method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(200);
  }
}

/** A person of their own who looks after one team. */
async function leadOf(team: string): Promise<TestPerson> {
  const { database, now, newId, by } = api.ledger();
  const making = { contractId: CONTRACT, at: now(), newId, by };
  await database.write((tx) => putIntoTeams(tx, making, [{ seat: 's1', team }]));
  const to = { role: 'lead', teams: [team] } as const;
  const invitation = { email: 'sam@larkfield.example', name: 'Sam Okafor', to };
  const { token } = await invitePerson(api.ledger(), CONTRACT, invitation);
  const lead = new TestPerson(() => api.url);
  await lead.accept(`/invite/${token}`);
  return lead;
}

async function expectSignedOut(picture: string): Promise<void> {
  const popup = await extension.open('popup.html');
  await expect(main(popup)).toContainText('Signed out');
  await checkLooks(popup, picture);
  await popup.getByRole('button', { name: 'Connect', exact: true }).waitFor();
  await popup.close();
  expect(await extension.secrets()).toEqual([]);
  expect(await extension.stored()).toMatchObject({ connection: 'signed_out' });
}

test('a person signs in, compares the code, approves, and ends the device again', async () => {
  const { options, approval } = await askToConnect();
  await signIn(approval, everyoneOf(CONTRACT));
  const shown = await options.locator('.code [aria-hidden]').textContent();
  await expect(approval.locator('.code-shown')).toHaveText(shown ?? '');
  await expect(main(approval)).toContainText('Chrome on Linux');
  await checkLooks(approval, 'approval');
  await approval.getByLabel('Robin Ellery (s1), Larkfield Staffing').check();
  await approval.getByRole('button', { name: 'Approve' }).click();
  await expect(approval.getByRole('heading', { name: 'Connected' })).toBeVisible();
  // The extension asks every five seconds, and at once where somebody comes back to its page.
  await expect(options.getByRole('status')).toContainText(
    'Connected to seat s1 of Larkfield Staffing.',
    { timeout: 20_000 },
  );
  await checkLooks(options, 'options-connected');
  const before = await extension.secrets();
  expect(before).toHaveLength(2);
  await approval.goto(`${api.url}/devices`);
  await expect(approval.getByRole('listitem')).toHaveCount(1);
  await checkLooks(approval, 'devices');
  await approval.getByRole('button', { name: 'End Chrome on Linux' }).click();
  await expect(approval.getByRole('listitem')).toHaveCount(0);
  await expectSignedOut('ended-by-holder');
  await checkLooks(options, 'options-signed-out');
});

test('a lead of some teams connects, sees theirs alone, and ends a recruiter’s device', async () => {
  await api.addSeats(3);
  const lead = await leadOf('North');
  const asLead = lead.approverOf({ role: 'lead' });
  await extension.connect(api.url, asLead);
  const popup = await extension.open('popup.html');
  await expect(main(popup)).toContainText('Robin Ellery');
  await expect(main(popup)).not.toContainText('Seatholder');
  await checkLooks(popup, 'lead-of-one-team');
  const options = await extension.open('options.html');
  await expect(options.getByRole('status')).toContainText('Connected as a lead of');
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await options.close();
  await popup.close();
  await extension.connect(api.url, api.approve.recruiter);
  const { accessToken } = await lead.connect({ role: 'lead' });
  await endAsLead(accessToken);
  await expectSignedOut('ended-by-lead');
});

test('an access token that is over is exchanged, with nothing to see, however often', async () => {
  await extension.connect(api.url, api.approve.recruiter);
  const seen = new Set(await extension.secrets());
  const popup = await extension.open('popup.html');
  for (let hours = 1; hours <= 3; hours += 1) {
    await api.moveBy(3_600_000);
    await popup.reload();
    await expect
      .poll(async () => (await extension.secrets()).some((one) => !seen.has(one)))
      .toBe(true);
    for (const one of await extension.secrets()) seen.add(one);
    await expect(main(popup)).toContainText('Robin Ellery');
  }
  expect(seen.size).toBe(8);
  expect(await extension.stored()).toMatchObject({ connection: 'live' });
});
