import { setTimeout as sleep } from 'node:timers/promises';
import { ApiCaller } from '#test/demo/api-caller.ts';
import { Candidates, type Answer } from '#test/demo/candidates.ts';
import type { Demo } from '#test/demo/demo.ts';
import { RECRUITER_SEAT } from '#test/demo/sample-contract.ts';
import { seededChance } from '#test/recruiter/people.ts';

const EVERY_MS = 5_000;
const LAG_MS = 20_000;
const MINUTE_MS = 60_000;
const ANSWERING_SHARE = 0.25;
const DECLINING_SHARE = 0.3;
const SLOWEST_MINUTES = 4;

/** Some candidates answer within minutes; a few of those decline. */
function deciding(chance: () => number): () => Answer | null {
  return () => {
    if (chance() > ANSWERING_SHARE) return null;
    return {
      outcome: chance() < DECLINING_SHARE ? 'declined' : 'accepted',
      afterMs: (0.3 + chance() * SLOWEST_MINUTES) * MINUTE_MS,
    };
  };
}

/** Lets the demo go on by itself until the browser is closed. */
export async function liveOn(demo: Demo): Promise<void> {
  const { stage, api, callers } = demo;
  const candidates = new Candidates({
    standIn: stage.standIn,
    feed: new ApiCaller(api.url, callers.feed),
    seat: RECRUITER_SEAT,
    now: api.clock,
    lagMs: LAG_MS,
    decide: deciding(seededChance(11)),
  });
  const closed = new AbortController();
  stage.context.on('close', () => closed.abort());
  while (!closed.signal.aborted) {
    await api.moveTo(api.clock());
    const { sent, answered } = await candidates.live();
    if (sent > 0) console.log(`The feed reports ${sent} InMails sent.`);
    if (answered > 0) console.log(`The feed reports ${answered} answers.`);
    await sleep(EVERY_MS, undefined, { signal: closed.signal }).catch(() => undefined);
  }
}
