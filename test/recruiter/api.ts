import { z } from 'zod';
import type { World } from './world.ts';
import type { Stage } from './wire.ts';

const POST = z.object({
  composer: z.enum(['single', 'bulk']),
  page: z.string(),
  elements: z
    .array(
      z.object({
        recipient: z.string(),
        subject: z.string(),
        body: z.string(),
        followUp: z.string().exactOptional(),
      }),
    )
    .min(1),
});

const REPLY = z.object({ body: z.string().min(1) });

export type Answer = { status: number; body: unknown; afterMs?: number };
type Question = { url: URL; body: string };

const STAGES: Record<string, Stage> = {
  all: 'ALL',
  '1': 'SHORTLISTED',
  '2': 'CONTACTED',
  '3': 'ARCHIVED',
};

function people(world: World, { url }: Question): Answer {
  const project = url.searchParams.get('project');
  const stage = STAGES[url.searchParams.get('stage') ?? 'all'] ?? 'ALL';
  if (url.searchParams.has('everybody')) {
    return { status: 200, body: world.everybody(project, stage) };
  }
  const start = Number(url.searchParams.get('start') ?? 0);
  const count = Number(url.searchParams.get('count') ?? 25);
  return { status: 200, body: world.page(project, stage, start, count) };
}

function send(world: World, { body }: Question): Answer {
  const afterMs = world.settings.sendDelayMs;
  const { elements, ...rest } = POST.parse(JSON.parse(body));
  if (world.settings.failSends) return { status: 500, body: {}, afterMs };
  const named = elements.map((element) => ({
    ...element,
    name: world.person(element.recipient)?.name ?? '',
  }));
  return {
    status: 200,
    body: { id: world.mailbox.receive({ ...rest, elements: named }).id },
    afterMs,
  };
}

function conversations(world: World, { url }: Question): Answer {
  const opened = url.searchParams.get('opened');
  for (const one of world.mailbox.conversations) if (one.id === opened) one.unread = false;
  const byTime = world.mailbox.conversations.toSorted(
    (a, b) => b.lastActivityAt - a.lastActivityAt,
  );
  return { status: 200, body: world.settings.emptyReads ? [] : byTime };
}

function reply(world: World, { url, body }: Question): Answer {
  const { body: text } = REPLY.parse(JSON.parse(body));
  const found = world.mailbox.write(url.searchParams.get('conversation') ?? '', text);
  return { status: found ? 200 : 404, body: {} };
}

const ROUTES: Record<string, (world: World, question: Question) => Answer> = {
  'GET /talent/api/session': (world, { url }) => ({
    status: 200,
    body: world.session((url.searchParams.get('variant') ?? '').split(',')),
  }),
  'GET /talent/search/api/people': people,
  'GET /talent/api/profile': (world, { url }) => {
    const found = world.profile(url.searchParams.get('id') ?? '');
    return { status: found === null ? 404 : 200, body: found };
  },
  'GET /talent/api/paused': (world) => ({ status: 200, body: world.paused() }),
  'GET /talent/api/conversations': conversations,
  'GET /talent/api/report': (world) => ({ status: 200, body: world.report() }),
  // Only this name is Recruiter's own; the others are the stand-in's.
  'POST /talent/api/talentMultiMessagePosts': send,
  'POST /talent/api/replies': reply,
};

export function answerApi(world: World, method: string, question: Question): Answer | null {
  return ROUTES[`${method} ${question.url.pathname}`]?.(world, question) ?? null;
}
