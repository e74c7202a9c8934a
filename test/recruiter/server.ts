import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerApi } from './api.ts';
import { asset } from './assets.ts';
import { makeCertificate } from './certificate.ts';
import { inventPeople, inventProjects, seededChance } from './people.ts';
import { Mailbox, type SeenRequest, type SentMessage } from './record.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { CONTENT_SECURITY_POLICY, shell } from './shell.ts';
import type { Conversation, Person, Project } from './wire.ts';
import { World } from './world.ts';

const HOST = 'www.linkedin.com';

export type StandInOptions = Partial<Settings> & {
  /** The clock, in milliseconds. */
  now: () => number;
  /** Default: any free one. */
  port?: number;
  /** The same seed invents the same people. Default: 7. */
  seed?: number;
  /** How many people the search finds. Default: 1284. */
  people?: number;
  /** The second person has the name of the first. Default: false. */
  namesakes?: boolean;
  /** How many conversations were there before. Default: 0. */
  earlierConversations?: number;
};

export type StandIn = {
  port: number;
  origin: 'https://www.linkedin.com';
  /** Lets a Chromium find the stand-in under that origin, this machine, and no other host. */
  chromiumArgs: string[];
  /** The first one is found first by a search. */
  people: readonly Person[];
  projects: readonly (Project & { members: Person[] })[];
  /** What was really sent: one entry for each request that was accepted. */
  sent(): readonly SentMessage[];
  conversations(): readonly Conversation[];
  /** Every request but those for scripts and styles. */
  requests(): readonly SeenRequest[];
  /** Takes the id of a message (all its recipients answer) or of a member (the newest one). */
  answer(messageOrMemberId: string, status: 'accepted' | 'declined'): void;
  set(change: Partial<Settings>): void;
  close(): Promise<void>;
};

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Pages of the retired product: the clipboard, and a project's people at both of its addresses. */
const LEGACY_PATHS =
  /^\/(recruiter\/smartsearch\/clipboard|recruiter\/projects\/\d+|cap\/project\/savedProfiles\/\d+)$/;

function page(world: World, path: string, salt: string): string | null {
  const legacy = LEGACY_PATHS.test(path);
  if (!legacy && !/^\/talent(\/|$)/.test(path)) return null;
  const { locale, theme } = world.settings;
  const entry = legacy ? 'app/legacy.ts' : 'app/boot.ts';
  return shell({ locale, theme, salt, entry, legacy, title: 'Stand-in for Recruiter' });
}

class Site {
  readonly requests: SeenRequest[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `https://${HOST}`);
    const method = request.method ?? 'GET';
    const file = /^\/talent\/assets\/(.+)$/.exec(url.pathname)?.[1];
    response.setHeader('cache-control', 'no-store');
    if (file !== undefined) {
      const found = asset(file, url.search.slice(1));
      response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' });
      response.end(found?.body);
      return;
    }
    this.#note(request, method, url);
    const body = await readBody(request);
    const answer = answerApi(this.#world, method, { url, body });
    if (answer !== null) {
      await sleep(answer.afterMs ?? 0);
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
      return;
    }
    const html =
      method === 'GET' ? page(this.#world, url.pathname, randomUUID().slice(0, 8)) : null;
    response.writeHead(html === null ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'set-cookie': 'seat=stand-in; Path=/; Secure; HttpOnly; SameSite=None',
    });
    response.end(html ?? 'Not found');
  }

  #note(request: IncomingMessage, method: string, url: URL): void {
    this.requests.push({
      at: this.#world.now(),
      method,
      path: url.pathname + url.search,
      origin: request.headers.origin ?? null,
      fetchSite: request.headers['sec-fetch-site']?.toString() ?? null,
      withCookie: (request.headers.cookie ?? '').includes('seat='),
    });
  }
}

function inventWorld(options: StandInOptions): World {
  const { now, port: _, seed = 7, people: count = 1284, earlierConversations = 0 } = options;
  const people = inventPeople(seed, count);
  const [first, second] = people;
  if (options.namesakes === true && first && second) people[1] = { ...second, name: first.name };
  const mailbox = new Mailbox(seededChance(seed + 2), now);
  // The last ones, so that the first rows of a search are still to be written to.
  mailbox.inventEarlier(people.slice(people.length - earlierConversations));
  const settings = { ...DEFAULT_SETTINGS, ...settingsIn(options) };
  return new World({ people, projects: inventProjects(seed, people), mailbox, now, settings });
}

function settingsIn({
  now: _now,
  port: _port,
  seed: _seed,
  namesakes: _namesakes,
  people: _people,
  earlierConversations: _earlier,
  ...settings
}: StandInOptions): Partial<Settings> {
  return settings;
}

export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const world = inventWorld(options);
  const site = new Site(world);
  const server = createServer(await makeCertificate(HOST), (request, response) => {
    site.handle(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(error instanceof Error ? error.message : 'failed');
    });
  });
  await new Promise<void>((listening) => {
    server.listen(options.port ?? 0, '127.0.0.1', listening);
  });
  const address = server.address();
  assert(address !== null && typeof address === 'object');
  const { port } = address;
  return {
    port,
    origin: `https://${HOST}`,
    chromiumArgs: [
      `--host-resolver-rules=MAP ${HOST}:443 127.0.0.1:${port}, MAP * ~NOTFOUND, ` +
        'EXCLUDE 127.0.0.1, EXCLUDE localhost',
      '--ignore-certificate-errors',
    ],
    people: world.people,
    projects: world.projects,
    sent: () => world.mailbox.sent,
    conversations: () => world.mailbox.conversations,
    requests: () => site.requests,
    answer(messageOrMemberId, status) {
      const answered = world.mailbox.answer(messageOrMemberId, status);
      assert(answered > 0, `${messageOrMemberId} was never written to`);
    },
    set(change) {
      world.settings = { ...world.settings, ...change };
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}
